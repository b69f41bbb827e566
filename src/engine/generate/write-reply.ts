import type { ToolCall } from "../../domain/tool.ts";
import { type CallStream, createCallStream } from "./call-stream.ts";
import { createContentStream } from "./content-stream.ts";
import { type Desk, mark, type PlannedTool } from "./desk.ts";
import type { GenerationDelta } from "./generator.ts";
import type { Field } from "./orders.ts";
import { OutOfEffort, OutOfRoom } from "./pen.ts";
import { writeCall } from "./write-call.ts";
import { writeSaid } from "./write-said.ts";

export interface ReplyOrder {
  /** Tools that may be called. */
  readonly tools: readonly PlannedTool[];
  readonly mostCalls: number;
  readonly stop: readonly string[];
  /** The id of the call with this number. */
  readonly idOf: (index: number) => string;
  readonly emit: (delta: GenerationDelta) => void;
}

export interface Reply {
  /** Null where nothing was said. */
  readonly content: string | null;
  readonly calls: readonly ToolCall[];
  readonly finish: "end" | "stop-string" | "length" | "no-call";
}

/** What is known of a reply while it is written. */
interface Draft {
  content: string | null;
  readonly calls: ToolCall[];
  /** Tools for which no valid arguments were found. */
  readonly failed: Set<PlannedTool>;
}

/**
 * Writes `[<say> w…] { <call> … }* <end>`. A call whose arguments can't be made is taken back, and then the reply is words;
 * where a call is asked for, the other tools are tried, and `no-call` says that none could be made.
 */
export async function writeReply(desk: Desk, order: ReplyOrder): Promise<Reply> {
  const draft: Draft = { content: null, calls: [], failed: new Set() };
  try {
    const finish = await writeParts(desk, order, draft);
    return { content: draft.content, calls: draft.calls, finish };
  } catch (error) {
    if (error instanceof OutOfRoom) return { content: draft.content, calls: draft.calls, finish: "length" };
    throw error;
  }
}

async function writeParts(desk: Desk, order: ReplyOrder, draft: Draft): Promise<Reply["finish"]> {
  for (;;) {
    const next = nextMarks(desk, order, draft);
    if (next.length === 0) return "no-call";
    const token = await desk.pen.decide([next]);
    if (token === mark(desk, "<say>")) {
      if ((await say(desk, order, draft)) === "stop-string") return "stop-string";
    } else if (token === mark(desk, "<call>")) await call(desk, order, draft);
    else {
      desk.pen.write(token);
      return "end";
    }
  }
}

/** The marks that may stand between the parts of a reply. */
function nextMarks(desk: Desk, order: ReplyOrder, draft: Draft): number[] {
  const begun = draft.content !== null || draft.calls.length > 0;
  const callable = toolsLeft(desk, order, draft).length > 0 && draft.calls.length < order.mostCalls;
  const must = desk.insists && draft.calls.length === 0;
  return [
    ...(begun || must ? [] : [mark(desk, "<say>")]),
    ...(callable ? [mark(desk, "<call>")] : []),
    ...(begun && !must ? [mark(desk, "<end>")] : []),
  ];
}

/** Where a call failed and none is asked for, the reply goes on in words. */
function toolsLeft(desk: Desk, order: ReplyOrder, draft: Draft): PlannedTool[] {
  const insists = desk.insists && draft.calls.length === 0;
  if (draft.failed.size > 0 && !insists) return [];
  return order.tools.filter((tool) => !draft.failed.has(tool));
}

async function say(desk: Desk, order: ReplyOrder, draft: Draft): Promise<"mark" | "stop-string"> {
  const stream = createContentStream(order.stop, (text) => order.emit({ kind: "content", text }));
  const followers = [mark(desk, "<end>"), ...(order.mostCalls > 0 ? [mark(desk, "<call>")] : [])];
  try {
    return await writeSaid(desk, stream, followers);
  } finally {
    draft.content = stream.text;
  }
}

async function call(desk: Desk, order: ReplyOrder, draft: Draft): Promise<void> {
  const tools = toolsLeft(desk, order, draft);
  const attempt = createAttempt(desk, order, draft.calls.length);
  const another = draft.calls.length + 1 < order.mostCalls;
  const terminators = [mark(desk, "<end>"), ...(another ? [mark(desk, "<call>")] : [])];
  try {
    await writeCall(desk, { tools, terminators, choose: attempt.choose, settle: attempt.settle });
  } catch (error) {
    if (error instanceof OutOfRoom) draft.calls.push(...attempt.finish());
    if (!(error instanceof OutOfEffort)) throw error;
    // One call has cost all that a reply may cost: no other is tried.
    for (const tool of order.tools) draft.failed.add(tool);
    attempt.back();
  }
  const made = attempt.finish();
  draft.calls.push(...made);
  if (made.length > 0) return;
  attempt.back();
  for (const tool of attempt.chosen() ?? tools) draft.failed.add(tool);
  if (!desk.insists) desk.effort.left = Math.max(desk.effort.left, desk.pen.room + 1);
}

/** One call that is being written and may have to be taken back. */
function createAttempt(desk: Desk, order: ReplyOrder, index: number) {
  let certain = desk.pen.written.length;
  let chosen: { readonly tool: PlannedTool; readonly stream: CallStream } | null = null;
  return {
    choose(tool: PlannedTool) {
      const identity = { index, id: order.idOf(index), name: tool.name };
      chosen = { tool, stream: createCallStream(identity, order.emit) };
    },
    settle(fields: readonly Field[]) {
      certain = desk.pen.written.length;
      chosen?.stream.settle(fields);
    },
    chosen: (): PlannedTool[] | null => chosen && [chosen.tool],
    /** The call as it was settled last; none where it never was. */
    finish: (): ToolCall[] => (chosen?.stream.announced ? [chosen.stream.finish()] : []),
    /** To where the call is certain, or to before it. */
    back: () => desk.pen.rewind(certain),
  };
}

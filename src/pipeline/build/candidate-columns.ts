import type { Split } from "../../domain/split.ts";
import type { Candidate, Lesson } from "./decision.ts";
import { signatureBins } from "./min-hash.ts";

/**
 * Candidates of a stretch of calls, in columns: there are as many as agents' turns, and most fall out at once, so they
 * cross threads as a few arrays and not as an object each.
 */
export interface CandidateColumns {
  /** Calls with candidates. */
  readonly calls: readonly CandidateCall[];
  readonly tools: readonly string[];
  /** Index into `calls`. */
  readonly call: Uint32Array;
  readonly turn: Int32Array;
  /** Lessons that aren't just the one turn as it was, by candidate. */
  readonly lessons: ReadonlyMap<number, Lesson>;
  /** Index into `tools`; -1 for a plain reply. */
  readonly tool: Int32Array;
  readonly exact: Float64Array;
  readonly template: Float64Array;
  readonly label: Float64Array;
  readonly priority: Float64Array;
  /** `signatureBins` bytes each. */
  readonly signatures: Uint8Array;
}

export interface CandidateCall {
  readonly id: string;
  /** Counted from 0 in the stretch. */
  readonly line: number;
  readonly split: Split;
  readonly caller: number;
}

/** Candidates as they are found. */
export interface ColumnWriter {
  add(candidate: FoundCandidate): void;
  columns(): CandidateColumns;
}

export interface FoundCandidate
  extends Pick<Candidate, "tool" | "exact" | "template" | "label" | "priority"> {
  readonly call: CandidateCall;
  readonly lesson: Lesson;
  /** Writes the signature's bytes. */
  sign(into: Uint8Array, at: number): void;
}

export function columnWriter(): ColumnWriter {
  const calls: CandidateCall[] = [];
  const tools = new Map<string, number>();
  const lessons = new Map<number, Lesson>();
  const rows: Record<"call" | "turn" | "tool" | "exact" | "template" | "label" | "priority", number[]> = {
    call: [],
    turn: [],
    tool: [],
    exact: [],
    template: [],
    label: [],
    priority: [],
  };
  let signatures = new Uint8Array(256 * signatureBins);
  const indexOfTool = (tool: string | null) => {
    if (tool === null) return -1;
    const index = tools.get(tool) ?? tools.size;
    tools.set(tool, index);
    return index;
  };
  return {
    add({ call, lesson, tool, exact, template, label, priority, sign }) {
      const index = rows.call.length;
      if (calls.at(-1) !== call) calls.push(call);
      if (lesson.whole || lesson.corrected !== null) lessons.set(index, lesson);
      rows.call.push(calls.length - 1);
      rows.turn.push(lesson.turns[0] ?? -1);
      rows.tool.push(indexOfTool(tool));
      rows.exact.push(exact);
      rows.template.push(template);
      rows.label.push(label);
      rows.priority.push(priority);
      if ((index + 1) * signatureBins > signatures.length) signatures = doubled(signatures);
      sign(signatures, index * signatureBins);
    },
    columns: () => ({
      calls,
      lessons,
      tools: [...tools.keys()],
      call: new Uint32Array(rows.call),
      turn: new Int32Array(rows.turn),
      tool: new Int32Array(rows.tool),
      exact: new Float64Array(rows.exact),
      template: new Float64Array(rows.template),
      label: new Float64Array(rows.label),
      priority: new Float64Array(rows.priority),
      signatures: signatures.slice(0, rows.call.length * signatureBins),
    }),
  };
}

function doubled(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const longer = new Uint8Array(bytes.length * 2);
  longer.set(bytes);
  return longer;
}

/** One candidate as an object; `firstLine` is that of the stretch in the file. */
export function candidateAt(columns: CandidateColumns, index: number, firstLine: number): Candidate {
  const call = columns.calls[columns.call[index] ?? 0];
  if (call === undefined) throw new RangeError("a candidate of no call");
  const turn = columns.turn[index] ?? 0;
  const lesson = columns.lessons.get(index);
  return {
    id: lesson?.whole === true ? call.id : `${call.id}#${turn}`,
    turns: lesson?.turns ?? [turn],
    corrected: lesson?.corrected ?? null,
    whole: lesson?.whole ?? false,
    decisions: lesson?.decisions ?? 1,
    call: firstLine + call.line,
    split: call.split,
    tool: columns.tools[columns.tool[index] ?? -1] ?? null,
    caller: call.caller,
    exact: columns.exact[index] ?? 0,
    template: columns.template[index] ?? 0,
    label: columns.label[index] ?? 0,
    signature: signatureAt(columns.signatures, index),
    priority: columns.priority[index] ?? 0,
  };
}

function signatureAt(signatures: Uint8Array, index: number): string {
  const bytes = Buffer.from(signatures.buffer, signatures.byteOffset + index * signatureBins, signatureBins);
  return bytes.toString("latin1");
}

/** What a rejection says of a candidate, without the candidate. */
export function namedAt(columns: CandidateColumns, index: number): Pick<Candidate, "id" | "decisions"> {
  const id = columns.calls[columns.call[index] ?? 0]?.id ?? "";
  const lesson = columns.lessons.get(index);
  if (lesson?.whole === true) return { id, decisions: lesson.decisions };
  return { id: `${id}#${columns.turn[index]}`, decisions: 1 };
}

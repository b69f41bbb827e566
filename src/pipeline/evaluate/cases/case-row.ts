import { z } from "zod";
import { type Case, ExpectedReply } from "../../../domain/case.ts";
import { AssistantMessage, type Message } from "../../../domain/message.ts";
import { Tool, ToolCall } from "../../../domain/tool.ts";
import { DataError, type FilePlace } from "../../../lib/errors.ts";
import type { Json, JsonObject } from "../../../lib/json.ts";
import { chatExample } from "../../../plugins/exporters/chat-example.ts";
import { expectedReply } from "./expected-reply.ts";
import type { JsonRow } from "./json-rows.ts";

const Text = z.union([
  z.string(),
  z.array(z.looseObject({ type: z.literal("text", "only text can be asked"), text: z.string() })),
]);
const WireMessage = z.looseObject({
  role: z.enum(["system", "developer", "user", "assistant", "tool"]),
  content: Text.nullish(),
  tool_calls: z.array(z.looseObject({ function: z.looseObject({ name: z.string().min(1) }) })).nullish(),
  tool_call_id: z.string().nullish(),
});

/** What a row of a file of cases may say beside its messages; other columns are passed over. */
const CaseRow = z.looseObject({
  id: z.union([z.string().min(1), z.int()]).optional(),
  callId: z.union([z.string().min(1), z.int()]).optional(),
  caller: z.string().nullish(),
  callStartedAt: z
    .string()
    .refine((text) => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text)), {
      message: "takes an instant like 2026-11-27T18:15:00Z",
    })
    .nullish(),
  messages: z.array(WireMessage).min(1),
  tools: z.array(Tool).nullish(),
  /** Our own form, an assistant message, or the words of a reply. */
  expected: z.union([ExpectedReply, WireMessage, z.string()]).optional(),
  next: z.array(ToolCall).optional(),
});
type CaseRow = z.infer<typeof CaseRow>;

/**
 * `{"messages": [{"role": "user", "content": "Two large Margheritas"}, {"role": "assistant", "tool_calls": […]}], "tools": […]}`:
 * the last assistant message is what is expected, unless the row has `expected`.
 * @throws DataError that names the row's place and the key that is wrong
 */
export function caseFromRow({ row, at }: JsonRow): Case {
  const parsed = CaseRow.safeParse(row);
  if (!parsed.success) throw new DataError(at, firstFault(parsed.error));
  const { data } = parsed;
  const messages = messagesOf(data.messages);
  const last = messages.at(-1);
  const named = data.expected === undefined ? null : toExpected(data.expected, { row, at, text: "" });
  if (named === null && last?.role !== "assistant")
    throw new DataError(at, "doesn't end with an assistant message, and has no expected reply");
  if (named === null) expectSomething(data.messages.at(-1), at);
  const context = named === null ? messages.slice(0, -1) : messages;
  if (context.length === 0) throw new DataError(at, "has nothing before the expected reply");
  return {
    ...idsOf(data, at.line),
    callStartedAt: data.callStartedAt ?? null,
    messages: context,
    tools: data.tools ?? [],
    expected: named ?? expectedReply(AssistantMessage.parse(last), at),
    ...(data.next === undefined ? {} : { next: data.next }),
  };
}

/** Silence as what is expected would make every reply without a tool right, and the old `function_call` looks like it. */
function expectSomething(last: WireMessage | undefined, at: FilePlace): void {
  if (last === undefined || (last.content ?? "").length > 0 || (last.tool_calls ?? []).length > 0) return;
  const old = "function_call" in last ? "; function_call is OpenAI's old form, write tool_calls" : "";
  throw new DataError(at, `the assistant message that is expected has neither words nor tool calls${old}`);
}

/** A row without an id is known by its line, and one without a call is a call of its own. */
function idsOf({ id, callId, caller }: CaseRow, line: number): Pick<Case, "id" | "callId" | "caller"> {
  const name = String(id ?? `line-${line}`);
  return { id: name, callId: String(callId ?? name), caller: caller ?? null };
}

type WireMessage = z.infer<typeof WireMessage>;

function messagesOf(wire: readonly WireMessage[]): Message[] {
  const renamed = wire.map((message) =>
    message.role === "developer" ? { ...message, role: "system" as const } : message,
  );
  const row: JsonObject = { messages: renamed as unknown as Json[] };
  return [...chatExample(row, "", false).messages];
}

function toExpected(expected: NonNullable<CaseRow["expected"]>, { at }: JsonRow): ExpectedReply {
  if (typeof expected === "string") return { kind: "reply", text: expected };
  if ("kind" in expected && !("role" in expected)) return ExpectedReply.parse(expected);
  const [message] = messagesOf([expected as WireMessage]);
  if (message?.role !== "assistant") throw new DataError(at, "expected: isn't an assistant message");
  return expectedReply(message, at);
}

function firstFault({ issues: [issue] }: z.ZodError): string {
  if (issue === undefined) return "can't be read";
  const key = issue.path.join(".");
  if (key === "expected")
    return "expected: takes an assistant message, a text, or {kind: reply | calls, …} as docs/evaluation.md has it";
  return `${key === "" ? "" : `${key}: `}${issue.message}`;
}

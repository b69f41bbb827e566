import { z } from "zod";
import { Tool } from "../domain/tool.ts";
import { isJsonObject, type Json, type JsonObject, parseJsonObject } from "../lib/json.ts";
import type { CallRedactor } from "./create-redactor.ts";
import type { Part } from "./parts.ts";
import type { RedactionCounts } from "./report.ts";

const MadeCall = z.looseObject({ name: z.string(), arguments: z.unknown() });

/** What a row of a training file has that is read; its other fields are redacted as data. */
const Row = z.looseObject({
  messages: z.array(
    z.looseObject({
      role: z.string(),
      content: z.unknown().optional(),
      name: z.string().optional(),
      tool_call_id: z.string().optional(),
      tool_calls: z.array(z.looseObject({ id: z.string().optional(), function: MadeCall })).nullish(),
      function_call: MadeCall.nullish(),
    }),
  ),
});
type Row = z.infer<typeof Row>;
type RowMessage = Row["messages"][number];

export interface RedactedRow {
  readonly row: Readonly<Record<string, unknown>>;
  readonly counts: RedactionCounts;
}

/**
 * Redacts one row of OpenAI messages. `scope` is what values share a surrogate in: the same word for all rows of a
 * file that was cut from the same calls. Null where the row has no messages.
 */
export function redactMessagesRow(
  row: JsonObject,
  redactor: CallRedactor,
  scope: string,
): RedactedRow | null {
  // The row itself, not its parsed copy: keys keep their order.
  const read = Row.safeParse(row).success ? (row as Row) : null;
  if (read === null) return null;
  const names = new Map<string, string>();
  const parts = read.messages.flatMap((message) => partsOf(message, names));
  const rest = jsonPart(fieldsBeside(row));
  const tools = z.array(Tool).safeParse(row["tools"]);
  const { texts, counts } = redactor.redactScript(
    { parts: [...parts, ...rest], tools: tools.success ? tools.data : null, businessJson: null },
    scope,
  );
  const remaining = texts.values();
  const next = () => remaining.next().value ?? "";
  const messages = read.messages.map((message) => written(message, next));
  return { row: { ...row, messages, ...writtenJson(rest, next) }, counts };
}

const kinds: ReadonlyMap<string, "prompt" | "caller" | "agent"> = new Map(
  Object.entries({
    system: "prompt",
    developer: "prompt",
    user: "caller",
    assistant: "agent",
  } as const),
);

/** In the order in which `written` takes their texts back. */
function partsOf(message: RowMessage, names: Map<string, string>): Part[] {
  const parts: Part[] = [];
  const tool = names.get(message.tool_call_id ?? "") ?? message.name ?? "";
  const kind = kinds.get(message.role);
  for (const text of contentTexts(message.content)) {
    parts.push(kind === undefined ? { kind: "result", tool, text } : { kind, text });
  }
  for (const { id, function: made } of message.tool_calls ?? []) {
    if (id !== undefined) names.set(id, made.name);
    parts.push(argumentsPart(made));
  }
  if (message.function_call) parts.push(argumentsPart(message.function_call));
  return [...parts, ...jsonPart(messageBeside(message))];
}

function argumentsPart(made: z.infer<typeof MadeCall>): Part {
  return { kind: "arguments", tool: made.name, text: argumentsText(made.arguments) };
}

/** Content is a text, or a list of parts of which some have one. */
function contentTexts(content: unknown): string[] {
  if (typeof content === "string") return [content];
  if (!Array.isArray(content)) return [];
  return content.flatMap((part) =>
    isJsonObject(part) && typeof part["text"] === "string" ? [part["text"]] : [],
  );
}

/** Some dialects keep arguments as an object. */
function argumentsText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}

function written(message: RowMessage, next: () => string): Record<string, unknown> {
  const fields: Record<string, unknown> = { ...message, content: writtenContent(message.content, next) };
  if (message.tool_calls)
    fields["tool_calls"] = message.tool_calls.map((call) => ({
      ...call,
      function: writtenCall(call.function, next),
    }));
  if (message.function_call) fields["function_call"] = writtenCall(message.function_call, next);
  const { [speakerKey]: name, ...beside } = writtenJson(jsonPart(messageBeside(message)), next);
  return { ...fields, ...beside, ...(name === undefined ? {} : { name }) };
}

function writtenCall(made: z.infer<typeof MadeCall>, next: () => string): Record<string, unknown> {
  const text = next();
  return { ...made, arguments: typeof made.arguments === "string" ? text : JSON.parse(text) };
}

function writtenContent(content: unknown, next: () => string): unknown {
  if (typeof content === "string") return next();
  if (!Array.isArray(content)) return content;
  return content.map((part: Json) =>
    isJsonObject(part) && typeof part["text"] === "string" ? { ...part, text: next() } : part,
  );
}

const readFields = new Set(["role", "content", "tool_calls", "tool_call_id", "function_call", "weight"]);
const readColumns = new Set(["messages", "tools", "functions", "parallel_tool_calls", "response_format"]);
/** `name` says who speaks, which of a caller is a person's; the field's name has to say so. */
const speakerKey = "customer_name";

function fieldsBeside(row: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !readColumns.has(key)));
}

/** What a message has besides: reasoning, refusals, who speaks. A tool's message is named by its tool. */
function messageBeside({ name, ...message }: RowMessage): JsonObject {
  const beside = Object.entries(message).filter(([key]) => !readFields.has(key));
  const speaker = name === undefined || !kinds.has(message.role) ? {} : { [speakerKey]: name };
  return { ...(Object.fromEntries(beside) as JsonObject), ...speaker };
}

function jsonPart(fields: JsonObject): Part[] {
  return Object.keys(fields).length === 0 ? [] : [{ kind: "result", tool: "", text: JSON.stringify(fields) }];
}

function writtenJson(parts: readonly Part[], next: () => string): JsonObject {
  return parts.length === 0 ? {} : (parseJsonObject(next()) ?? {});
}

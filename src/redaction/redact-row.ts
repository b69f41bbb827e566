import { z } from "zod";
import { Tool } from "../domain/tool.ts";
import { isJsonObject, type Json, type JsonObject } from "../lib/json.ts";
import type { CallRedactor } from "./create-redactor.ts";
import type { Part } from "./parts.ts";
import type { RedactionCounts } from "./report.ts";

/** What a row of a training file has that is redacted; all else stays as it is. */
const Row = z.looseObject({
  messages: z.array(
    z.looseObject({
      role: z.string(),
      content: z.unknown().optional(),
      name: z.string().optional(),
      tool_call_id: z.string().optional(),
      tool_calls: z
        .array(
          z.looseObject({
            id: z.string().optional(),
            function: z.looseObject({ name: z.string(), arguments: z.unknown() }),
          }),
        )
        .nullish(),
    }),
  ),
  tools: z.array(Tool).nullish().catch(null),
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
  const read = Row.safeParse(row);
  if (!read.success) return null;
  const names = new Map<string, string>();
  const slots = read.data.messages.flatMap((message) => slotsOf(message, names));
  const { texts, counts } = redactor.redactScript(
    { parts: slots, tools: read.data.tools ?? null, businessJson: null },
    scope,
  );
  const rest = texts.values();
  const messages = read.data.messages.map((message) => written(message, () => rest.next().value ?? ""));
  return { row: { ...row, messages }, counts };
}

const kinds: ReadonlyMap<string, "prompt" | "caller" | "agent"> = new Map(
  Object.entries({
    system: "prompt",
    developer: "prompt",
    user: "caller",
    assistant: "agent",
  } as const),
);

function slotsOf(message: RowMessage, names: Map<string, string>): Part[] {
  const parts: Part[] = [];
  const tool = names.get(message.tool_call_id ?? "") ?? message.name ?? "";
  const kind = kinds.get(message.role);
  for (const text of contentTexts(message.content)) {
    parts.push(kind === undefined ? { kind: "result", tool, text } : { kind, text });
  }
  for (const { id, function: made } of message.tool_calls ?? []) {
    if (id !== undefined) names.set(id, made.name);
    parts.push({ kind: "arguments", tool: made.name, text: argumentsText(made.arguments) });
  }
  return parts;
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

function written(message: RowMessage, next: () => string): RowMessage {
  const content = writtenContent(message.content, next);
  if (message.tool_calls === undefined || message.tool_calls === null) return { ...message, content };
  const tool_calls = message.tool_calls.map((call) => {
    const text = next();
    const value: unknown = typeof call.function.arguments === "string" ? text : JSON.parse(text);
    return { ...call, function: { ...call.function, arguments: value } };
  });
  return { ...message, content, tool_calls };
}

function writtenContent(content: unknown, next: () => string): unknown {
  if (typeof content === "string") return next();
  if (!Array.isArray(content)) return content;
  return content.map((part: Json) =>
    isJsonObject(part) && typeof part["text"] === "string" ? { ...part, text: next() } : part,
  );
}

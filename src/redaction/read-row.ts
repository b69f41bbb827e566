import { z } from "zod";
import { Tool } from "../domain/tool.ts";
import { isJsonObject, type Json, type JsonObject } from "../lib/json.ts";
import type { Part } from "./parts.ts";
import { jsonSlot, listSlot, objectSlot, type Slot, textSlot } from "./slot.ts";

const MadeCall = z.looseObject({ name: z.string(), arguments: z.unknown() });

/** What a message of a row has that is read; its other fields are redacted as data. */
const Message = z.looseObject({
  role: z.string(),
  content: z.unknown().optional(),
  name: z.string().optional(),
  tool_call_id: z.string().optional(),
  tool_calls: z.array(z.looseObject({ id: z.string().optional(), function: MadeCall })).nullish(),
  function_call: MadeCall.nullish(),
});
type Message = z.infer<typeof Message>;
const Messages = z.array(Message);

/** A row of a training file or a log, ready to be redacted. */
export interface ReadRow extends Slot<Record<string, unknown>> {
  readonly tools: readonly Tool[] | null;
}

/** A row of OpenAI messages; null where it has none. */
export function readMessagesRow(row: JsonObject): ReadRow | null {
  const messages = messagesSlot(row["messages"], new Map());
  if (messages === null) return null;
  return { ...objectSlot(row, new Map([["messages", messages]]), readColumns), tools: toolsOf(row) };
}

/**
 * A logged request to a chat API with its response (`{request: {messages}, response: {choices: [{message}]}}`): one
 * talk. Null where the row is no such thing.
 */
export function readExchangeRow(row: JsonObject): ReadRow | null {
  const { request, response } = row;
  if (!isJsonObject(request) || !isJsonObject(response)) return null;
  const names = new Map<string, string>();
  const messages = messagesSlot(request["messages"], names);
  if (messages === null) return null;
  const { choices } = response;
  const answers = Array.isArray(choices)
    ? listSlot(choices.map((choice) => choiceSlot(choice, names)))
    : null;
  const slots = new Map<string, Slot>([
    ["request", objectSlot(request, new Map([["messages", messages]]), readColumns)],
    ["response", objectSlot(response, new Map(answers === null ? [] : [["choices", answers]]))],
  ]);
  return { ...objectSlot(row, slots), tools: toolsOf(request) };
}

const readColumns = new Set(["tools", "functions", "parallel_tool_calls", "response_format"]);

function toolsOf(fields: JsonObject): Tool[] | null {
  return z.array(Tool).safeParse(fields["tools"]).data ?? null;
}

/** Names of tools by the ids of their calls, as far as the talk has come. */
type ToolNames = Map<string, string>;

function messagesSlot(messages: Json | undefined, names: ToolNames): Slot | null {
  // The messages themselves, not their parsed copies: keys keep their order.
  if (!Messages.safeParse(messages).success) return null;
  return listSlot((messages as (Message & JsonObject)[]).map((message) => messageSlot(message, names)));
}

function choiceSlot(choice: Json, names: ToolNames): Slot {
  if (typeof choice === "string") return textSlot(ofAgent(choice));
  if (!isJsonObject(choice)) return jsonSlot(choice);
  const slots = spokenSlots(choice, ofAgent);
  if (Message.safeParse(choice["message"]).success)
    slots.set("message", messageSlot(choice["message"] as Message & JsonObject, names));
  return objectSlot(choice, slots);
}

type PartOf = (text: string) => Part;

const ofAgent: PartOf = (text) => ({ kind: "agent", text });

/** Fields that hold words of the speaker, not data. */
const spokenKeys = ["text", "refusal", "reasoning", "reasoning_content", "thinking"];

function spokenSlots(fields: JsonObject, partOf: PartOf): Map<string, Slot> {
  const spoken = spokenKeys.flatMap((key): [string, Slot][] => {
    const text = fields[key];
    return typeof text === "string" ? [[key, textSlot(partOf(text))]] : [];
  });
  return new Map(spoken);
}

const kinds: ReadonlyMap<string, "prompt" | "caller" | "agent"> = new Map(
  Object.entries({
    system: "prompt",
    developer: "prompt",
    user: "caller",
    assistant: "agent",
  } as const),
);

const messageStays = new Set(["role", "tool_call_id", "weight"]);

function messageSlot(message: Message & JsonObject, names: ToolNames): Slot {
  const { role, name, content, tool_calls: toolCalls, function_call: oldCall } = message;
  const kind = kinds.get(role);
  const tool = names.get(message.tool_call_id ?? "") ?? name ?? "";
  const partOf: PartOf = (text) => (kind === undefined ? { kind: "result", tool, text } : { kind, text });
  const slots = spokenSlots(message, partOf);
  if (content !== undefined && content !== null)
    slots.set("content", contentSlot(content as Json, partOf, tool));
  for (const made of toolCalls ?? []) if (made.id !== undefined) names.set(made.id, made.function.name);
  if (toolCalls)
    slots.set("tool_calls", listSlot((toolCalls as (ToolCall & JsonObject)[]).map(toolCallSlot)));
  if (oldCall) slots.set("function_call", functionSlot(oldCall as MadeCall & JsonObject));
  if (name !== undefined && kind !== undefined) slots.set("name", speakerSlot(name));
  // A tool's message is named by its tool.
  const stays = kind === undefined ? new Set([...messageStays, "name"]) : messageStays;
  return objectSlot(message, slots, stays);
}

/** A text, or a list of texts and of parts of which some have one; all else is data. */
function contentSlot(content: Json, partOf: PartOf, tool: string): Slot {
  const slotOf = (part: Json): Slot => {
    if (typeof part === "string") return textSlot(partOf(part));
    const spoken = isJsonObject(part) ? spokenSlots(part, partOf) : noSlots;
    if (!isJsonObject(part) || spoken.size === 0) return jsonSlot(part, { kind: "result", tool });
    return objectSlot(part, spoken, typeStays);
  };
  return Array.isArray(content) ? listSlot(content.map(slotOf)) : slotOf(content);
}

const noSlots: ReadonlyMap<string, Slot> = new Map();
const typeStays = new Set(["type"]);

type MadeCall = z.infer<typeof MadeCall>;
type ToolCall = NonNullable<Message["tool_calls"]>[number];

function toolCallSlot(made: ToolCall & JsonObject): Slot {
  const slots = new Map([["function", functionSlot(made.function as MadeCall & JsonObject)]]);
  return objectSlot(made, slots, toolCallStays);
}

const toolCallStays = new Set(["id", "type", "index"]);

/** Some dialects keep arguments as an object. */
function functionSlot(made: MadeCall & JsonObject): Slot {
  const { name: tool, arguments: given } = made;
  const part = { kind: "arguments", tool } as const;
  const slot = typeof given === "string" ? textSlot({ ...part, text: given }) : jsonSlot(given as Json, part);
  return objectSlot(made, new Map(given === undefined ? [] : [["arguments", slot]]), nameStays);
}

const nameStays = new Set(["name"]);

/** `name` says who speaks, which of a caller is a person's; the field's name has to say so. */
function speakerSlot(name: string): Slot {
  const { parts, write } = jsonSlot({ customer_name: name });
  return { parts, write: (next) => (write(next) as JsonObject | null)?.["customer_name"] };
}

import type { Example } from "../../domain/example.ts";
import type { AssistantMessage, Message } from "../../domain/message.ts";
import type { Tool, ToolCall } from "../../domain/tool.ts";
import { UsageError } from "../../lib/errors.ts";
import { type Json, type JsonObject, parseJsonObject } from "../../lib/json.ts";

/** How a dialect of OpenAI's wire form writes what the others write otherwise. */
export interface ChatDialect {
  readonly name: string;
  readonly arguments: "text" | "object";
  /** What stands for the words of a message that is tool calls alone. */
  readonly noContent: "" | null | "absent";
  readonly holdsWeights: boolean;
}

/**
 * `messages` first, then `tools` (left out when empty). A message's keys come as role, content, tool_calls or
 * tool_call_id, weight; nothing else is written.
 */
export function chatRow({ messages, tools }: Example, dialect: ChatDialect): JsonObject {
  const weighted = withWeights(messages, dialect);
  const row = { messages: weighted.map((message) => toWire(message, dialect)) };
  return tools.length === 0 ? row : { ...row, tools: toolsToWire(tools) };
}

/** Examples of one build share their list of tools, so it's written once, and what reads it can know it again. */
const written = new WeakMap<readonly Tool[], readonly JsonObject[]>();

function toolsToWire(tools: readonly Tool[]): readonly JsonObject[] {
  const before = written.get(tools);
  if (before !== undefined) return before;
  const wire = tools.map(({ type, function: { name, description, parameters, strict } }) => ({
    type,
    function: {
      name,
      ...(description === undefined ? {} : { description }),
      ...(parameters === undefined ? {} : { parameters }),
      ...(strict === undefined ? {} : { strict }),
    },
  }));
  written.set(tools, wire);
  return wire;
}

/** @throws UsageError when the messages have weights */
export function requireWeightless(messages: readonly Message[], name: string): void {
  if (hasWeights(messages))
    throw new UsageError(
      `${name} rows can't say which messages are learnt; write one example per decision (build.rows: "decision")`,
    );
}

/** Weight 0 on what goes before the reply to learn: services train on every assistant message otherwise. */
function withWeights(messages: readonly Message[], dialect: ChatDialect): readonly Message[] {
  if (!dialect.holdsWeights) requireWeightless(messages, dialect.name);
  if (!dialect.holdsWeights || hasWeights(messages)) return messages;
  const last = messages.length - 1;
  return messages.map((message, index) =>
    message.role === "assistant" && index !== last ? { ...message, weight: 0 } : message,
  );
}

function hasWeights(messages: readonly Message[]): boolean {
  return messages.some((message) => message.role === "assistant" && message.weight !== undefined);
}

function toWire(message: Message, dialect: ChatDialect): JsonObject {
  if (message.role === "tool")
    return { role: message.role, tool_call_id: message.tool_call_id, content: message.content };
  if (message.role !== "assistant") return { role: message.role, content: message.content };
  return assistantToWire(message, dialect);
}

function assistantToWire(message: AssistantMessage, dialect: ChatDialect): JsonObject {
  const content = message.content ?? dialect.noContent;
  const calls = message.tool_calls?.map((call) => callToWire(call, dialect));
  const wire: Record<string, Json> = { role: message.role };
  if (content !== "absent" || message.content !== null) wire["content"] = content;
  if (calls !== undefined) wire["tool_calls"] = calls;
  if (message.weight !== undefined) wire["weight"] = message.weight;
  return wire;
}

/** Arguments that aren't an object stay text; the dialect's rules then refuse the row. */
function callToWire({ id, type, function: used }: ToolCall, dialect: ChatDialect): JsonObject {
  const value = dialect.arguments === "object" ? parseJsonObject(used.arguments) : undefined;
  return { id, type, function: { name: used.name, arguments: value ?? used.arguments } };
}

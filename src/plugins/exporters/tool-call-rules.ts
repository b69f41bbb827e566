import { isJsonObject, type Json, type JsonObject, nestsDeeper } from "../../lib/json.ts";
import { parseKeptJson } from "../../lib/kept-json.ts";
import type { RowFault } from "./exporter.ts";
import { error, graded, isList, listed, shown, warning } from "./faults.ts";
import type { ChatRules, RowMessage } from "./row-message.ts";
import { brokenSchema, type ToolList } from "./tool-list-rules.ts";

/** A tool call as far as it could be read. */
export interface ReadToolCall {
  readonly at: string;
  readonly name: string;
  readonly arguments: JsonObject;
  readonly learnt: boolean;
}

/** Rules of an assistant message's tool calls. */
export function* toolCallFaults(
  { fields, role, at, learnt }: RowMessage,
  tools: ToolList,
  rules: ChatRules,
): Generator<RowFault> {
  const calls = fields["tool_calls"];
  if (role !== "assistant" || calls === undefined || calls === null) return;
  if (!isList(calls) || calls.length === 0) {
    yield error("tool-call", `${at}: 'tool_calls' must be a list that isn't empty; leave it out.`);
    return;
  }
  for (const [index, call] of calls.entries()) {
    const place = `${at}.tool_calls[${index}]`;
    const shape = shapeFault(call, place);
    if (shape !== null) {
      yield shape;
      continue;
    }
    yield* madeCallFaults(call, { at: place, learnt, tools, rules });
  }
}

interface CallPlace {
  readonly at: string;
  readonly learnt: boolean;
  readonly tools: ToolList;
  readonly rules: ChatRules;
}

function* madeCallFaults(call: Json, { at, learnt, tools, rules }: CallPlace): Generator<RowFault> {
  const { name, arguments: written = null } = functionOf(call);
  const missing = written === null && rules.missingArguments === "warning";
  if (missing) yield warning("arguments", `${at}: 'tool_call.function.arguments' is missing; write "{}".`);
  const read = missing ? {} : readArguments(written ?? undefined, rules.arguments);
  const used = { at, name: String(name), learnt };
  if (typeof read !== "string") yield* usedToolFaults({ ...used, arguments: read }, tools);
  else {
    yield error("arguments", `${at}: ${read}`);
    yield* usedToolFaults({ ...used, arguments: {} }, { ...tools, tools: namesOnly(tools) });
  }
}

/**
 * The tool must be one of the row's, and the arguments keep to its schema. Where the message isn't learnt, broken
 * arguments are only what once happened.
 */
export function* usedToolFaults(call: ReadToolCall, { tools }: ToolList): Generator<RowFault> {
  if (tools === null) {
    yield warning("no-tools", `${call.at}: the row has a tool call but no 'tools'.`);
    return;
  }
  const tool = tools.get(call.name);
  if (tool === undefined) {
    const got = `Got ${shown(call.name)} but available tools are: ${listed([...tools.keys()])}`;
    yield error(
      "unknown-tool",
      `${call.at}: 'tool_call.function.name' must reference a tool in the tools list. ${got}`,
    );
    return;
  }
  const broken = brokenSchema(tool, call.arguments);
  if (broken === null) return;
  yield* graded(
    call.learnt ? "error" : "warning",
    "arguments-schema",
    `${call.at}: the arguments break the schema of ${shown(call.name)}: ${broken}.`,
  );
}

function namesOnly({ tools }: ToolList): ToolList["tools"] {
  return tools === null ? null : new Map([...tools.keys()].map((name) => [name, {}]));
}

function shapeFault(call: Json, at: string): RowFault | null {
  if (!isJsonObject(call))
    return error("tool-call", `${at}: a tool call must be an object, not ${shown(call)}.`);
  if (call["type"] === undefined)
    return error("tool-call", `${at}: Each tool call must have a 'type' field.`);
  if (call["type"] !== "function")
    return error("tool-call", `${at}: Tool call type must be 'function', got ${shown(call["type"])}.`);
  if (!isJsonObject(call["function"])) return error("tool-call", `${at}: 'function' must be an object.`);
  if (typeof call["function"]["name"] !== "string")
    return error("tool-call", `${at}: 'tool_call.function.name' must be a string.`);
  return null;
}

function functionOf(call: Json): JsonObject {
  return isJsonObject(call) && isJsonObject(call["function"]) ? call["function"] : {};
}

/** Deeper arguments end the programs that read them. */
const deepest = 200;

/** The arguments, or what is wrong with them. */
export function readArguments(value: Json | undefined, form: "text" | "object"): JsonObject | string {
  if (form === "object") {
    if (isJsonObject(value)) return value;
    return `'tool_call.function.arguments' must be an object, not ${shown(value)}: chat templates read its fields.`;
  }
  if (typeof value !== "string")
    return `'tool_call.function.arguments' must be a serialized JSON string, not ${shown(value)}.`;
  const parsed = parseKeptJson(value);
  if (parsed === undefined) return "'tool_call.function.arguments' must be valid JSON.";
  if (!isJsonObject(parsed)) return "'tool_call.function.arguments' must deserialize to an object.";
  return nestsDeeper(parsed, deepest)
    ? `'tool_call.function.arguments' nest more than ${deepest} deep.`
    : parsed;
}

import type { MadeToolCall } from "../../../domain/call.ts";
import { isJsonObject, type Json, type JsonObject } from "../../../lib/json.ts";
import { firstOf, flagOf, numberOf, wordOf } from "./fields.ts";
import { argumentsText, decoded, rawText } from "./jsonish.ts";
import type { ProblemList } from "./problem-list.ts";

const listFields = ["tool_calls", "toolCalls", "function_calls", "functionCalls"] as const;
const singleFields = ["function_call", "functionCall", "tool_call", "toolCall"] as const;
const answeredIdFields = [
  "tool_call_id",
  "toolCallId",
  "call_id",
  "callId",
  "invocationId",
  "request_id",
] as const;
const idFields = ["id", ...answeredIdFields] as const;
const nameFields = ["name", "tool_name", "toolName", "function_name", "functionName", "tool"] as const;
export const argumentFields = [
  "arguments",
  "args",
  "parameters",
  "params",
  "input",
  "params_as_json",
] as const;
const resultFields = ["result", "output", "response", "result_value"] as const;
const successFields = ["success", "succeeded", "successful", "ok", "status"] as const;
const latencyFields = ["latency_ms", "latencyMs", "duration_ms", "durationMs"] as const;

/** Gives ids to tool calls that have none; an invented one is new in its call. */
export type IdMaker = () => string;

export function createIdMaker(): IdMaker {
  let made = 0;
  return () => {
    made += 1;
    return `unnamed_${made}`;
  };
}

export interface ToolCallReader {
  readonly newId: IdMaker;
  readonly problems: ProblemList;
}

/** Every tool call that stands in a message: OpenAI's lists, its deprecated single one, and flat ones of own stacks. */
export function readToolCalls(message: JsonObject, place: string, reader: ToolCallReader): MadeToolCall[] {
  const list = firstOf(message, listFields);
  const single = firstOf(message, singleFields);
  if (list === undefined && single === undefined) return [];
  return [
    ...(list === undefined ? [] : fromList(list, `${place}.tool_calls`, reader)),
    ...(single === undefined ? [] : fromList([decoded(single)], `${place}.function_call`, reader)),
  ];
}

/** One tool call, as `{id, function: {name, arguments}}` or flat, with its result where that stands in it. */
export function readToolCall(value: unknown, newId: IdMaker): MadeToolCall | null {
  if (!isJsonObject(value)) return null;
  const inner = value["function"];
  const body = isJsonObject(inner) ? inner : value;
  const name = wordOf(firstOf(body, nameFields)) ?? wordOf(inner);
  if (name === null) return null;
  const latencyMs = numberOf(firstOf(value, latencyFields));
  return {
    id: wordOf(firstOf(value, idFields)) ?? newId(),
    name,
    arguments: argumentsText(firstOf(body, argumentFields)),
    ...ownResult(value),
    ...(latencyMs === null || latencyMs < 0 ? {} : { latencyMs }),
  };
}

/** What came back, where it stands in the tool call itself; a status without it speaks of something else. */
function ownResult(value: JsonObject): Pick<MadeToolCall, "result" | "succeeded"> {
  const result = rawText(resultOf(value));
  const succeeded = flagOf(firstOf(value, successFields));
  if (result !== null) return { result, succeeded };
  const error = firstOf(value, ["error"]);
  if (error === undefined || error === "" || error === false) return { result: null, succeeded: null };
  return { result: JSON.stringify({ error: decoded(error) }), succeeded: succeeded ?? false };
}

/** Which tool call a result belongs to, as far as the result says. */
export function answeredToolCall(message: JsonObject): { id: string | null; name: string | null } {
  return { id: wordOf(firstOf(message, answeredIdFields)), name: wordOf(firstOf(message, nameFields)) };
}

export function successOf(message: JsonObject): boolean | null {
  const failed = flagOf(firstOf(message, ["is_error", "isError"]));
  return failed === null ? flagOf(firstOf(message, successFields)) : !failed;
}

export function resultOf(message: JsonObject): Json | undefined {
  return firstOf(message, resultFields);
}

function fromList(value: unknown, place: string, { newId, problems }: ToolCallReader): MadeToolCall[] {
  const list = decoded(value);
  if (!Array.isArray(list)) {
    problems.add("tool_call_unreadable", `${place} is not a list`);
    return [];
  }
  return list.flatMap((one, index) => {
    const toolCall = readToolCall(one, newId);
    if (toolCall === null) problems.add("tool_call_unreadable", `${place}[${index}] has no name`);
    return toolCall ?? [];
  });
}

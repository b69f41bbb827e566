import type { AssistantMessage } from "../../../domain/message.ts";
import type { ToolSchemas } from "../../../domain/tool-schemas.ts";
import { isTooDeep, type JsonObject } from "../../../lib/json.ts";
import { parseKeptJsonObject } from "../../../lib/kept-json.ts";

/** A tool call as a model made it. */
export interface GivenToolCall {
  readonly name: string;
  /** Null where the text is no JSON object: broken, cut off, a list, an object written into a string. Never mended. */
  readonly arguments: JsonObject | null;
}

/** What a message uses, in order. */
export function readToolCalls({ tool_calls = [] }: AssistantMessage): GivenToolCall[] {
  return tool_calls.map(({ function: { name, arguments: text } }) => ({
    name,
    arguments: readArguments(text),
  }));
}

/** No text at all stands for no arguments, as some models write it; what nests without end is a prank. */
function readArguments(text: string): JsonObject | null {
  if (text.trim() === "") return {};
  // Most replies write the arguments just as they are expected.
  const value = parseKeptJsonObject(text);
  return value === undefined || isTooDeep(value) ? null : value;
}

/** Whether a tool of that name was offered; any name is, where nothing is known of the tools. */
export function isOffered(name: string, schemas: ToolSchemas): boolean {
  return !schemas.known || schemas.tool(name) !== null;
}

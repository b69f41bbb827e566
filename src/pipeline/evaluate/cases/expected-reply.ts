import type { ExpectedReply, ExpectedToolCall } from "../../../domain/case.ts";
import type { AssistantMessage } from "../../../domain/message.ts";
import type { ToolCall } from "../../../domain/tool.ts";
import { DataError, type FilePlace } from "../../../lib/errors.ts";
import { parseJsonObject } from "../../../lib/json.ts";

/**
 * A message that was right, as what is expected of others.
 * @throws DataError where its arguments are no JSON object: nothing could ever equal them
 */
export function expectedReply(message: AssistantMessage, at: FilePlace): ExpectedReply {
  const { content, tool_calls: toolCalls } = message;
  if (toolCalls === undefined) return { kind: "reply", text: content };
  return { kind: "calls", toolCalls: toolCalls.map((made) => expectedToolCall(made, at)), order: "any" };
}

function expectedToolCall({ function: made }: ToolCall, at: FilePlace): ExpectedToolCall {
  // A tool without parameters is often logged with no arguments at all.
  const text = made.arguments.trim() === "" ? "{}" : made.arguments;
  if (parseJsonObject(text) === undefined)
    throw new DataError(at, `the arguments of the expected tool call ${made.name} aren't a JSON object`);
  return { name: made.name, arguments: text };
}

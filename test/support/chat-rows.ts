import type { Json, JsonObject } from "../../src/lib/json.ts";

export const user = { role: "user", content: "hello" };
export const agent = { role: "assistant", content: "hi" };
export const result = { role: "tool", tool_call_id: "a", content: "1" };

export function tool(parameters: JsonObject): JsonObject {
  return { type: "function", function: { name: "look_up", parameters } };
}

/** A row in which the agent looks something up, and what comes then. */
export function called(
  call: JsonObject,
  answer: JsonObject,
  after?: JsonObject,
  args: Json = '{"city":"x"}',
): JsonObject {
  const used = { ...call, type: "function", function: { name: "look_up", arguments: args } };
  return {
    messages: [
      user,
      { role: "assistant", content: "", tool_calls: [used] },
      answer,
      ...(after === undefined ? [] : [after]),
      agent,
    ],
    tools: [tool({ type: "object" })],
  };
}

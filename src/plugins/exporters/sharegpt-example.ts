import type { Example } from "../../domain/example.ts";
import type { Message } from "../../domain/message.ts";
import type { ToolCall } from "../../domain/tool.ts";
import { isJsonObject, type Json, type JsonObject, parseJson } from "../../lib/json.ts";
import { objectsOf, textOf, toolsOf } from "./chat-example.ts";
import { isList } from "./faults.ts";

/** The example of a ShareGPT row; tool calls get ids in their order, and empty `human` entries are left out. */
export function sharegptExample(row: JsonObject, id: string): Example {
  const system = textOf(row["system"]);
  const messages: Message[] = system === "" ? [] : [{ role: "system", content: system }];
  let made = 0;
  let open: string[] = [];
  for (const entry of objectsOf(row["conversations"])) {
    const value = textOf(entry["value"]);
    if (entry["from"] === "function_call") {
      const calls = usedTools(value, made);
      made += calls.length;
      open = calls.map((call) => call.id);
      messages.push({ role: "assistant", content: null, tool_calls: calls });
    } else if (entry["from"] === "observation") {
      messages.push(...toResults(value, open));
    } else if (entry["from"] === "gpt") messages.push({ role: "assistant", content: value });
    else if (entry["from"] === "system") messages.push({ role: "system", content: value });
    else if (value !== "") messages.push({ role: "user", content: value });
  }
  return { id, tools: toolsOf(wrappedTools(textOf(row["tools"]))), messages };
}

/** The entries of a `tools` text in OpenAI's wire form. */
export function wrappedTools(text: string): JsonObject[] {
  return objectsOf(parseJson(text)).map((entry) =>
    isJsonObject(entry["function"]) ? entry : { type: "function", function: entry },
  );
}

function usedTools(text: string, made: number): ToolCall[] {
  return listOf(parseJson(text)).map((used, index) => ({
    id: `call_${made + index + 1}`,
    type: "function",
    function: { name: textOf(used["name"]), arguments: JSON.stringify(used["arguments"] ?? {}) },
  }));
}

function listOf(value: Json | undefined): JsonObject[] {
  return isJsonObject(value) ? [value] : objectsOf(value);
}

/** The results of several tool calls stand in one list, one of a single call as it is. */
function toResults(value: string, open: readonly string[]): Message[] {
  const several = open.length > 1 ? parseJson(value) : undefined;
  const results = isList(several) && several.length === open.length ? several.map(textOf) : [value];
  return results.map((content, index) => ({ role: "tool", tool_call_id: open[index] ?? "", content }));
}

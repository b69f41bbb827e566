import type { Example } from "../../domain/example.ts";
import type { AssistantMessage, Message } from "../../domain/message.ts";
import { Tool, type ToolCall } from "../../domain/tool.ts";
import { isJsonObject, type Json, type JsonObject } from "../../lib/json.ts";
import { isList } from "./faults.ts";

/**
 * The example of a row in OpenAI's wire form. Missing ids are made anew in the order of the calls. Weights that teach
 * the last message alone are left out, for that is what an example without weights means.
 */
export function chatExample(row: JsonObject, id: string, holdsWeights: boolean): Example {
  const messages = identified(objectsOf(row["messages"])).map(toMessage);
  return {
    id,
    tools: toolsOf(row["tools"]),
    messages: holdsWeights ? settleWeights(messages) : messages.map(withoutWeight),
  };
}

export function toolsOf(value: Json | undefined): Tool[] {
  return objectsOf(value).flatMap((entry) => {
    const tool = Tool.safeParse(entry);
    return tool.success ? [tool.data] : [];
  });
}

export function objectsOf(value: Json | undefined): JsonObject[] {
  return isList(value) ? value.filter(isJsonObject) : [];
}

export function textOf(value: Json | undefined): string {
  if (typeof value === "string") return value;
  return objectsOf(value)
    .map((part) => textOf(part["text"]))
    .join("");
}

/** Tool messages without an id answer the calls before them in order. */
function identified(messages: readonly JsonObject[]): JsonObject[] {
  let made = 0;
  let open: string[] = [];
  return messages.map((message) => {
    if (message["role"] === "tool") {
      const answered = textOf(message["tool_call_id"]) || (open[0] ?? "");
      open = open.filter((id) => id !== answered);
      return { ...message, tool_call_id: answered };
    }
    const calls = objectsOf(message["tool_calls"]).map((call) => {
      made += 1;
      return { ...call, id: textOf(call["id"]) || `call_${made}` };
    });
    open = calls.map((call) => call.id);
    return { ...message, tool_calls: calls };
  });
}

function toMessage(message: JsonObject): Message {
  const content = textOf(message["content"]);
  if (message["role"] === "user") return { role: "user", content };
  if (message["role"] === "tool")
    return { role: "tool", tool_call_id: textOf(message["tool_call_id"]), content };
  return message["role"] === "assistant" ? toAssistant(message, content) : { role: "system", content };
}

function toAssistant(message: JsonObject, content: string): AssistantMessage {
  const calls = objectsOf(message["tool_calls"]).map(toToolCall);
  const weight = message["weight"];
  return {
    role: "assistant",
    content: content === "" && calls.length > 0 ? null : content,
    ...(calls.length === 0 ? {} : { tool_calls: calls }),
    ...(weight === 0 || weight === 1 ? { weight } : {}),
  };
}

function toToolCall(call: JsonObject): ToolCall {
  const used = isJsonObject(call["function"]) ? call["function"] : {};
  const made = used["arguments"];
  return {
    id: textOf(call["id"]),
    type: "function",
    function: {
      name: textOf(used["name"]),
      arguments: typeof made === "string" ? made : JSON.stringify(made ?? {}),
    },
  };
}

function settleWeights(messages: readonly Message[]): Message[] {
  const last = messages.findLastIndex(({ role }) => role === "assistant");
  const lastAlone = messages.every(
    (message, index) => message.role !== "assistant" || (message.weight !== 0) === (index === last),
  );
  return messages.map((message) => {
    if (message.role !== "assistant") return message;
    return lastAlone ? withoutWeight(message) : { ...message, weight: message.weight ?? 1 };
  });
}

function withoutWeight(message: Message): Message {
  if (message.role !== "assistant") return message;
  const { weight: _, ...rest } = message;
  return rest;
}

import { openAiMessages } from "../../src/plugins/call-formats/openai-messages.ts";

/** Reads a record as OpenAI messages, with the usual options. */
export function parseRecord(record: unknown) {
  const context = { place: "calls.jsonl:7", callerId: (key: string) => `opaque ${key}` };
  return openAiMessages.parse(record, context, openAiMessages.options.parse({}));
}

export function parseMessages(messages: readonly unknown[], beside: object = {}) {
  return parseRecord({ ...beside, messages });
}

export function user(content: string) {
  return { role: "user", content };
}

type Use = readonly [id: string, name: string, rawArguments?: string];

/** An assistant message of tool calls alone. */
export function uses(...toolCalls: readonly Use[]) {
  return { role: "assistant", content: null, tool_calls: toolCalls.map(wire) };
}

export function wire([id, name, rawArguments = "{}"]: Use) {
  return { id, type: "function", function: { name, arguments: rawArguments } };
}

export function result(id: string, content: string) {
  return { role: "tool", tool_call_id: id, content };
}

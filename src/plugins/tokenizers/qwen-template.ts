import type { AssistantMessage, Message } from "../../domain/message.ts";
import type { Tool, ToolCall } from "../../domain/tool.ts";
import { pythonJson } from "./python-json.ts";

/** The part of the system turn that names the tools, from its heading on. */
export function renderTools(tools: readonly Tool[]): string {
  const lines = tools.map((tool) => `\n${pythonJson(JSON.stringify(tool)) ?? ""}`).join("");
  return (
    `${toolsHeading}\n\nYou may call one or more functions to assist with the user query.\n\n` +
    `You are provided with function signatures within <tools></tools> XML tags:\n<tools>${lines}\n</tools>\n\n` +
    "For each function call, return a json object with function name and arguments within <tool_call></tool_call> " +
    'XML tags:\n<tool_call>\n{"name": <function-name>, "arguments": <args-json-object>}\n</tool_call>'
  );
}

export const toolsHeading = "# Tools";

/** Qwen 2.5's assistant turn behind its role. */
export function renderReply({ content, tool_calls = [] }: AssistantMessage): string {
  return (content ?? "") + renderToolCalls(content ?? "", tool_calls, JSON.stringify);
}

/** Qwen 3's, which leaves out what the model thought on the way to it. */
export function renderWithoutThought({ content, tool_calls = [] }: AssistantMessage): string {
  const { words } = splitThought(content ?? "");
  return words + renderToolCalls(words, tool_calls, asItIs);
}

/** Qwen 3's, with what it thought, which may be nothing. */
export function renderWithThought({ content, tool_calls = [] }: AssistantMessage): string {
  const { thought, words } = splitThought(content ?? "");
  const reply = trimLineEnds(words, "start") + renderToolCalls(words, tool_calls, asItIs);
  return `<think>\n${trimLineEnds(trimLineEnds(thought, "start"), "end")}\n</think>\n\n${reply}`;
}

/** The assistant messages that Qwen 3 shows with their thoughts: after the last question, the last one and thinkers. */
export function thinkingReplies(messages: readonly Message[]): readonly AssistantMessage[] {
  const question = messages.findLastIndex(isQuestion);
  if (question === -1) return [];
  const last = messages.at(-1);
  return messages
    .slice(question + 1)
    .filter((message) => message.role === "assistant")
    .filter((message) => message === last || splitThought(message.content ?? "").thought !== "");
}

function isQuestion({ role, content }: Message): boolean {
  if (role !== "user") return false;
  return !(content.startsWith("<tool_response>") && content.endsWith("</tool_response>"));
}

/** The last argument says how arguments are written that are no JSON. */
function renderToolCalls(
  words: string,
  toolCalls: readonly ToolCall[],
  writeBroken: (text: string) => string,
): string {
  const calls = toolCalls.map(
    ({ function: { name, arguments: text } }) =>
      `<tool_call>\n{"name": "${name}", "arguments": ${pythonJson(text) ?? writeBroken(text)}}\n</tool_call>`,
  );
  return (words !== "" && calls.length > 0 ? "\n" : "") + calls.join("\n");
}

const asItIs = (text: string) => text;

/** `<think>…</think>` at the start of a content, and what follows the last of it. */
function splitThought(content: string): { thought: string; words: string } {
  const parts = content.split("</think>");
  const [before = "", after] = [parts[0], parts.at(-1)];
  if (parts.length === 1 || after === undefined) return { thought: "", words: content };
  const thought = trimLineEnds(before, "end").split("<think>").at(-1) ?? "";
  return { thought: trimLineEnds(thought, "start"), words: trimLineEnds(after, "start") };
}

function trimLineEnds(text: string, side: "start" | "end"): string {
  let start = 0;
  let end = text.length;
  if (side === "start") while (text[start] === "\n") start += 1;
  else while (end > 0 && text[end - 1] === "\n") end -= 1;
  return text.slice(start, end);
}

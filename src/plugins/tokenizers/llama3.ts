import type { AssistantMessage, Message } from "../../domain/message.ts";
import type { ToolCall } from "../../domain/tool.ts";
import { lazyCounter } from "./lazy-counter.ts";
import { wordPieces } from "./piece-end.ts";
import { pythonJson } from "./python-json.ts";
import { readRanks } from "./read-ranks.ts";
import type { Vocabulary } from "./text-counter.ts";
import type { Row, Tokenizer } from "./tokenizer.ts";

const named = [
  "begin_of_text",
  "end_of_text",
  "finetune_right_pad_id",
  "start_header_id",
  "end_header_id",
  "eom_id",
  "eot_id",
  "python_tag",
];
const reserved = Array.from({ length: 248 }, (_, index) => `reserved_special_token_${index}`);

/** Some 20 ms of work. */
export function readLlama3Vocabulary(): Vocabulary {
  return {
    ranks: readRanks("llama3"),
    pieceEnd: wordPieces(3),
    specials: new RegExp(`<\\|(?:${[...named, ...reserved].join("|")})\\|>`, "y"),
  };
}

const countText = lazyCounter(readLlama3Vocabulary);

/** `<|start_header_id|>`, the role (one token), `<|end_header_id|>`, an empty line (one) and `<|eot_id|>`. */
const turnTokens = 5;
/** The role of tool messages, `ipython`, is two tokens. */
const toolTurnTokens = 6;
/** `<|begin_of_text|>`, and what the system's turn begins with in every row: the days Llama's knowledge ends and today is. */
const startTokens = 21;
/** `Environment: ipython`, which a row with tools has before that. */
const environmentTokens = 5;

/**
 * The chat template of Llama 3.1, 3.2 and 3.3, with its default of putting the tools into the first message behind
 * the system's. Content is trimmed and every turn ends with a special token, so the parts of a row don't touch.
 *
 * The template refuses several tool calls in one message; they are counted as one message each. It leaves out the
 * words beside a tool call, and a tool call in the message that gets the tools.
 */
export const llama3: Tokenizer = {
  about: "Llama 3.1 to 3.3, with the chat template",
  exact: true,
  countText,
  countTools: (tools) =>
    countText(toolsIntroduction + tools.map((tool) => `${JSON.stringify(tool, null, 4)}\n\n`).join("")),
  countMessage: (message) => countMessage(message),
  countFrame: ({ hasTools, hasSystem }) =>
    startTokens + (hasTools ? environmentTokens : 0) + (hasSystem ? 0 : turnTokens),
  countJoins,
};

const toolsIntroduction =
  "Given the following functions, please respond with a JSON for a function call with its proper arguments " +
  "that best answers the given prompt.\n\n" +
  'Respond in the format {"name": function name, "parameters": dictionary of argument name and its value}.' +
  "Do not use variables.\n\n";

function countMessage(message: Message): number {
  if (message.role === "tool") return toolTurnTokens + countText(JSON.stringify(message.content));
  if (message.role === "assistant" && message.tool_calls !== undefined) return countToolCalls(message);
  return turnTokens + countText((message.content ?? "").trim());
}

/** The tools' turn is the first message's, of which the template then keeps the words only, whoever made it. */
function countJoins({ tools, messages }: Row): number {
  const first = messages[messages[0]?.role === "system" ? 1 : 0];
  if (tools.length === 0 || first === undefined || isWords(first)) return 0;
  return turnTokens + countText((first.content ?? "").trim()) - countMessage(first);
}

function isWords(message: Message): boolean {
  return message.role !== "tool" && !(message.role === "assistant" && message.tool_calls !== undefined);
}

function countToolCalls({ tool_calls = [] }: AssistantMessage): number {
  return tool_calls.reduce((sum, toolCall) => sum + turnTokens + countText(renderToolCall(toolCall)), 0);
}

function renderToolCall({ function: { name, arguments: text } }: ToolCall): string {
  return `{"name": "${name}", "parameters": ${pythonJson(text) ?? JSON.stringify(text)}}`;
}

import type { Tokenizer } from "./tokenizer.ts";

/** English words and JSON are four bytes a token in the vocabularies of today, give or take a tenth. */
const bytesPerToken = 4;
const perMessage = 5;

/** For models whose vocabulary we don't have. */
export const estimate: Tokenizer = {
  about: "an estimate: a token for four bytes",
  exact: false,
  countText,
  countTools: (tools) => countText(JSON.stringify(tools)),
  countMessage(message) {
    const toolCalls = message.role === "assistant" ? (message.tool_calls ?? []) : [];
    const written = toolCalls
      .map((toolCall) => toolCall.function.name + toolCall.function.arguments)
      .join("");
    return perMessage * (1 + toolCalls.length) + countText((message.content ?? "") + written);
  },
  countFrame: () => 0,
  countJoins: () => 0,
};

function countText(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / bytesPerToken);
}

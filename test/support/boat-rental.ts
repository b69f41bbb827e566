import type { AssistantMessage } from "../../src/domain/message.ts";
import type { Tool } from "../../src/domain/tool.ts";
import { encodeReply } from "../../src/engine/text/reply.ts";
import { splitWords } from "../../src/engine/text/split-words.ts";
import { createTokenizer } from "../../src/engine/text/tokenizer.ts";
import { tagsOf } from "../../src/engine/text/tool-tags.ts";
import { trainPieces } from "../../src/engine/text/train-pieces.ts";
import type { JsonObject } from "../../src/lib/json.ts";

export const prose = `the caller would like to rent a boat on the lake for the whole day and asks what it costs Maria maria Lopez
  renting boats create rental customer name quantity items notes number of people`;
/** Its pieces are learnt from the prose above. */
export const tokenizer = createTokenizer(
  trainPieces({ words: counted(`${prose} ${prose} ${prose}`), merges: 150, capitals: 20 }),
);

export const boatTool: Tool = {
  type: "function",
  function: {
    name: "rent_boat",
    parameters: { type: "object", properties: { people: { type: "integer" } } },
  },
};

/** A reply's tokens, as the tokenizer above has them. */
export function encoded(message: AssistantMessage, tools: readonly Tool[]): number[] {
  return encodeReply(tokenizer, message, tagsOf(tokenizer, tools));
}

export function call(name: string, args: string) {
  return { id: "call_1", type: "function" as const, function: { name, arguments: args } };
}

export function calling(name: string, fields: JsonObject): AssistantMessage {
  return { role: "assistant", content: null, tool_calls: [call(name, JSON.stringify(fields))] };
}

/** How often each word stands in a text. */
export function counted(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const word of splitWords(text)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

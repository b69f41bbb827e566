import type { Message } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";
import { isJsonObject, type Json, type JsonObject } from "../../lib/json.ts";
import { lazyCounter } from "./lazy-counter.ts";
import { casedPieces } from "./piece-end.ts";
import { readRanks } from "./read-ranks.ts";
import type { Tokenizer } from "./tokenizer.ts";

const countText = lazyCounter(() => ({
  ranks: readRanks("o200k"),
  pieceEnd: casedPieces,
  specials: /<\|(?:endoftext|endofprompt)\|>/y,
}));

/**
 * GPT-4o and later, gpt-oss. Text is counted exactly. How OpenAI writes messages and tools before the model is not
 * published; rows are counted by the formulas of its cookbook (How_to_count_tokens_with_tiktoken), which says of
 * them that they may be off.
 */
export const o200k: Tokenizer = {
  about: "OpenAI's o200k: text exact, messages and tools by the formulas of OpenAI's cookbook",
  exact: false,
  countText,
  countTools: (tools) => tools.reduce((sum, tool) => sum + countTool(tool), toolsEnd),
  countMessage,
  countFrame: () => replyStart,
  countJoins: () => 0,
};

const perMessage = 3;
const replyStart = 3;
const toolStart = 7;
const parametersStart = 3;
const perParameter = 3;
const enumStart = -3;
const perEnumValue = 3;
const toolsEnd = 12;

function countMessage(message: Message): number {
  const own = perMessage + countText(message.role) + countText(message.content ?? "");
  if (message.role !== "assistant") return own;
  return (message.tool_calls ?? [])
    .map(
      (toolCall) => perMessage + countText(toolCall.function.name) + countText(toolCall.function.arguments),
    )
    .reduce((sum, tokens) => sum + tokens, own);
}

function countTool({ function: { name, description = "", parameters } }: Tool): number {
  const properties = Object.entries(objectAt(parameters, "properties"));
  const counts = properties.map(([key, value]) => countParameter(key, isJsonObject(value) ? value : {}));
  return counts.reduce(
    (sum, tokens) => sum + tokens,
    toolStart + countText(`${name}:${withoutStop(description)}`) + (counts.length > 0 ? parametersStart : 0),
  );
}

function countParameter(key: string, schema: JsonObject): number {
  const line = `${key}:${textOf(schema["type"])}:${withoutStop(textOf(schema["description"]))}`;
  const own = perParameter + countText(line);
  const values = schema["enum"];
  if (!Array.isArray(values)) return own;
  return values.reduce<number>(
    (sum, value) => sum + perEnumValue + countText(textOf(value)),
    own + enumStart,
  );
}

function objectAt(schema: JsonObject | undefined, key: string): JsonObject {
  const value = schema?.[key];
  return isJsonObject(value) ? value : {};
}

function textOf(value: Json | undefined): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function withoutStop(description: string): string {
  return description.endsWith(".") ? description.slice(0, -1) : description;
}

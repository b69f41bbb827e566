import type { Case, ExpectedToolCall } from "../../../domain/case.ts";
import type { ScoringOptions } from "../../../domain/scoring-options.ts";
import { isJsonObject, type Json, parseJson } from "../../../lib/json.ts";
import { collectTexts, type Reply, type TextPair } from "./collect-texts.ts";

/**
 * About which texts a judge may have to be asked for one candidate, before that has answered: as if it found the right
 * tools and worded every text anew. Their number and length are the most that is likely.
 */
export function possibleTexts(cases: AsyncIterable<Case>, scoring: ScoringOptions): Promise<TextPair[]> {
  return collectTexts(reworded(cases), scoring);
}

async function* reworded(cases: AsyncIterable<Case>): AsyncGenerator<Reply> {
  for await (const question of cases) {
    const { expected, id } = question;
    if (expected.kind === "reply") continue;
    const tool_calls = expected.toolCalls.map(rewordedToolCall);
    yield {
      question,
      generation: {
        caseId: id,
        candidate: "",
        outcome: "answered",
        message: { role: "assistant", content: null, tool_calls },
        finishReason: "tool_calls",
        usage: null,
        latency: null,
      },
    };
  }
}

function rewordedToolCall({ name, arguments: text }: ExpectedToolCall, index: number) {
  const reworded = JSON.stringify(otherWords(parseJson(text) ?? {}));
  return { id: `call_${index}`, type: "function" as const, function: { name, arguments: reworded } };
}

function otherWords(value: Json): Json {
  if (typeof value === "string") return `${value} reworded`;
  if (Array.isArray(value)) return value.map(otherWords);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, otherWords(inner)]));
}

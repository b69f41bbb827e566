import type { Message } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";
import { argumentsSchema, type ValueSchema } from "./schema.ts";
import { identifierWords } from "./split-words.ts";

/** Tools whose words a caller has used, the likeliest first: one list for each message, empty but for the caller's. */
export type NearTools = (messages: readonly Message[]) => readonly (readonly string[])[];

/** Tools named behind one message at most. */
const mostNear = 2;
/** What an earlier message of the caller still counts, each time he speaks again. */
const fading = 0.5;
/** What a word weighs by where a tool has it. */
const weights = { name: 3, description: 1, parameter: 1 } as const;
/** Letters by which words are compared: "booking" and "booked" are one. */
const stem = 5;
const shortestWord = 3;
/** Below, the tools share all that was said. */
const leastScore = 0.05;

/**
 * Looks the caller's words up among the tools, as a search engine does: a word counts the more the fewer tools have it
 * (inverse document frequency, Spärck Jones 1972). The embedded model is too small to find this out by itself for words it
 * has never seen. What is said here of weights and words the base model has learnt with: a change wants a new one.
 */
export function nearTools(tools: readonly Tool[]): NearTools {
  const documents = tools.map(wordsOfTool);
  const holders = new Map<string, number>();
  for (const words of documents)
    for (const word of words.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  const rarity = (word: string) => Math.log(1 + tools.length / (holders.get(word) ?? 1)) - Math.log(2);
  return (messages) => {
    let scores = tools.map(() => 0);
    return messages.map((message) => {
      if (message.role !== "user") return [];
      const said = new Set(stemsOf(message.content));
      scores = scores.map((score, at) => {
        let sum = score * fading;
        for (const word of said) sum += (documents[at]?.get(word) ?? 0) * rarity(word);
        return sum;
      });
      return likeliest(tools, scores);
    });
  };
}

function likeliest(tools: readonly Tool[], scores: readonly number[]): string[] {
  return tools
    .map((tool, at) => ({ name: tool.function.name, score: scores[at] ?? 0 }))
    .filter(({ score }) => score > leastScore)
    .toSorted((left, right) => right.score - left.score || (left.name < right.name ? -1 : 1))
    .slice(0, mostNear)
    .map(({ name }) => name);
}

/** A tool's words and what each weighs. */
function wordsOfTool(tool: Tool): Map<string, number> {
  const words = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const word of stemsOf(text)) words.set(word, Math.max(words.get(word) ?? 0, weight));
  };
  add(identifierWords(tool.function.name), weights.name);
  add(tool.function.description ?? "", weights.description);
  for (const text of parameterTexts(argumentsSchema(tool))) add(text, weights.parameter);
  return words;
}

function parameterTexts(schema: ValueSchema): string[] {
  return [...schema.properties].flatMap(([key, inner]) => [
    identifierWords(key),
    ...inner.choices.filter((choice) => typeof choice === "string"),
    ...parameterTexts(inner),
  ]);
}

function stemsOf(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words
    .filter((word) => word.length >= shortestWord && !common.has(word))
    .map((word) => word.slice(0, stem));
}

/** Words that say nothing of what is wanted. */
const common = new Set(
  (
    "the and for you your can could would will shall may might must with from this that these those what which who whom how " +
    "when where why was were are been being have has had does did done not but her his him she they them their its our " +
    "any all some one ones out off too very just also than then there here get got let please want wants need like"
  ).split(" "),
);

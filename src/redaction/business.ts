import type { Tool } from "../domain/tool.ts";
import { isJsonObject, type Json } from "../lib/json.ts";
import { type ScannedText, scan } from "../plugins/redactors/reading/scan.ts";

/** Longer texts are sentences, not names of things. */
const mostWords = 8;

/** The words of texts as ` one two | three `: what the business calls its things. */
export function businessWords(texts: Iterable<string>): string {
  return joinWords(Array.from(texts, scan));
}

export function joinWords(texts: readonly Pick<ScannedText, "words">[]): string {
  let joined = "| ";
  for (const { words } of texts) {
    if (words.length > 0 && words.length <= mostWords) joined += `${words.join(" ")} | `;
  }
  return joined;
}

/** Every string of a JSON value. */
export function* stringsOf(value: Json): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const item of value) yield* stringsOf(item);
  else if (isJsonObject(value)) for (const item of Object.values(value)) yield* stringsOf(item);
}

/** The values that the tools' schemas offer to choose from. */
export function* offeredBy(tools: readonly Tool[] | null): Generator<string> {
  for (const tool of tools ?? []) yield* offers(tool.function.parameters ?? {});
}

function* offers(schema: Json): Generator<string> {
  if (Array.isArray(schema)) {
    for (const part of schema) yield* offers(part);
  } else if (isJsonObject(schema)) {
    if (Array.isArray(schema["enum"])) yield* stringsOf(schema["enum"]);
    if (typeof schema["const"] === "string") yield schema["const"];
    for (const part of Object.values(schema)) if (typeof part === "object") yield* offers(part);
  }
}

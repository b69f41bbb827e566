import { isJsonObject, type Json, type JsonObject, parseJson } from "./json.ts";

/** As many as a call's readers ask for one after the other. */
const most = 64;
const longest = 4096;
let kept = new Map<string, Json | undefined>();

/** `parseJson` for texts that several readers ask for in turn: the last values are kept. Nobody may change them. */
export function parseKeptJson(text: string): Json | undefined {
  if (text.length > longest) return parseJson(text);
  const known = kept.get(text);
  if (known !== undefined) return known;
  const value = parseJson(text);
  if (kept.size >= most) kept = new Map();
  kept.set(text, value);
  return value;
}

export function parseKeptJsonObject(text: string): JsonObject | undefined {
  const value = parseKeptJson(text);
  return isJsonObject(value) ? value : undefined;
}

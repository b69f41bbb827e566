import { isTooDeep, parseJson } from "../../../lib/json.ts";

/** JSON inside a JSON string inside a text column is seen in the wild; more layers are not. */
const mostLayers = 3;

/**
 * The value behind text that holds JSON, however often it was encoded; any other text stays text. Text is decoded only
 * where it holds an object, an array, a string or null: a column that says `12` or `true` may well mean the word.
 */
export function decoded(value: unknown): unknown {
  let current = value;
  for (let layer = 0; layer < mostLayers && typeof current === "string"; layer += 1) {
    if (!/^\s*(?:[[{"]|null\s*$)/.test(current)) return current;
    const inner = parseJson(current);
    if (inner === undefined || isTooDeep(inner)) return current;
    current = inner;
  }
  return current;
}

/**
 * The text as the model or the tool wrote it. A value is written as JSON, a JSON string gives what it holds, text that
 * isn't JSON stays as it is; null where there is nothing.
 */
export function rawText(value: unknown): string | null {
  let current = value;
  for (let layer = 0; layer < mostLayers && typeof current === "string"; layer += 1) {
    if (!/^\s*(?:"|null\s*$)/.test(current)) return current;
    const inner = parseJson(current);
    if (inner === undefined) return current;
    current = inner;
  }
  if (typeof current === "string") return current;
  return current === null || current === undefined ? null : JSON.stringify(current);
}

/** Raw arguments of a tool call. Nothing, or an empty text, is how logs keep a tool call without arguments. */
export function argumentsText(value: unknown): string {
  const text = rawText(value);
  return text === null || /^\s*$/.test(text) ? "{}" : text;
}

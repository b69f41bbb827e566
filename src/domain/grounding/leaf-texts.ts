import { isJsonObject, type Json } from "../../lib/json.ts";

/** Strings and numbers in a value, in order; keys are not evidence. */
export function leafTexts(value: Json): string[] {
  const texts: string[] = [];
  collectTexts(value, texts);
  return texts;
}

function collectTexts(value: Json, texts: string[]): void {
  if (typeof value === "string") texts.push(value);
  else if (typeof value === "number") texts.push(String(value));
  else if (Array.isArray(value)) for (const element of value) collectTexts(element, texts);
  else if (isJsonObject(value)) for (const key of Object.keys(value)) collectTexts(value[key] ?? null, texts);
}

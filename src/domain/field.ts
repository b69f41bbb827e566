import type { Json } from "../lib/json.ts";

/** What a key of parsed JSON holds; undefined where the key isn't there. */
export type Field = Json | undefined;

export function isText(value: Field): value is string {
  return typeof value === "string";
}

export function isTextOrNull(value: Field): value is string | null {
  return value === null || isText(value);
}

export function isFlag(value: Field): value is boolean {
  return typeof value === "boolean";
}

export function isAtLeast(value: Field, least: number): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= least;
}

export function isWholeAtLeast(value: Field, least: number): value is number {
  return isAtLeast(value, least) && Number.isSafeInteger(value);
}

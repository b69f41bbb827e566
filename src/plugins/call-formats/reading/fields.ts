import { isJsonObject, type Json, type JsonObject } from "../../../lib/json.ts";

/** The first of the named fields that holds something; logs name one thing in many ways. */
export function firstOf(fields: JsonObject, names: readonly string[]): Json | undefined {
  for (const name of names) {
    const value = fields[name];
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** The same for dotted names: `metadata.call_id` is `call_id` inside `metadata`. */
export function firstAt(fields: JsonObject, paths: readonly string[]): Json | undefined {
  for (const path of paths) {
    const value = path.includes(".") ? valueAt(fields, path.split(".")) : fields[path];
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** A word, an id, a number as text; null where there is none, or only blanks. */
export function wordOf(value: unknown): string | null {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "string") return null;
  const word = value.trim();
  return word === "" ? null : word;
}

/** A number, or text that holds one; null where it is neither. */
export function numberOf(value: unknown): number | null {
  if (typeof value === "string" && value.trim() === "") return null;
  const number = typeof value === "number" || typeof value === "string" ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}

/** Yes or no as a flag, a number or a status word; null where it says neither. */
export function flagOf(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  const word = wordOf(value)?.toLowerCase();
  if (word === undefined) return null;
  if (yesWords.has(word)) return true;
  return noWords.has(word) ? false : null;
}

const yesWords = new Set("true t yes y 1 ok success successful succeeded completed complete done".split(" "));
const noWords = new Set(
  "false f no n 0 error failed failure fail unsuccessful cancelled canceled timeout timed_out rejected".split(
    " ",
  ),
);

function valueAt(fields: JsonObject, path: readonly string[]): Json | undefined {
  let value: Json | undefined = fields;
  for (const name of path) {
    if (!isJsonObject(value)) return undefined;
    value = value[name];
  }
  return value;
}

/** Any value JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object; arrays and null are not. */
export type JsonObject = { readonly [key: string]: Json };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value, or `undefined` where the text isn't JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // Broken JSON is an answer here; the asker decides what it means.
    return undefined;
  }
}

/** The object, or `undefined` where the text is broken JSON or JSON of another type. */
export function parseJsonObject(text: string): JsonObject | undefined {
  const value = parseJson(text);
  return isJsonObject(value) ? value : undefined;
}

/**
 * One text for one value: keys sorted by code unit, no spaces. Two values are equal exactly when their
 * canonical texts are. Numbers as JavaScript prints them (RFC 8785's rule), so `5.0` and `5` agree.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const fields = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${fields.join(",")}}`;
}

/** Whether two values are equal, as `canonicalJson` has it, without writing them. */
export function isSameJson(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) return Array.isArray(other) && areSameLists(one, other);
  return isJsonObject(one) && isJsonObject(other) && areSameObjects(one, other);
}

function areSameLists(one: readonly Json[], other: readonly Json[]): boolean {
  return one.length === other.length && one.every((value, index) => isSameJson(value, other[index] ?? null));
}

function areSameObjects(one: JsonObject, other: JsonObject): boolean {
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSameJson(one[key] ?? null, other[key] ?? null))
  );
}

/** Far more than any log has, and far less than what makes writing JSON overflow the stack. */
const mostLevels = 200;

/** A value so nested that it can be read but not written again: somebody's prank, and it must not stop a pull. */
export function isTooDeep(value: unknown): boolean {
  return nestsDeeper(value, mostLevels);
}

/** Whether objects and lists stand in each other more than `most` deep. Makes no lists of values: every record passes here. */
export function nestsDeeper(value: unknown, most: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (most === 0) return true;
  if (Array.isArray(value)) return value.some((inner) => isNesting(inner, most));
  const fields = value as Readonly<Record<string, unknown>>;
  for (const name in fields) if (isNesting(fields[name], most)) return true;
  return false;
}

function isNesting(inner: unknown, most: number): boolean {
  return typeof inner === "object" && nestsDeeper(inner, most - 1);
}

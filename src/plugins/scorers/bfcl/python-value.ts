import type { Json } from "../../../lib/json.ts";

/**
 * A value as Python's `json` reads it: whole numbers are bigint and others number, since BFCL tells 5 from 5.0; objects
 * are maps.
 */
export type PythonValue = null | boolean | string | bigint | number | PythonValue[] | PythonObject;
export type PythonObject = Map<string, PythonValue>;

export type PythonType = "none" | "bool" | "str" | "int" | "float" | "list" | "dict";

/** Strings are passed over, so that digits in them stay. */
const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** No key of a model's or a schema's. */
const numberKey = "\u0000number";

/** The value of a JSON text; `undefined` where it is none. */
export function parsePython(text: string): PythonValue | undefined {
  const marked = text.replace(stringOrNumber, (token) =>
    token.startsWith('"') ? token : `{"\\u0000number":"${token}"}`,
  );
  try {
    // Broken numbers ("01") must stay broken.
    JSON.parse(text);
    return fromJson(JSON.parse(marked) as Json);
  } catch {
    return undefined;
  }
}

function fromJson(value: Json): PythonValue {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(fromJson);
  const fields = Object.entries(value);
  const [first] = fields;
  if (first?.[0] === numberKey) return numberFrom(String(first[1]));
  return new Map(fields.map(([key, inner]) => [key, fromJson(inner)]));
}

function numberFrom(text: string): bigint | number {
  return /^-?\d+$/.test(text) ? BigInt(text) : Number(text);
}

export function typeOf(value: PythonValue): PythonType {
  if (value === null) return "none";
  if (Array.isArray(value)) return "list";
  if (value instanceof Map) return "dict";
  const byKind = { boolean: "bool", string: "str", bigint: "int", number: "float" } as const;
  return byKind[typeof value as keyof typeof byKind];
}

/** Python's `==`: True is 1, and 1 is 1.0. */
export function isEqual(one: PythonValue, other: PythonValue): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => isEqual(value, other[index] ?? null));
  if (one instanceof Map && other instanceof Map)
    return (
      one.size === other.size &&
      [...one].every(([key, value]) => other.has(key) && isEqual(value, other.get(key) ?? null))
    );
  const [left, right] = [asNumber(one), asNumber(other)];
  // Biome: a bigint and a number are equal under == where they are the same number.
  // biome-ignore lint/suspicious/noDoubleEquals: 1n === 1 is false
  if (left !== null && right !== null) return left == right;
  return one === other;
}

/** Python's `in`. */
export function isIn(value: PythonValue, values: readonly PythonValue[]): boolean {
  return values.some((other) => isEqual(value, other));
}

function asNumber(value: PythonValue): bigint | number | null {
  if (typeof value === "boolean") return value ? 1n : 0n;
  return typeof value === "bigint" || typeof value === "number" ? value : null;
}

/** JSON that reads back as the same value: 5.0 keeps its fraction. */
export function writePython(value: PythonValue): string {
  if (Array.isArray(value)) return `[${value.map(writePython).join(",")}]`;
  if (value instanceof Map) {
    const fields = [...value].map(([key, inner]) => `${JSON.stringify(key)}:${writePython(inner)}`);
    return `{${fields.join(",")}}`;
  }
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number")
    return Number.isInteger(value) && Math.abs(value) < 1e21 ? value.toFixed(1) : String(value);
  return JSON.stringify(value);
}

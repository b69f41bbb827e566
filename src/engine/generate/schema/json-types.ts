import { isJsonObject, type Json } from "../../../lib/json.ts";
import type { PlainNode } from "./expand-schema.ts";

export const jsonTypes = ["null", "boolean", "integer", "number", "string", "array", "object"] as const;
export type JsonType = (typeof jsonTypes)[number];

/** Keywords that are only written where this type is meant, though the standard would allow others. */
const meant: readonly (readonly [JsonType, readonly string[]])[] = [
  ["object", ["properties", "required", "additionalProperties", "patternProperties", "minProperties"]],
  ["array", ["items", "prefixItems", "minItems", "maxItems", "uniqueItems"]],
  ["string", ["pattern", "format", "minLength", "maxLength"]],
  ["number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]],
];

/** The types a value may have under schemas that must all hold; `number` includes `integer`. */
export function typesOf(nodes: readonly PlainNode[]): ReadonlySet<JsonType> {
  const named = nodes.map(({ schema }) => namedTypes(schema)).filter((types) => types !== null);
  if (named.length === 0) return new Set(impliedTypes(nodes) ?? jsonTypes);
  return new Set(jsonTypes.filter((type) => named.every((types) => types.has(type))));
}

function namedTypes(schema: PlainNode["schema"]): Set<JsonType> | null {
  const type = schema["type"];
  if (type === undefined) return null;
  const names: readonly Json[] = Array.isArray(type) ? type : [type];
  const types = new Set(jsonTypes.filter((one) => names.includes(one)));
  if (types.has("number")) types.add("integer");
  if (schema["nullable"] === true) types.add("null");
  return types;
}

function impliedTypes(nodes: readonly PlainNode[]): JsonType[] | null {
  const keys = new Set(nodes.flatMap(({ schema }) => Object.keys(schema)));
  if (keys.has("enum") || keys.has("const")) return null;
  const implied = meant.find(([, keywords]) => keywords.some((keyword) => keys.has(keyword)));
  return implied === undefined ? null : [implied[0]];
}

export function typeOf(value: Json): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (isJsonObject(value)) return "object";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value === "boolean" ? "boolean" : "string";
}

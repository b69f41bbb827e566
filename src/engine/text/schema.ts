import type { JsonSchema, Tool } from "../../domain/tool.ts";
import { isJsonObject, type Json, type JsonObject } from "../../lib/json.ts";

/** What the engine understands of a JSON Schema; all other keywords are left to the validator. */
export interface ValueSchema {
  readonly kind: "string" | "number" | "integer" | "boolean" | "object" | "list" | "any";
  readonly raw: JsonObject;
  /** In the order given; only for objects. */
  readonly properties: ReadonlyMap<string, ValueSchema>;
  readonly required: ReadonlySet<string>;
  /** Only for lists. */
  readonly items: ValueSchema | null;
  /** From `enum` and `const`; empty where any value of the kind will do. */
  readonly choices: readonly Json[];
}

/** Schemas that refer to themselves are read so many references deep. */
const mostReferences = 3;
/** References that lead straight to one another. */
const mostHops = 6;

/** The arguments of a tool; a tool without parameters takes an object without properties. */
export function argumentsSchema(tool: Tool): ValueSchema {
  const raw = tool.function.parameters ?? { type: "object" };
  const read = readSchema(raw);
  return read.kind === "object" ? read : { ...read, kind: "object" };
}

/** Reads a schema, with `$ref` looked up in it and `allOf`, `anyOf`, `oneOf` settled. Never throws. */
export function readSchema(schema: JsonSchema): ValueSchema {
  return read(schema, schema, 0);
}

function read(schema: Json | undefined, root: JsonObject, references: number): ValueSchema {
  const followed = references + (refers(schema) ? 1 : 0);
  const raw = followed > mostReferences ? {} : settle(schema, root, 0);
  const kind = kindOf(raw);
  return {
    kind,
    raw,
    properties: kind === "object" ? readProperties(raw, root, followed) : new Map(),
    required: new Set(
      Array.isArray(raw["required"]) ? raw["required"].filter((key) => typeof key === "string") : [],
    ),
    items: kind === "list" ? read(firstItem(raw), root, followed) : null,
    choices: choicesOf(raw),
  };
}

function refers(schema: Json | undefined): boolean {
  if (!isJsonObject(schema)) return false;
  const parts = [schema["allOf"], schema["anyOf"], schema["oneOf"]].filter(Array.isArray).flat();
  return "$ref" in schema || parts.some((part) => refers(part));
}

function readProperties(raw: JsonObject, root: JsonObject, references: number): Map<string, ValueSchema> {
  const properties = isJsonObject(raw["properties"]) ? raw["properties"] : {};
  return new Map(Object.entries(properties).map(([key, schema]) => [key, read(schema, root, references)]));
}

function firstItem(raw: JsonObject): Json | undefined {
  const items = raw["items"] ?? raw["prefixItems"];
  return Array.isArray(items) ? items[0] : items;
}

/** The schema with references followed; of alternatives the first that isn't null. */
function settle(schema: Json | undefined, root: JsonObject, hops: number): JsonObject {
  if (!isJsonObject(schema) || hops > mostHops) return {};
  const { $ref, allOf, anyOf, oneOf, ...own } = schema;
  const settled = (inner: Json | undefined) => settle(inner, root, hops + 1);
  const alternatives = [anyOf, oneOf]
    .filter(Array.isArray)
    .map((list: readonly Json[]) => firstThatHolds(list));
  const parts = [
    ...(typeof $ref === "string" ? [lookUp($ref, root)] : []),
    ...(Array.isArray(allOf) ? allOf : []),
    ...alternatives,
  ];
  return parts.map(settled).reduce<JsonObject>(joinSchemas, own);
}

function firstThatHolds(alternatives: readonly Json[]): Json | undefined {
  return alternatives.find((one) => isJsonObject(one) && one["type"] !== "null") ?? alternatives[0];
}

function joinSchemas(left: JsonObject, right: JsonObject): JsonObject {
  const both = (key: string) => ({ ...asObject(right[key]), ...asObject(left[key]) });
  const required = [left["required"], right["required"]].filter(Array.isArray).flat();
  return {
    ...right,
    ...left,
    ...(left["properties"] || right["properties"] ? { properties: both("properties") } : {}),
    ...(required.length > 0 ? { required } : {}),
  };
}

function asObject(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function lookUp(reference: string, root: JsonObject): Json | undefined {
  if (!reference.startsWith("#")) return undefined;
  let found: Json | undefined = root;
  for (const step of reference.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    found = isJsonObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  return found;
}

const kinds: Readonly<Record<string, ValueSchema["kind"]>> = {
  string: "string",
  number: "number",
  integer: "integer",
  boolean: "boolean",
  object: "object",
  array: "list",
};

function kindOf(raw: JsonObject): ValueSchema["kind"] {
  const type = raw["type"];
  const named = Array.isArray(type) ? type.find((one) => one !== "null") : type;
  if (typeof named === "string" && Object.hasOwn(kinds, named)) return kinds[named] ?? "any";
  if (isJsonObject(raw["properties"])) return "object";
  if (raw["items"] !== undefined || raw["prefixItems"] !== undefined) return "list";
  const choices = choicesOf(raw);
  return choices.length > 0 && choices.every((choice) => typeof choice === "string") ? "string" : "any";
}

function choicesOf(raw: JsonObject): readonly Json[] {
  if (Array.isArray(raw["enum"])) return raw["enum"];
  return raw["const"] === undefined ? [] : [raw["const"]];
}

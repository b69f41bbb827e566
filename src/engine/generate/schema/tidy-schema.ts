import { isJsonObject, type Json, type JsonObject } from "../../../lib/json.ts";

const types = ["string", "number", "integer", "boolean", "null", "object", "array"];
const isNumber = (value: Json) => typeof value === "number";
const isCount = (value: Json) => typeof value === "number" && Number.isInteger(value) && value >= 0;
const isText = (value: Json) => typeof value === "string";
const isFlag = (value: Json) => typeof value === "boolean";
const isSchema = (value: Json) => isJsonObject(value) || typeof value === "boolean";
const isSchemaList = (value: Json) => Array.isArray(value) && value.length > 0 && value.every(isSchema);
const isType = (value: Json) => typeof value === "string" && types.includes(value);

/** What a keyword's value must be; drafts 7 and 2020-12 agree on these. */
const keywords: Readonly<Record<string, (value: Json) => boolean>> = {
  type: (value) => isType(value) || (Array.isArray(value) && value.length > 0 && value.every(isType)),
  enum: (value) => Array.isArray(value) && value.length > 0,
  required: (value) => Array.isArray(value) && value.every(isText),
  properties: isJsonObject,
  patternProperties: isJsonObject,
  items: (value) => isSchema(value) || isSchemaList(value),
  prefixItems: isSchemaList,
  anyOf: isSchemaList,
  oneOf: isSchemaList,
  allOf: isSchemaList,
  not: isSchema,
  additionalProperties: isSchema,
  minimum: isNumber,
  maximum: isNumber,
  exclusiveMinimum: isNumber,
  exclusiveMaximum: isNumber,
  multipleOf: (value) => typeof value === "number" && value > 0,
  minLength: isCount,
  maxLength: isCount,
  minItems: isCount,
  maxItems: isCount,
  minProperties: isCount,
  maxProperties: isCount,
  uniqueItems: isFlag,
  nullable: isFlag,
  pattern: (value) => isText(value) && isPattern(String(value)),
  format: isText,
  $ref: isText,
};

/**
 * The schema without keywords that break the standard, as handwritten tools have them (`"required": true` in a property,
 * draft 4's `"exclusiveMinimum": true`): services that don't validate schemas ignore these too.
 */
export function tidySchema(schema: JsonObject): JsonObject {
  return tidyObject(schema, "schema");
}

/** What the keys of an object are: keywords, names of properties, or nothing that is to be changed. */
type Kind = "schema" | "names";

const namesUnder = new Set(["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"]);
const untouched = new Set(["enum", "const", "default", "examples", "example", "required", "type"]);

function tidyObject(schema: JsonObject, kind: Kind): JsonObject {
  const kept = Object.entries(schema).filter(([key, value]) => kind === "names" || holds(schema, key, value));
  return Object.fromEntries(kept.map(([key, value]) => [key, tidyInner(key, value, kind)]));
}

function holds(schema: JsonObject, keyword: string, value: Json): boolean {
  if (keyword === "$id" || (keyword === "nullable" && schema["type"] === undefined)) return false;
  return !Object.hasOwn(keywords, keyword) || keywords[keyword]?.(value) === true;
}

function tidyInner(key: string, value: Json, kind: Kind): Json {
  if (kind === "schema" && untouched.has(key)) return value;
  const inner = kind === "schema" && namesUnder.has(key) ? "names" : "schema";
  if (Array.isArray(value)) {
    return value.map((one: Json) => (isJsonObject(one) ? tidyObject(one, "schema") : one));
  }
  return isJsonObject(value) ? tidyObject(value, inner) : value;
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    // Another dialect of regular expressions.
    return false;
  }
}

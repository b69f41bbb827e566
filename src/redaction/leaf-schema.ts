import { isJsonObject, type Json, type JsonObject } from "../lib/json.ts";

/** The schemas that speak of a leaf, with `anyOf` and the like opened up; `$ref` only into the root's own `$defs`. */
export function schemasAt(root: JsonObject, path: readonly string[]): readonly JsonObject[] {
  let level: readonly JsonObject[] = opened(root, root);
  for (const key of path) {
    level = level.flatMap((schema) => below(schema, key)).flatMap((schema) => opened(root, schema));
    if (level.length === 0) return [];
  }
  return level;
}

const deepest = 5;

function opened(root: JsonObject, schema: JsonObject, depth = 0): readonly JsonObject[] {
  if (depth > deepest) return [];
  const branches = ["anyOf", "oneOf", "allOf"].flatMap((key) => {
    const list = schema[key];
    return Array.isArray(list) ? list.filter(isJsonObject) : [];
  });
  const target = typeof schema["$ref"] === "string" ? resolve(root, schema["$ref"]) : undefined;
  const further = target === undefined ? branches : [...branches, target];
  return [schema, ...further.flatMap((branch) => opened(root, branch, depth + 1))];
}

function resolve(root: JsonObject, reference: string): JsonObject | undefined {
  let value: Json | undefined = root;
  for (const key of reference.replace(/^#\/?/, "").split("/").filter(Boolean)) {
    value = isJsonObject(value) ? value[key] : undefined;
  }
  return isJsonObject(value) ? value : undefined;
}

function below(schema: JsonObject, key: string): readonly JsonObject[] {
  if (key === "[]") {
    const items = schema["items"];
    return isJsonObject(items) ? [items] : [];
  }
  const properties = schema["properties"];
  const property = isJsonObject(properties) ? properties[key] : undefined;
  if (isJsonObject(property)) return [property];
  const rest = schema["additionalProperties"];
  return isJsonObject(rest) ? [rest] : [];
}

/** True where a schema asks more of a text than its type. */
export function isBinding(schema: JsonObject): boolean {
  return binding.some((key) => schema[key] !== undefined);
}

const binding =
  "enum const minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum multipleOf pattern format".split(
    " ",
  );

/** True where a schema names the values to choose from. */
export function isConfined(schemas: readonly JsonObject[]): boolean {
  return schemas.some((schema) => Array.isArray(schema["enum"]) || schema["const"] !== undefined);
}

/** Whether a leaf's text keeps every rule of its schemas that the original text kept. */
export function keepsSchemas(schemas: readonly JsonObject[], original: string, text: string): boolean {
  return schemas.every((schema) => rules.every((rule) => !rule(schema, original) || rule(schema, text)));
}

type Rule = (schema: JsonObject, text: string) => boolean;

const rules: readonly Rule[] = [
  ({ minLength }, text) => typeof minLength !== "number" || lengthOf(text) >= minLength,
  ({ maxLength }, text) => typeof maxLength !== "number" || lengthOf(text) <= maxLength,
  ({ minimum }, text) => typeof minimum !== "number" || Number(text) >= minimum,
  ({ maximum }, text) => typeof maximum !== "number" || Number(text) <= maximum,
  ({ multipleOf }, text) => typeof multipleOf !== "number" || Number(text) % multipleOf === 0,
  ({ pattern }, text) => typeof pattern !== "string" || matches(pattern, text),
  ({ format }, text) => typeof format !== "string" || (formats[format]?.test(text) ?? true),
];

/** The formats that values of persons have; as strict as ajv-formats on the texts that redactors write. */
const formats: Readonly<Record<string, RegExp>> = {
  email: /^[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i,
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  ipv4: /^\d{1,3}(?:\.\d{1,3}){3}$/,
};

function lengthOf(text: string): number {
  return Array.from(text).length;
}

function matches(pattern: string, text: string): boolean {
  return compiled(pattern)?.test(text) ?? true;
}

const mostCompiled = 256;
const patterns = new Map<string, RegExp | null>();

/** Compiled once for all calls with the same tools; null where JavaScript can't read it: it binds nobody here then. */
function compiled(pattern: string): RegExp | null {
  const before = patterns.get(pattern);
  if (before !== undefined) return before;
  if (patterns.size >= mostCompiled) patterns.clear();
  const regex = compile(pattern);
  patterns.set(pattern, regex);
  return regex;
}

function compile(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return null;
  }
}

import { isJsonObject, type Json, type JsonObject } from "../../../lib/json.ts";
import { type Conjunction, type PlainNode, pointerTo, type SchemaNode } from "./expand-schema.ts";

/** One way to make an object. */
export interface ObjectShape {
  /** What may stand under each key. */
  readonly values: ReadonlyMap<string, Conjunction>;
  readonly required: ReadonlySet<string>;
  readonly least: number;
  readonly most: number;
  /** For keys of the model's own; null where there may be none. */
  readonly invented: Conjunction | null;
}

/** One way to make a list. */
export interface ListShape {
  /** Null where no item may stand. */
  itemAt(index: number): Conjunction | null;
  readonly least: number;
  readonly most: number;
  readonly unique: boolean;
}

/** Lists that may be of any length end here. */
const longestList = 64;

/** Null where a required key is forbidden. */
export function objectShape(nodes: readonly PlainNode[]): ObjectShape | null {
  const required = new Set(nodes.flatMap(({ schema }) => textList(schema["required"])));
  const named = new Set(nodes.flatMap(({ schema }) => Object.keys(objectIn(schema, "properties"))));
  const values = new Map<string, Conjunction>();
  for (const key of [...named, ...required]) {
    const conjunction = nodes.flatMap((node) => schemasOfKey(node, key));
    if (!conjunction.some(({ schema }) => schema === false)) values.set(key, conjunction);
    else if (required.has(key)) return null;
  }
  const free = nodes.every(
    ({ schema }) => !isJsonObject(schema["properties"]) && schema["additionalProperties"] !== false,
  );
  const additional = nodes.flatMap((node) => partOf(node, "additionalProperties"));
  return {
    values,
    required,
    least: Math.max(0, ...nodes.map(({ schema }) => numberIn(schema, "minProperties", 0))),
    most: Math.min(...nodes.map(({ schema }) => numberIn(schema, "maxProperties", Number.POSITIVE_INFINITY))),
    invented: free ? additional : null,
  };
}

/** What one of the schemas asks of the value under a key. */
function schemasOfKey(node: PlainNode, key: string): SchemaNode[] {
  const properties = objectIn(node.schema, "properties");
  const byPattern = Object.entries(objectIn(node.schema, "patternProperties"))
    .filter(([pattern]) => matches(pattern, key))
    .map(([pattern, schema]) => ({ schema, pointer: pointerTo(node, "patternProperties", pattern) }));
  if (Object.hasOwn(properties, key)) {
    const schema = properties[key] ?? true;
    return [{ schema, pointer: pointerTo(node, "properties", key) }, ...byPattern];
  }
  return byPattern.length > 0 ? byPattern : partOf(node, "additionalProperties");
}

function partOf(node: PlainNode, keyword: string): SchemaNode[] {
  const schema = node.schema[keyword];
  return schema === undefined ? [] : [{ schema, pointer: pointerTo(node, keyword) }];
}

function matches(pattern: string, key: string): boolean {
  try {
    return new RegExp(pattern, "u").test(key);
  } catch {
    // The validator judges with its own reading.
    return false;
  }
}

export function listShape(nodes: readonly PlainNode[]): ListShape {
  return {
    itemAt(index) {
      const conjunction = nodes.flatMap((node) => schemasOfItem(node, index));
      return conjunction.some(({ schema }) => schema === false) ? null : conjunction;
    },
    least: Math.max(0, ...nodes.map(({ schema }) => numberIn(schema, "minItems", 0))),
    most: Math.min(longestList, ...nodes.map(({ schema }) => numberIn(schema, "maxItems", longestList))),
    unique: nodes.some(({ schema }) => schema["uniqueItems"] === true),
  };
}

function schemasOfItem(node: PlainNode, index: number): SchemaNode[] {
  for (const keyword of ["prefixItems", "items"]) {
    const tuple: Json | undefined = node.schema[keyword];
    if (!Array.isArray(tuple)) continue;
    const schema: Json | undefined = tuple[index];
    if (schema !== undefined) return [{ schema, pointer: pointerTo(node, keyword, index) }];
    if (keyword === "items") return partOf(node, "additionalItems");
  }
  return partOf(node, "items");
}

/** The one way to make a list or an object of known content; such schemas stand nowhere in the root. */
export function shapeOfValue(value: Json): { readonly object: ObjectShape } | { readonly list: ListShape } {
  const only = (inner: Json): Conjunction => [{ schema: { const: inner }, pointer: null }];
  if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    const itemAt = (index: number) => (index < items.length ? only(items[index] ?? null) : null);
    return { list: { itemAt, least: items.length, most: items.length, unique: false } };
  }
  const fields = isJsonObject(value) ? Object.entries(value) : [];
  const values = new Map(fields.map(([key, inner]) => [key, only(inner)]));
  const size = values.size;
  return { object: { values, required: new Set(values.keys()), least: size, most: size, invented: null } };
}

function objectIn(schema: JsonObject, keyword: string): JsonObject {
  const value = schema[keyword];
  return isJsonObject(value) ? value : {};
}

function numberIn(schema: JsonObject, keyword: string, otherwise: number): number {
  const value = schema[keyword];
  return typeof value === "number" ? value : otherwise;
}

function textList(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

import { isJsonObject, type Json, type JsonObject } from "../../lib/json.ts";

/** One scalar inside a tool call's arguments. */
export interface Leaf {
  /** Keys from the outside in; array places are left out. */
  readonly path: readonly string[];
  readonly value: string | number | boolean | null;
  /** What the schema says of it: several where it allows alternatives, none where it is silent. */
  readonly schemas: readonly JsonObject[];
}

const deepestSchema = 24;

/** Every scalar of the arguments in order, each with its part of the schema. */
export function leavesOf(value: Json, schema: JsonObject | undefined): Leaf[] {
  const leaves: Leaf[] = [];
  const root = schema ?? none;
  collect(value, [], alternativesOf(root, root), { root, leaves });
  return leaves;
}

/** A part of a schema while it is walked: what it says here, by itself and by the alternatives it allows. */
export interface SchemaPlace {
  readonly root: JsonObject;
  readonly schemas: readonly JsonObject[];
}

export function schemaAtRoot(schema: JsonObject | undefined): SchemaPlace {
  const root = schema ?? none;
  return { root, schemas: alternativesOf(root, root) };
}

export function schemaOfProperty({ root, schemas }: SchemaPlace, key: string): SchemaPlace {
  return { root, schemas: gathered(schemas, (schema) => propertyOf(schema, key, root)) };
}

export function schemaOfItems({ root, schemas }: SchemaPlace): SchemaPlace {
  return { root, schemas: gathered(schemas, (schema) => alternativesOf(schema["items"], root)) };
}

const none: JsonObject = {};

interface Walk {
  readonly root: JsonObject;
  readonly leaves: Leaf[];
}

function collect(value: Json, path: readonly string[], schemas: readonly JsonObject[], walk: Walk): void {
  if (Array.isArray(value)) {
    const items = gathered(schemas, (schema) => alternativesOf(schema["items"], walk.root));
    for (const element of value) collect(element, path, items, walk);
  } else if (isJsonObject(value)) {
    for (const [key, child] of Object.entries(value)) {
      const properties = gathered(schemas, (schema) => propertyOf(schema, key, walk.root));
      collect(child, [...path, key], properties, walk);
    }
  } else if (value === null || typeof value !== "object") walk.leaves.push({ path, value, schemas });
}

/** Nearly always there is one schema, whose parts stand as they are. */
function gathered(
  schemas: readonly JsonObject[],
  partsOf: (schema: JsonObject) => readonly JsonObject[],
): readonly JsonObject[] {
  const [only] = schemas;
  return schemas.length === 1 && only !== undefined ? partsOf(only) : schemas.flatMap(partsOf);
}

function propertyOf(schema: JsonObject, key: string, root: JsonObject): readonly JsonObject[] {
  const properties = schema["properties"];
  return isJsonObject(properties) ? alternativesOf(properties[key], root) : [];
}

/** A tool's schema is walked for each of its calls, so its parts are laid out once. */
const laidOut = new WeakMap<JsonObject, WeakMap<JsonObject, readonly JsonObject[]>>();

function alternativesOf(schema: Json | undefined, root: JsonObject): readonly JsonObject[] {
  if (!isJsonObject(schema)) return [];
  const ofRoot = laidOut.get(root) ?? new WeakMap<JsonObject, readonly JsonObject[]>();
  laidOut.set(root, ofRoot);
  const known = ofRoot.get(schema) ?? layOut(schema, root, 0);
  ofRoot.set(schema, known);
  return known;
}

/** The schema with its local reference followed and its `anyOf`, `oneOf` and `allOf` laid side by side. */
function layOut(schema: Json | undefined, root: JsonObject, depth: number): JsonObject[] {
  if (!isJsonObject(schema) || depth > deepestSchema) return [];
  const parts = ["anyOf", "oneOf", "allOf"].flatMap((key) => {
    const choices = schema[key];
    return Array.isArray(choices) ? choices.flatMap((choice) => layOut(choice, root, depth + 1)) : [];
  });
  const target = schema["$ref"];
  if (typeof target === "string") parts.push(...layOut(lookUp(root, target), root, depth + 1));
  return [schema, ...parts];
}

/** `#/$defs/address` and the like; references to other documents are not followed. */
function lookUp(root: JsonObject, reference: string): Json | undefined {
  if (!reference.startsWith("#/")) return undefined;
  let part: Json | undefined = root;
  for (const key of reference.slice(2).split("/")) part = isJsonObject(part) ? part[key] : undefined;
  return part;
}

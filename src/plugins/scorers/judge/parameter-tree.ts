import {
  type SchemaPlace,
  schemaAtRoot,
  schemaOfItems,
  schemaOfProperty,
} from "../../../domain/grounding/leaves.ts";
import type { JsonObject } from "../../../lib/json.ts";
import { type ParameterBook, type ParameterEntry, parameterName } from "./parameter-book.ts";

/** A parameter of a tool, or a part of one. All that is known of it is worked out once, for each tool call asks for it. */
export interface Parameter {
  /** Keys from the outside in; places in lists are left out. */
  readonly path: readonly string[];
  /** The path as reports write it. */
  readonly name: string;
  readonly schema: SchemaPlace;
  /** Whether the schema around it demands it. */
  readonly isRequired: boolean;
  /** How its values are compared; the book chooses when first asked. */
  entry(): ParameterEntry;
  /** The part that an object has under this key. */
  property(key: string): Parameter;
  /** What stands in a list. */
  items(): Parameter;
}

/** Gives all arguments of a tool with this schema as one parameter without a name. */
export type ParameterTrees = (tool: string, schema: JsonObject | undefined) => Parameter;

export function createParameterTrees(book: ParameterBook): ParameterTrees {
  const bySchema = new WeakMap<JsonObject, Map<string, Parameter>>();
  return (tool, schema = noSchema) => {
    const byTool = bySchema.get(schema) ?? new Map<string, Parameter>();
    bySchema.set(schema, byTool);
    const known = byTool.get(tool) ?? parameterOf({ book, tool }, rootPlace(schema));
    byTool.set(tool, known);
    return known;
  };
}

const noSchema: JsonObject = {};

type Place = Pick<Parameter, "path" | "schema" | "isRequired">;

function rootPlace(schema: JsonObject): Place {
  return { path: [], schema: schemaAtRoot(schema), isRequired: true };
}

interface Owner {
  readonly book: ParameterBook;
  readonly tool: string;
}

function parameterOf(owner: Owner, place: Place): Parameter {
  const { path, schema } = place;
  const properties = new Map<string, Parameter>();
  let entry: ParameterEntry | undefined;
  let items: Parameter | undefined;
  return {
    ...place,
    name: parameterName(path),
    entry() {
      entry ??= owner.book.entry(owner.tool, path, schema.schemas);
      return entry;
    },
    property(key) {
      const known = properties.get(key) ?? parameterOf(owner, propertyPlace(place, key));
      properties.set(key, known);
      return known;
    },
    items() {
      items ??= parameterOf(owner, { ...place, schema: schemaOfItems(schema) });
      return items;
    },
  };
}

function propertyPlace({ path, schema }: Place, key: string): Place {
  const isRequired = schema.schemas.some(({ required }) => Array.isArray(required) && required.includes(key));
  return { path: [...path, key], schema: schemaOfProperty(schema, key), isRequired };
}

import type { Call } from "../../domain/call.ts";
import type { Tool } from "../../domain/tool.ts";
import { isJsonObject, type Json, type JsonObject, parseJsonObject } from "../../lib/json.ts";

/** What was seen of the tools' arguments, by tenant and tool. */
export interface SeenTools {
  add(call: Call): void;
  /** Tools by tenant id (`*` for calls without one), sorted by name. */
  tools(): Readonly<Record<string, readonly Tool[]>>;
}

interface SeenArguments {
  uses: number;
  readonly properties: Map<string, { uses: number; readonly types: Set<string>; items: Set<string> }>;
}

const inferredNote = "Inferred from logged calls: the real schema was not at hand.";

/**
 * Schemas from logged arguments, for logs that keep none: a property's types are those seen, it is required when every
 * use had it. No enums: values not seen yet may be right.
 */
export function inferTools(): SeenTools {
  const tenants = new Map<string, Map<string, SeenArguments>>();
  return {
    add(call) {
      const tools = getOrMake(tenants, call.tenant?.id ?? "*", () => new Map<string, SeenArguments>());
      for (const turn of call.turns) {
        if (turn.role !== "agent") continue;
        for (const made of turn.toolCalls) {
          const seen = getOrMake(tools, made.name, () => ({ uses: 0, properties: new Map() }));
          addArguments(seen, parseJsonObject(made.arguments === "" ? "{}" : made.arguments));
        }
      }
    },
    tools: () =>
      Object.fromEntries(
        [...tenants]
          .sort(byKey)
          .map(([tenant, tools]) => [
            tenant,
            [...tools].sort(byKey).map(([name, seen]) => toTool(name, seen)),
          ]),
      ),
  };
}

function addArguments(seen: SeenArguments, args: JsonObject | undefined): void {
  if (args === undefined) return;
  seen.uses += 1;
  for (const [key, value] of Object.entries(args)) {
    const property = getOrMake(seen.properties, key, () => ({
      uses: 0,
      types: new Set<string>(),
      items: new Set<string>(),
    }));
    property.uses += 1;
    property.types.add(typeOf(value));
    if (Array.isArray(value)) for (const item of value) property.items.add(typeOf(item));
  }
}

function toTool(name: string, seen: SeenArguments): Tool {
  const properties = [...seen.properties].sort(byKey);
  return {
    type: "function",
    function: {
      name,
      description: inferredNote,
      parameters: {
        type: "object",
        properties: Object.fromEntries(
          properties.map(([key, { types, items }]) => [key, propertySchema(types, items)]),
        ),
        required: properties.filter(([, { uses }]) => uses === seen.uses).map(([key]) => key),
      },
    },
  };
}

function propertySchema(types: ReadonlySet<string>, items: ReadonlySet<string>): JsonObject {
  const type = typeList(types);
  return types.has("array") && items.size > 0 ? { type, items: { type: typeList(items) } } : { type };
}

function typeList(types: ReadonlySet<string>): Json {
  const names = [...types].filter((type) => type !== "integer" || !types.has("number")).sort();
  return names.length === 1 ? (names[0] ?? "null") : names;
}

function typeOf(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (isJsonObject(value)) return "object";
  return typeof value === "number" && Number.isInteger(value) ? "integer" : typeof value;
}

function getOrMake<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const existing = map.get(key);
  if (existing !== undefined) return existing;
  const made = make();
  map.set(key, made);
  return made;
}

function byKey(left: readonly [string, unknown], right: readonly [string, unknown]): number {
  return left[0] < right[0] ? -1 : Number(left[0] > right[0]);
}

import { canonicalJson, type Json, parseJson } from "../../../lib/json.ts";
import { alternativesOf, type Conjunction } from "./expand-schema.ts";
import { type ScalarPlan, type ScalarPlanner, type Way, wayOf } from "./scalar-planner.ts";
import type { SchemaJudge } from "./schema-judge.ts";
import { type ListShape, listShape, type ObjectShape, objectShape, shapeOfValue } from "./shapes.ts";

/** How a value of a schema can be written. */
export interface ValuePlan extends ScalarPlan {
  readonly objects: readonly ObjectShape[];
  readonly lists: readonly ListShape[];
  /** Values that the schema itself shows; not always valid. */
  readonly samples: readonly Json[];
  /** Whether the value is valid. */
  accepts(json: string): boolean;
}

/** Plans values of any of several conjunctions; what was planned once is remembered. */
export type Planner = (anyOf: readonly Conjunction[]) => ValuePlan;

export function createPlanner(judge: SchemaJudge, scalars: ScalarPlanner): Planner {
  const known = new Map<string, ValuePlan>();
  return (anyOf) => {
    const key = JSON.stringify(anyOf.map((all) => all.map(({ schema, pointer }) => pointer ?? schema)));
    const before = known.get(key);
    if (before !== undefined) return before;
    const ways = anyOf.flatMap((all) => alternativesOf(judge.root, all)).map(wayOf);
    const plan: ValuePlan = {
      ...scalars(ways),
      objects: ways.flatMap(objectsOf),
      lists: ways.flatMap(listsOf),
      samples: ways.flatMap(samplesOf),
      accepts(json) {
        const value = parseJson(json);
        return anyOf.some((all) => all.every((node) => accepts(judge, node, value)));
      },
    };
    known.set(key, plan);
    return plan;
  };
}

function accepts(judge: SchemaJudge, node: Conjunction[number], value: Json | undefined): boolean {
  if (node.pointer !== null) return judge.accepts(node.pointer, value);
  const only = typeof node.schema === "object" && node.schema !== null && "const" in node.schema;
  return !only || canonicalJson(value ?? null) === canonicalJson((node.schema as { const: Json }).const);
}

function objectsOf({ nodes, types, choices }: Way): ObjectShape[] {
  if (choices !== null)
    return choices.map(shapeIn).flatMap((shape) => ("object" in shape ? [shape.object] : []));
  const shape = types.has("object") ? objectShape(nodes) : null;
  return shape === null ? [] : [shape];
}

function listsOf({ nodes, types, choices }: Way): ListShape[] {
  if (choices !== null) return choices.map(shapeIn).flatMap((shape) => ("list" in shape ? [shape.list] : []));
  return types.has("array") ? [listShape(nodes)] : [];
}

function samplesOf({ nodes }: Way): Json[] {
  return nodes.flatMap(({ schema: { default: usual, example, examples } }) => {
    const listed: readonly Json[] = Array.isArray(examples) ? examples : [];
    return [usual, example, ...listed].filter((sample) => sample !== undefined);
  });
}

function shapeIn(value: Json): ReturnType<typeof shapeOfValue> | Record<string, never> {
  return typeof value === "object" && value !== null ? shapeOfValue(value) : {};
}

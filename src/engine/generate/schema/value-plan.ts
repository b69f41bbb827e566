import { canonicalJson, type Json, parseJson } from "../../../lib/json.ts";
import { encodeText } from "../../text/values.ts";
import { shortestEnd } from "../patterns/shortest-end.ts";
import { behindSpace, type TextMachine } from "../patterns/text-machine.ts";
import { type Literal, literalPlace, type Place, unionPlace } from "../place.ts";
import { textPlace } from "../text-place.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { alternativesOf, type Conjunction, type PlainAlternative } from "./expand-schema.ts";
import { type JsonType, typesOf } from "./json-types.ts";
import { choicesOf } from "./literals.ts";
import { createMachines, numberRule, type StringRule, stringRules } from "./scalar-rules.ts";
import type { SchemaJudge } from "./schema-judge.ts";
import { type ListShape, listShape, type ObjectShape, objectShape, shapeOfValue } from "./shapes.ts";

/** How a value of a schema can be written. */
export interface ValuePlan {
  /** Ways to write it as text, the likeliest first; a meaning is a value's JSON. Made anew for each value. */
  places(): readonly Place<string>[];
  /** Whether some string may do, so that the caller's words are worth trying. */
  readonly takesText: boolean;
  readonly objects: readonly ObjectShape[];
  readonly lists: readonly ListShape[];
  /** Values that the schema itself shows; not always valid. */
  readonly samples: readonly Json[];
  /** Whether the value is valid. */
  accepts(json: string): boolean;
}

/** Plans values of any of several conjunctions; what was planned once is remembered. */
export type Planner = (anyOf: readonly Conjunction[]) => ValuePlan;

export function createPlanner(judge: SchemaJudge, vocabulary: Vocabulary): Planner {
  const known = new Map<string, ValuePlan>();
  const scalars = createScalarPlanner(vocabulary);
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

interface Way extends PlainAlternative {
  readonly types: ReadonlySet<JsonType>;
  readonly choices: readonly Json[] | null;
}

function wayOf(alternative: PlainAlternative): Way {
  const types = typesOf(alternative.nodes);
  return { ...alternative, types, choices: choicesOf(alternative.nodes, types) };
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

function createScalarPlanner(vocabulary: Vocabulary) {
  const machines = createMachines();
  const behind = new Map<TextMachine, { shifted: TextMachine; needs: (state: number) => number }>();
  const behindSpaceOnce = (machine: TextMachine) => {
    const before = behind.get(machine);
    if (before !== undefined) return before;
    const shifted = behindSpace(machine);
    const fresh = { shifted, needs: shortestEnd(shifted) };
    behind.set(machine, fresh);
    return fresh;
  };
  const stringPlace = ({ machine, canStrand, ...lengths }: StringRule) => {
    const { shifted, needs } = behindSpaceOnce(machine);
    const rule = { vocabulary, machine: shifted, ...lengths, read: (text: string) => JSON.stringify(text) };
    return textPlace(canStrand ? { ...rule, needs } : rule);
  };
  const numberPlace = ({ nodes, types }: Way) =>
    textPlace({
      vocabulary,
      machine: behindSpace(numberRule(nodes, !types.has("number"))),
      minLength: 0,
      maxLength: Number.POSITIVE_INFINITY,
      read: (text) => JSON.stringify(Number(text)),
    });
  return (ways: readonly Way[]): Pick<ValuePlan, "places" | "takesText"> => {
    const literals = literalPlace(literalsOf(ways, vocabulary));
    const open = ways.filter(({ choices }) => choices === null);
    const numeric = open.filter(({ types }) => types.has("integer"));
    const strings = open
      .filter(({ types }) => types.has("string"))
      .map(({ nodes }) => stringRules(nodes, machines));
    const attempts = Math.max(1, ...strings.map((rules) => rules.length));
    return {
      takesText: strings.length > 0,
      places: () => {
        const numbers = numeric.map(numberPlace);
        return Array.from({ length: attempts }, (_, attempt) => {
          const texts = strings
            .map((rules) => rules[attempt] ?? rules.at(-1))
            .filter((rule) => rule !== undefined);
          return unionPlace(
            [literals, ...numbers, ...texts.map(stringPlace)].filter((place) => place !== null),
          );
        }).filter((place) => place !== null);
      },
    };
  };
}

/** Values of known wording; each stands once, however many ways lead to it. */
function literalsOf(ways: readonly Way[], vocabulary: Vocabulary): Literal<string>[] {
  const values = new Map<string, string>();
  for (const { choices, types } of ways) {
    const open = [...(types.has("null") ? [null] : []), ...(types.has("boolean") ? [true, false] : [])];
    for (const value of choices ?? open) {
      if (typeof value === "object" && value !== null) continue;
      values.set(JSON.stringify(value), typeof value === "string" ? value : JSON.stringify(value));
    }
  }
  return Array.from(values, ([meaning, text]) => ({
    tokens: encodeText(vocabulary.tokenizer, text),
    meaning,
  }));
}

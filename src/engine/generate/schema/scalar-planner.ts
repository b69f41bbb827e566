import type { Json } from "../../../lib/json.ts";
import { encodeText } from "../../text/values.ts";
import { behindSpace } from "../patterns/text-machine.ts";
import { type Literal, literalPlace, type Place, unionPlace } from "../place.ts";
import { textPlace } from "../text-place.ts";
import type { Vocabulary } from "../vocabulary.ts";
import type { PlainAlternative } from "./expand-schema.ts";
import { type JsonType, typesOf } from "./json-types.ts";
import { choicesOf } from "./literals.ts";
import { createMachines } from "./machines.ts";
import { numberRule, patternPrefixes, type StringRule, stringRules } from "./scalar-rules.ts";

/** How a value that isn't an object or a list can be written. */
export interface ScalarPlan {
  /** Ways to write it as text, the likeliest first; a meaning is a value's JSON. Made anew for each value. */
  places(): readonly Place<string>[];
  /** Whether some string may do, so that the caller's words are worth trying. */
  readonly takesText: boolean;
  /** What a pattern has each string begin with: "BK-". */
  readonly prefixes: readonly string[];
}

export type ScalarPlanner = (ways: readonly Way[]) => ScalarPlan;

/** One way to keep a schema, with what it leaves. */
export interface Way extends PlainAlternative {
  readonly types: ReadonlySet<JsonType>;
  readonly choices: readonly Json[] | null;
}

export function wayOf(alternative: PlainAlternative): Way {
  const types = typesOf(alternative.nodes);
  return { ...alternative, types, choices: choicesOf(alternative.nodes, types) };
}

/** Plans the scalars of ways to keep a schema; machines are shared by all that one planner plans. */
export function createScalarPlanner(vocabulary: Vocabulary): ScalarPlanner {
  const machines = createMachines(vocabulary.words);
  const stringPlace = ({ text, canStrand, ...lengths }: StringRule) => {
    const rule = {
      vocabulary,
      machine: text.machine,
      ...lengths,
      read: (said: string) => JSON.stringify(said),
    };
    return textPlace(canStrand ? { ...rule, needs: text.needs } : rule);
  };
  const numberPlace = ({ nodes, types }: Way) =>
    textPlace({
      vocabulary,
      machine: behindSpace(numberRule(nodes, !types.has("number"))),
      minLength: 0,
      maxLength: Number.POSITIVE_INFINITY,
      read: (text) => JSON.stringify(Number(text)),
    });
  return (ways) => {
    const literals = literalPlace(literalsOf(ways, vocabulary));
    const open = ways.filter(({ choices }) => choices === null);
    const numeric = open.filter(({ types }) => types.has("integer"));
    const strings = open
      .filter(({ types }) => types.has("string"))
      .map(({ nodes }) => stringRules(nodes, machines));
    const attempts = Math.max(1, ...strings.map((rules) => rules.length));
    return {
      takesText: strings.length > 0,
      prefixes: [...new Set(open.flatMap(({ nodes }) => patternPrefixes(nodes)))],
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

import { formatPattern } from "../patterns/format-patterns.ts";
import { type NumberBounds, numberMachine } from "../patterns/number-machine.ts";
import type { TextMachine } from "../patterns/text-machine.ts";
import type { PlainNode } from "./expand-schema.ts";
import type { Machines, ValueMachine } from "./machines.ts";

/** Which texts a string may be. */
export interface StringRule {
  readonly text: ValueMachine;
  /** Whether the machine, or it and the lengths together, can lead where no text can end. */
  readonly canStrand: boolean;
  readonly minLength: number;
  readonly maxLength: number;
}

/**
 * Ways to write a string, the likeliest first. A pattern without `^` says what is in a string: first the string is written
 * freely and judged, then as nothing but the pattern, then with anything around it. What no machine is made for is
 * written freely too; the validator judges.
 */
export function stringRules(nodes: readonly PlainNode[], machines: Machines): StringRule[] {
  const minLength = Math.max(0, ...numbersOf(nodes, "minLength"));
  const maxLength = Math.min(Number.POSITIVE_INFINITY, ...numbersOf(nodes, "maxLength"));
  const patterns = textsOf(nodes, "pattern");
  const firm = textsOf(nodes, "format")
    .map(formatPattern)
    .filter((pattern) => pattern !== undefined);
  const loose = patterns.filter((pattern) => !pattern.includes("^"));
  const anchored = patterns.filter((pattern) => pattern.includes("^"));
  const ways = loose.length === 0 ? [[]] : [[], loose.map((pattern) => `^(?:${pattern})$`), loose];
  return ways.map((way) => {
    const all = [...firm, ...anchored, ...way];
    const canStrand = all.length > 1 || (all.length === 1 && Number.isFinite(maxLength));
    return { text: machines.allOf(all), canStrand, minLength, maxLength };
  });
}

/** The letters with which anchored patterns begin: "BK-" of `^BK-\\d{4}$`. */
export function patternPrefixes(nodes: readonly PlainNode[]): string[] {
  return textsOf(nodes, "pattern").flatMap(
    (pattern) => /^\^(?:\((?:\?:)?)?([A-Za-z#]{1,8}-?)(?=[\\[(])/.exec(pattern)?.[1] ?? [],
  );
}

const int32 = 2 ** 31;
/** Decimals of a number whose steps aren't given. */
const usualDecimals = 6;

/** A machine for the numbers under schemas that must all hold. Made for one value: it remembers what was written. */
export function numberRule(nodes: readonly PlainNode[], whole: boolean): TextMachine {
  const multipleOf = numbersOf(nodes, "multipleOf")[0] ?? null;
  const decimals = whole ? 0 : decimalsOf(multipleOf);
  const grain = 10 ** -decimals;
  const bound = textsOf(nodes, "format").includes("int32") ? int32 : Number.POSITIVE_INFINITY;
  const bounds: NumberBounds = {
    whole,
    least: Math.max(
      -bound,
      ...numbersOf(nodes, "minimum"),
      ...numbersOf(nodes, "exclusiveMinimum").map((limit) => nextAbove(limit, grain)),
    ),
    most: Math.min(
      bound - 1,
      ...numbersOf(nodes, "maximum"),
      ...numbersOf(nodes, "exclusiveMaximum").map((limit) => -nextAbove(-limit, grain)),
    ),
    decimals,
    multipleOf,
  };
  return numberMachine(bounds);
}

/** The first number above a limit that is written with so many decimals. */
function nextAbove(limit: number, grain: number): number {
  const next = (Math.floor(limit / grain + 1e-9) + 1) * grain;
  return Number(next.toFixed(usualDecimals));
}

function decimalsOf(step: number | null): number {
  if (step === null) return usualDecimals;
  for (let decimals = 0; decimals < usualDecimals; decimals += 1) {
    if (Number.isInteger(Number((step * 10 ** decimals).toPrecision(12)))) return decimals;
  }
  return usualDecimals;
}

function numbersOf(nodes: readonly PlainNode[], keyword: string): number[] {
  return nodes.map(({ schema }) => schema[keyword]).filter((value) => typeof value === "number");
}

function textsOf(nodes: readonly PlainNode[], keyword: string): string[] {
  return nodes.map(({ schema }) => schema[keyword]).filter((value) => typeof value === "string");
}

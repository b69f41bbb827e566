import { countWords } from "./lexicon.ts";
import { numberAt } from "./numbers.ts";

/** An amount as said, beyond the plain number: "two and a half", "twelve dollars fifty", "an hour and a half". */
export interface SpokenQuantity {
  readonly values: readonly number[];
  readonly end: number;
}

/** How many of the smaller unit people mean by one: minutes in an hour, days in a week, pieces in a dozen. */
const unitSizes: ReadonlyMap<string, number> = new Map([
  ["hour", 60],
  ["hours", 60],
  ["hr", 60],
  ["hrs", 60],
  ["week", 7],
  ["weeks", 7],
  ["dozen", 12],
]);
const moneyWords: ReadonlySet<string> = new Set([
  "dollar",
  "dollars",
  "bucks",
  "euro",
  "euros",
  "pound",
  "pounds",
]);
const fractions: ReadonlyMap<string, number> = new Map([
  ["half", 0.5],
  ["quarter", 0.25],
]);

/** The quantity that starts at this token, with every value it may stand for; null where none does. */
export function quantityAt(tokens: readonly string[], index: number): SpokenQuantity | null {
  return (
    company(tokens, index) ??
    fractionOfUnit(tokens, index) ??
    countWord(tokens, index) ??
    measured(tokens, index)
  );
}

/** "me and my wife", "me and three friends": the speaker counts too. */
function company(tokens: readonly string[], index: number): SpokenQuantity | null {
  if (tokens[index] === "just" && (tokens[index + 1] === "me" || tokens[index + 1] === "myself"))
    return { values: [1], end: index + 2 };
  if (tokens[index] !== "me" || (tokens[index + 1] !== "and" && tokens[index + 1] !== "plus")) return null;
  const others = numberAt(tokens, index + 2);
  return { values: [1 + (others?.value ?? 1)], end: others?.end ?? index + 2 };
}

/** "half an hour", "half a dozen", "an hour", "a dozen". */
function fractionOfUnit(tokens: readonly string[], index: number): SpokenQuantity | null {
  const fraction = fractions.get(tokens[index] ?? "");
  const at = fraction === undefined ? index : index + 1;
  if (tokens[at] !== "a" && tokens[at] !== "an") return null;
  const size = unitSizes.get(tokens[at + 1] ?? "");
  if (size === undefined) return null;
  const more = fraction === undefined ? halfMore(tokens, at + 2) : null;
  const amount = (fraction ?? 1) + (more?.amount ?? 0);
  return { values: [amount * size, amount], end: more?.end ?? at + 2 };
}

function countWord(tokens: readonly string[], index: number): SpokenQuantity | null {
  const count = countWords.get(tokens[index] ?? "");
  return count === undefined ? null : { values: [count], end: index + 1 };
}

/** "two and a half hours", "twelve dollars and fifty cents", "two point five", "three dozen". */
function measured(tokens: readonly string[], index: number): SpokenQuantity | null {
  const number = numberAt(tokens, index);
  if (number === null || number.ordinal) return null;
  const next = tokens[number.end] ?? "";
  if (moneyWords.has(next)) return withCents(tokens, number.value, number.end + 1);
  if (next === "point") return withDecimals(tokens, number.value, number.end + 1);
  const before = halfMore(tokens, number.end);
  const unitAt = before?.end ?? number.end;
  const size = unitSizes.get(tokens[unitAt] ?? "");
  if (size === undefined)
    return before === null ? null : { values: [number.value + before.amount], end: before.end };
  const after = halfMore(tokens, unitAt + 1);
  const amount = number.value + (before?.amount ?? 0) + (after?.amount ?? 0);
  return { values: [amount * size, amount], end: after?.end ?? unitAt + 1 };
}

function halfMore(tokens: readonly string[], index: number): { amount: number; end: number } | null {
  const fraction = fractions.get(tokens[index + 2] ?? "");
  if (fraction === undefined || tokens[index] !== "and" || tokens[index + 1] !== "a") return null;
  return { amount: fraction, end: index + 3 };
}

function withCents(tokens: readonly string[], whole: number, index: number): SpokenQuantity {
  const cents = numberAt(tokens, tokens[index] === "and" ? index + 1 : index);
  if (cents === null || cents.ordinal || cents.value > 99) return { values: [whole], end: index };
  const isCents = tokens[cents.end] === "cents" || tokens[cents.end] === "pence";
  if (!isCents && cents.value < 10) return { values: [whole], end: index };
  return { values: [rounded(whole + cents.value / 100)], end: isCents ? cents.end + 1 : cents.end };
}

function withDecimals(tokens: readonly string[], whole: number, index: number): SpokenQuantity | null {
  let digits = "";
  let end = index;
  for (;;) {
    const next = numberAt(tokens, end);
    if (next === null || next.ordinal) break;
    digits += next.digits;
    end = next.end;
  }
  return digits === "" ? null : { values: [Number(`${whole}.${digits}`)], end };
}

function rounded(amount: number): number {
  return Math.round(amount * 100) / 100;
}

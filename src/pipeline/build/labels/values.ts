import type { Leaf } from "../../../domain/grounding/leaves.ts";
import type { Day } from "../../../lib/spoken/days.ts";
import { stopWords } from "../../../lib/spoken/lexicon.ts";
import { type Mention, mentionsIn, type ValueKind } from "../../../lib/spoken/mentions.ts";
import { hoursOf } from "../../../lib/spoken/times.ts";
import { tokensOf } from "../../../lib/spoken/tokens.ts";

/** The values in a text or in a tool call's arguments, by kind, in canonical forms; `words` are all its tokens. */
export interface Values {
  readonly words: ReadonlySet<string>;
  readonly forms: Readonly<Record<ValueKind, readonly string[]>>;
}

export const comparedKinds = ["time", "date", "digits", "number"] as const;
const shortestDigits = 4;
const nationalDigits = 10;
const longestRuledOut = 10;
/** "It's not correct" judges, and names nothing. */
const judging: ReadonlySet<string> = new Set(
  "correct right it what that quite exactly really sure good so".split(" "),
);

/** The values said from a token on; what is only named to be ruled out ("not Tuesday") is left out. */
export function valuesOf(tokens: readonly string[], today: readonly Day[], from = 0): Values {
  const mentions = mentionsIn(tokens, today).filter(
    ({ start }) => start >= from && !isRuledOut(tokens, start, from),
  );
  return { words: new Set(tokens.slice(from)), forms: formsOf(mentions) };
}

export function valuesOfLeaves(leaves: readonly Leaf[], today: readonly Day[]): Values {
  const words = new Set<string>();
  const mentions: Mention[] = [];
  for (const { value } of leaves) {
    if (typeof value === "boolean" || value === null) continue;
    const tokens = tokensOf(String(value));
    for (const token of tokens) words.add(token);
    mentions.push(...withoutParts(mentionsIn(tokens, today)));
  }
  return { words, forms: formsOf(mentions) };
}

/**
 * Whether someone gave a value of a kind that the other also has, but another one: "Tuesday" against a Wednesday.
 * A bare number may be an hour where the other has times.
 */
export function conflict(given: Values, other: Values): ValueKind | null {
  for (const kind of comparedKinds) {
    const theirs = other.forms[kind];
    const mine = given.forms[kind].length > 0 ? given.forms[kind] : bareHours(kind, given, other);
    if (
      mine.length > 0 &&
      theirs.length > 0 &&
      !mine.some((form) => theirs.some((that) => same(kind, form, that)))
    )
      return kind;
  }
  const spelled = given.forms.spelled.filter((word) => word.length > 2);
  return spelled.length > 0 && spelled.every((word) => !other.words.has(word)) ? "spelled" : null;
}

/** Whether what is said from that token on names one of the other's values to rule it out: "not seven, six". */
export function rulesOut(
  tokens: readonly string[],
  from: number,
  other: Values,
  today: readonly Day[],
): boolean {
  const not = tokens[from] === "its" || tokens[from] === "thats" ? from + 1 : from;
  if (tokens[not] !== "not" || judging.has(tokens[not + 1] ?? "")) return false;
  const named = tokens.slice(not + 1, not + 1 + longestRuledOut);
  if (named.some((token) => !stopWords.has(token) && token.length > 2 && other.words.has(token))) return true;
  const first = mentionsIn(named, today).filter(({ start }) => start <= 1);
  return first.some(({ kind, readings }) =>
    other.forms[kind].some((form) =>
      readings.some((reading) => reading === form || beginsWith(kind, reading, form)),
    ),
  );
}

/** "not 555 0132 555 0123": both numbers are one run of digits. */
function beginsWith(kind: ValueKind, reading: string, form: string): boolean {
  return (
    kind === "digits" && form.length >= shortestDigits && reading.startsWith(form.slice(-nationalDigits))
  );
}

function bareHours(kind: ValueKind, given: Values, other: Values): readonly string[] {
  if (kind !== "time" || other.forms.number.length > 0) return [];
  return given.forms.number.flatMap((number) => hoursOf(Number(number), 0, null));
}

function same(kind: ValueKind, form: string, other: string): boolean {
  if (form === other) return true;
  return kind === "digits" && (form.endsWith(other) || other.endsWith(form));
}

function isRuledOut(tokens: readonly string[], start: number, from: number): boolean {
  const before = tokens.slice(Math.max(from, start - 3), start);
  return (
    before.at(-1) === "not" ||
    (before.includes("not") && /^(?:at|on|for|the|by|next|this)$/.test(before.at(-1) ?? ""))
  );
}

/** Numbers inside a date, a time or a phone number aren't counts. */
function withoutParts(mentions: readonly Mention[]): Mention[] {
  const whole = mentions.filter((mention) => mention.kind !== "number" && !isShortDigits(mention));
  return mentions.filter(
    (mention) =>
      !isShortDigits(mention) &&
      (mention.kind !== "number" ||
        !whole.some((outer) => outer.start <= mention.start && outer.end >= mention.end)),
  );
}

function isShortDigits(mention: Mention): boolean {
  return mention.kind === "digits" && (mention.readings[0]?.length ?? 0) < shortestDigits;
}

function formsOf(mentions: readonly Mention[]): Values["forms"] {
  const kept = withoutParts(mentions);
  const ofKind = (kind: ValueKind) =>
    kept.filter((mention) => mention.kind === kind).flatMap((mention) => mention.readings);
  return {
    number: ofKind("number"),
    time: ofKind("time"),
    date: ofKind("date"),
    digits: ofKind("digits"),
    spelled: ofKind("spelled"),
  };
}

import type { Finding, KnownValue, SearchedText } from "../redactor.ts";
import { findingOf, windows } from "./digits.ts";
import type { NumberRun } from "./number-runs.ts";
import type { Topic } from "./topic-words.ts";
import { topicAt } from "./topics.ts";

/**
 * Parts of known numbers that are said alone, after "ending in" or when one is dictated in pieces. A part is a whole
 * run of three digits or more in a text that is about such numbers; its surrogate is the same part of the surrogate.
 */
export function partFinder(
  values: readonly KnownValue[],
  topics: ReadonlySet<Topic>,
): (text: SearchedText) => readonly Finding[] {
  const holderOf = holders(values);
  return (text) => {
    if (values.length === 0 || text.longestRun < 3) return none;
    const found: Finding[] = [];
    for (const run of text.runs) {
      const holder = isPart(text, run, topics) ? holderOf(run.digits) : undefined;
      if (holder !== undefined) found.push(...partsAt(text, run, holder));
    }
    return found;
  };
}

const none: readonly Finding[] = [];

function isPart(text: SearchedText, run: NumberRun, topics: ReadonlySet<Topic>): boolean {
  const { length } = run.digits;
  if (length < 3 || length > longestPart || run.glued) return false;
  return isAbout(text, run.first, run.last, topics, length);
}

function partsAt(text: SearchedText, run: NumberRun, { known, at }: Holder): Finding[] {
  const { length } = run.digits;
  const { entity, value, heard } = known;
  return windows(run, length, length).flatMap((window) => {
    const part = findingOf(text, window, { entity, value, score: 0.9, heard });
    if (part === null) return [];
    return [{ ...part, write: (surrogate: string) => part.write(surrogate.slice(at, at + length)) }];
  });
}

/** A number that holds a part, and where. */
interface Holder {
  readonly known: KnownValue;
  readonly at: number;
}

const longestPart = 34;
/** So few are looked through; of more an index is made. */
const few = 8;

/** The first number that holds a part, at its end if it can be. */
function holders(values: readonly KnownValue[]): (part: string) => Holder | undefined {
  let index: Map<string, Holder> | null = null;
  return (part) => {
    if (values.length > few) {
      index ??= indexOf(values);
      return index.get(part);
    }
    const known = values.find(({ value }) => value.length > part.length && value.includes(part));
    if (known === undefined) return undefined;
    const { value } = known;
    return { known, at: value.endsWith(part) ? value.length - part.length : value.indexOf(part) };
  };
}

function indexOf(values: readonly KnownValue[]): Map<string, Holder> {
  const index = new Map<string, Holder>();
  const add = (part: string, known: KnownValue, at: number) => {
    if (!index.has(part)) index.set(part, { known, at });
  };
  for (const known of values) {
    const { value } = known;
    for (let length = 3; length < Math.min(value.length, longestPart); length += 1) {
      add(value.slice(-length), known, value.length - length);
      for (let at = 0; at + length < value.length; at += 1) add(value.slice(at, at + length), known, at);
    }
  }
  return index;
}

function isAbout(
  text: SearchedText,
  first: number,
  last: number,
  topics: ReadonlySet<Topic>,
  length: number,
): boolean {
  const before = text.words[first - 1] ?? "";
  if (before === "ending" || isMasked(text, first)) return true;
  if (before === "in" || before === "with") {
    const verb = text.words[first - 2] ?? "";
    if (verb === "ending" || verb === "ends" || verb === "starting") return true;
  }
  const topic = topicAt(text, first, last);
  if (topic !== null && topics.has(topic)) return true;
  return length >= 7 && topic !== "business";
}

/** "***-***-2278", "xxx-xxx-2278". */
function isMasked(text: SearchedText, first: number): boolean {
  const start = text.starts[first] ?? 0;
  return /[*•]{2}[ -]?$|x{2}[ -]?$/i.test(text.text.slice(Math.max(0, start - 3), start));
}

import type { Finding, KnownValue, SearchedText } from "../redactor.ts";
import { findingOf } from "./digits.ts";
import type { NumberRun } from "./number-runs.ts";
import type { DigitRange } from "./write-number.ts";

/** Where a known number stands. */
export interface KnownPlace {
  readonly known: KnownValue;
  readonly range: DigitRange;
}

interface Index {
  readonly byDigits: ReadonlyMap<string, readonly KnownValue[]>;
  /** By length: whether a known number has so many digits. */
  readonly lengths: readonly boolean[];
  readonly least: number;
  readonly prefixes: ReadonlySet<string>;
}

/** A run that counts something ("$1,250") is a known number only where it is as long as a phone's. */
const leastCounted = 7;
const longestPrefix = 5;

/**
 * Finds where known digit strings stand in the runs of a text, at whole atoms or behind a prefix of a written group.
 * The values are indexed once: a text takes as long as it has numbers, however many values there are.
 */
export function knownNumbers(
  values: readonly KnownValue[],
  prefixes: readonly string[] = [],
): (text: SearchedText) => readonly KnownPlace[] {
  const index = indexOf(values, prefixes);
  return (text) => {
    if (text.longestRun < index.least) return none;
    const places: KnownPlace[] = [];
    for (const run of text.runs) if (run.digits.length >= index.least) addPlacesIn(run, index, places);
    return places;
  };
}

const none: readonly KnownPlace[] = [];

/** A short number is a known one only where it stands by itself. */
export function isWhole({ known: { value }, range: { run } }: KnownPlace): boolean {
  return value.length >= 6 || run.digits.length === value.length;
}

/** The findings at these places; none where a place cuts through a word. */
export function findingsAt(text: SearchedText, places: readonly KnownPlace[], score: number): Finding[] {
  const found: Finding[] = [];
  for (const { known, range } of places) {
    const { entity, value, heard } = known;
    const finding = findingOf(text, range, { entity, value, score, heard });
    if (finding !== null) found.push(finding);
  }
  return found;
}

function indexOf(values: readonly KnownValue[], prefixes: readonly string[]): Index {
  const byDigits = new Map<string, KnownValue[]>();
  const lengths: boolean[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const known of values) {
    const { value } = known;
    const same = byDigits.get(value);
    if (same === undefined) byDigits.set(value, [known]);
    else same.push(known);
    lengths[value.length] = true;
    if (value.length < least) least = value.length;
  }
  return { byDigits, lengths, least, prefixes: new Set(prefixes) };
}

function addPlacesIn(run: NumberRun, index: Index, places: KnownPlace[]): void {
  let before = 0;
  for (let atom = 0; atom < run.atoms.length; atom += 1) {
    const digits = run.atoms[atom]?.digits ?? "";
    addPlacesFrom({ run, atom, before, from: before }, index, places);
    if (index.prefixes.size > 0)
      for (let skipped = 1; skipped < digits.length && skipped <= longestPrefix; skipped += 1)
        if (index.prefixes.has(digits.slice(0, skipped)))
          addPlacesFrom({ run, atom, before, from: before + skipped }, index, places);
    before += digits.length;
  }
}

function addPlacesFrom(begin: Omit<DigitRange, "to">, index: Index, places: KnownPlace[]): void {
  const { run, atom, before, from } = begin;
  let to = before;
  for (let last = atom; last < run.atoms.length && to - from < index.lengths.length; last += 1) {
    to += run.atoms[last]?.digits.length ?? 0;
    const length = to - from;
    if (index.lengths[length] !== true || (run.counted && length < leastCounted)) continue;
    const same = index.byDigits.get(run.digits.slice(from, to));
    if (same === undefined) continue;
    for (const known of same) places.push({ known, range: { run, from, to, atom, before } });
  }
}

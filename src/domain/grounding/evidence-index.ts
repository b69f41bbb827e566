import type { Day } from "../../lib/spoken/days.ts";
import { createDigitStream, digitsIn } from "../../lib/spoken/digit-stream.ts";
import { type Mention, mentionsIn, type ValueKind } from "../../lib/spoken/mentions.ts";

/** Who or what gave a value, the best witness first. */
export const evidenceSources = ["caller", "tool", "system", "agent"] as const;
export type EvidenceSource = (typeof evidenceSources)[number];

/** For each source the first turn that gave it; `never` where none did. Known to the turns after that. */
export type Seen = Record<EvidenceSource, number>;

/** After every turn. A small integer, which engines store without a box, unlike `Infinity`. */
export const never = 2 ** 30 - 1;

/** What is known of a call, to be asked as it was known before any turn; a later answer may hold later witnesses too. */
export interface IndexedEvidence {
  /** The days that "today" may be in this call. */
  readonly today: readonly Day[];
  /** A token as `tokensOf` makes it. */
  word(token: string, before: number): Seen | undefined;
  /** Whether a caller said these tokens side by side before that turn. */
  callerSaid(tokens: readonly string[], before: number): boolean;
  /** A canonical form as in `Mention.readings`. */
  reading(kind: IndexedKind, form: string, before: number): Seen | undefined;
  /** Distinct words with where they were first said. */
  words(before: number): Iterable<readonly [string, Seen]>;
  /** Whether the letters stand in one of the caller's turns before that turn, spaces left out. */
  callerSpells(letters: string, before: number): boolean;
  /** Whether a caller read out these digits before that turn, in pieces or among others. */
  callerReadOut(digits: string, before: number): boolean;
}

export type IndexedKind = ValueKind | "bare";

/** An index while it is being filled. */
export interface EvidenceIndex {
  /** Turns of one source in order. */
  add(tokens: readonly string[], source: EvidenceSource, turn: number): void;
  addReading(kind: IndexedKind, form: string, source: EvidenceSource, turn: number): void;
  word(token: string): Seen | undefined;
  reading(kind: IndexedKind, form: string): Seen | undefined;
  words(): Iterable<readonly [string, Seen]>;
  callerReadOut(digits: string, before: number): boolean;
}

/** Phone numbers are compared without the country's prefix. */
const nationalDigits = 10;
const largestAddend = 20;

export function createIndex(today: readonly Day[]): EvidenceIndex {
  const words = new Map<string, Seen>();
  const readings = new Map<IndexedKind, Map<string, Seen>>();
  const readOut = createDigitStream();
  const readingsOfKind = (kind: IndexedKind) => {
    let ofKind = readings.get(kind);
    if (ofKind === undefined) {
      ofKind = new Map();
      readings.set(kind, ofKind);
    }
    return ofKind;
  };
  const addReading: EvidenceIndex["addReading"] = (kind, form, source, turn) => {
    const ofKind = readingsOfKind(kind);
    note(ofKind, form, source, turn);
    if (kind === "digits" && form.length > nationalDigits)
      note(ofKind, form.slice(-nationalDigits), source, turn);
  };
  return {
    add(tokens, source, turn) {
      for (const token of tokens) note(words, token, source, turn);
      const mentions = mentionsIn(tokens, today);
      if (mentions.length === 0) return;
      for (const { kind, readings: forms } of mentions)
        for (const form of forms) addReading(kind, form, source, turn);
      visitImplied(mentions, (kind, form) => addReading(kind, form, source, turn));
      if (source === "caller") readOut.add(digitsIn(mentions), turn);
    },
    addReading,
    word: (token) => words.get(token),
    reading: (kind, form) => readings.get(kind)?.get(form),
    words: () => words,
    callerReadOut: readOut.has,
  };
}

function note(seen: Map<string, Seen>, key: string, source: EvidenceSource, turn: number): void {
  const entry = seen.get(key);
  if (entry !== undefined) {
    if (turn < entry[source]) entry[source] = turn;
    return;
  }
  const fresh: Seen = { caller: never, tool: never, system: never, agent: never };
  fresh[source] = turn;
  seen.set(key, fresh);
}

/** What numbers mean beside themselves: an hour where they aren't part of a time, a sum where two are added. */
function visitImplied(mentions: readonly Mention[], visit: (kind: IndexedKind, form: string) => void): void {
  const timed = tokensInTimes(mentions);
  let previous: Mention | undefined;
  for (const number of mentions) {
    if (number.kind !== "number") continue;
    if (timed?.has(number.start) !== true) for (const form of number.readings) visit("bare", form);
    const sum = previous === undefined ? null : sumOf(previous, number);
    if (sum !== null) visit("number", String(sum));
    previous = number;
  }
}

/** Null where no time is said, which is nearly always. */
function tokensInTimes(mentions: readonly Mention[]): ReadonlySet<number> | null {
  let timed: Set<number> | null = null;
  for (const { kind, start, end } of mentions) {
    if (kind !== "time") continue;
    timed ??= new Set();
    for (let at = start; at < end; at += 1) timed.add(at);
  }
  return timed;
}

/** "two adults and two kids" are four. */
function sumOf(one: Mention, other: Mention): number | null {
  const [left, right] = [Number(one.readings[0]), Number(other.readings[0])];
  const near = other.start >= one.end && other.start - one.end <= 4;
  const counts = left <= largestAddend && right <= largestAddend && left > 0 && right > 0;
  return near && counts && Number.isInteger(left + right) ? left + right : null;
}

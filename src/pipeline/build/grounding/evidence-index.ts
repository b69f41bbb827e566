import type { Day } from "./days.ts";
import { createDigitStream, digitsIn } from "./digit-stream.ts";
import { type Mention, mentionsIn, type ValueKind } from "./mentions.ts";

/** Who or what gave a value, the best witness first. */
export const evidenceSources = ["caller", "tool", "system", "agent"] as const;
export type EvidenceSource = (typeof evidenceSources)[number];

/** For each source the first turn that gave it; `never` where none did. Known to the turns after that. */
export type Seen = Record<EvidenceSource, number>;

/** After every turn. A small integer, which engines store without a box, unlike `Infinity`. */
export const never = 2 ** 30 - 1;

/** What has been indexed of a call, to be asked as it was known before any turn. */
export interface IndexedEvidence {
  /** The days that "today" may be in this call. */
  readonly today: readonly Day[];
  /** A token as `tokensOf` makes it. */
  word(token: string): Seen | undefined;
  /** Whether a caller said these tokens side by side before that turn. */
  callerSaid(tokens: readonly string[], before: number): boolean;
  /** A canonical form as in `Mention.readings`. */
  reading(kind: ValueKind | "bare", form: string): Seen | undefined;
  /** Distinct words with where they were first said. */
  words(): Iterable<readonly [string, Seen]>;
  /** Whether the letters stand in one of the caller's turns before that turn, spaces left out. */
  callerSpells(letters: string, before: number): boolean;
  /** Whether a caller read out these digits before that turn, in pieces or among others. */
  callerReadOut(digits: string, before: number): boolean;
}

/** An index while it is being filled; turns are added in order. */
export interface EvidenceIndex {
  add(tokens: readonly string[], source: EvidenceSource, turn: number): void;
  addReading(kind: ValueKind | "bare", form: string, source: EvidenceSource, turn: number): void;
  readonly evidence: IndexedEvidence;
}

/** Phone numbers are compared without the country's prefix. */
const nationalDigits = 10;
const largestAddend = 20;

export function createIndex(today: readonly Day[]): EvidenceIndex {
  const words = new Map<string, Seen>();
  const readings = new Map<string, Seen>();
  const callerTexts: { turn: number; text: string }[] = [];
  const readOut = createDigitStream();
  const addReading: EvidenceIndex["addReading"] = (kind, form, source, turn) => {
    note(readings, `${kind} ${form}`, source, turn);
    if (kind === "digits" && form.length > nationalDigits)
      note(readings, `digits ${form.slice(-nationalDigits)}`, source, turn);
  };
  const addMentions = (mentions: readonly Mention[], source: EvidenceSource, turn: number) => {
    for (const { kind, readings: forms } of [...mentions, ...impliedNumbers(mentions)])
      for (const form of forms) addReading(kind, form, source, turn);
  };
  const addCallerWords = (tokens: readonly string[], mentions: readonly Mention[], turn: number) => {
    readOut.add(digitsIn(mentions), turn);
    callerTexts.push({ turn, text: ` ${tokens.join(" ")} ` });
  };
  const add: EvidenceIndex["add"] = (tokens, source, turn) => {
    for (const token of tokens) note(words, token, source, turn);
    const mentions = mentionsIn(tokens, today);
    addMentions(mentions, source, turn);
    if (source === "caller") addCallerWords(tokens, mentions, turn);
  };
  const evidence: IndexedEvidence = {
    today,
    word: (token) => words.get(token),
    callerSaid(tokens, before) {
      const phrase = ` ${tokens.join(" ")} `;
      return callerTexts.some(({ turn, text }) => turn < before && text.includes(phrase));
    },
    reading: (kind, form) => readings.get(`${kind} ${form}`),
    words: () => words,
    callerSpells: (letters, before) =>
      callerTexts.some(({ turn, text }) => turn < before && text.replaceAll(" ", "").includes(letters)),
    callerReadOut: readOut.has,
  };
  return { add, addReading, evidence };
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

interface IndexedMention {
  readonly kind: ValueKind | "bare";
  readonly readings: readonly string[];
}

/** What numbers mean beside themselves: an hour where they aren't part of a time, a sum where two are added. */
function impliedNumbers(mentions: readonly Mention[]): IndexedMention[] {
  const timed = tokensInTimes(mentions);
  const numbers = mentions.filter(({ kind }) => kind === "number");
  return numbers.flatMap((number, place) => {
    const previous = numbers[place - 1];
    const sum = previous === undefined ? null : sumOf(previous, number);
    const hour: IndexedMention[] = timed.has(number.start)
      ? []
      : [{ kind: "bare", readings: number.readings }];
    return sum === null ? hour : [...hour, { kind: "number" as const, readings: [String(sum)] }];
  });
}

function tokensInTimes(mentions: readonly Mention[]): Set<number> {
  const timed = new Set<number>();
  for (const { kind, start, end } of mentions)
    if (kind === "time") for (let at = start; at < end; at += 1) timed.add(at);
  return timed;
}

/** "two adults and two kids" are four. */
function sumOf(one: Mention, other: Mention): number | null {
  const [left, right] = [Number(one.readings[0]), Number(other.readings[0])];
  const near = other.start >= one.end && other.start - one.end <= 4;
  const counts = left <= largestAddend && right <= largestAddend && left > 0 && right > 0;
  return near && counts && Number.isInteger(left + right) ? left + right : null;
}

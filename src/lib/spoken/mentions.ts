import { dateAt } from "./dates.ts";
import { type Day, isoDay } from "./days.ts";
import { countWords, months, spellingAlphabet, weekdays } from "./lexicon.ts";
import { namedDayStarters } from "./named-days.ts";
import { saysNumber } from "./numbers.ts";
import { quantityAt } from "./quantities.ts";
import { type NumberRun, numberRunAt, type SpelledRun, spelledAt } from "./runs.ts";
import { timeAt } from "./times.ts";
import { writtenDateAt } from "./written-dates.ts";

/** What kinds of values people say in a form of their own. */
export type ValueKind = "number" | "time" | "date" | "digits" | "spelled";

/** A value said at some place of a text. */
export interface Mention {
  readonly kind: ValueKind;
  /**
   * Canonical forms it may stand for, the likeliest first: numbers as JavaScript prints them, times `HH:MM`, dates
   * `YYYY-MM-DD`, digits and spelled words without spaces.
   */
  readonly readings: readonly string[];
  /** Token indexes, `end` after the last. */
  readonly start: number;
  readonly end: number;
}

/** More numbers than this in a row are a phone number or a code, not counts. */
const longestCountRun = 4;
/** Digits after letters that may make a code with them. */
const longestCodeNumber = 6;

/** A date in digits so long says its year, and reads the same on any day: "1/2/26". */
const shortestWithYear = 6;

const spanWords: ReadonlySet<string> = new Set(["day", "week", "month", "fortnight"]);

/** Words other than numbers with which a date may begin. */
const dateStarters: ReadonlySet<string> = new Set([
  ...[months, weekdays].flatMap((words) => [...words.keys()]),
  ...namedDayStarters,
  ...["today", "todays", "tonight", "tomorrow", "tomorrows", "tmrw", "yesterday", "day", "this", "weekend"],
]);

/** Words other than numbers with which a value may begin. */
const starters: ReadonlySet<string> = new Set([
  ...countWords.keys(),
  ...spellingAlphabet,
  ...dateStarters,
  ..."abcdefghijklmnopqrstuvwxyz",
  ...["noon", "midday", "midnight", "double", "triple", "me", "just", "an"],
]);

/**
 * All values said in the text, in order. `today` holds the day or days on which it may have been said (a call's start
 * in different time zones): relative dates are read on each. Linear in the tokens.
 */
export function mentionsIn(tokens: readonly string[], today: readonly Day[]): Mention[] {
  const mentions: Mention[] = [];
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index] ?? "";
    if (starters.has(token) || saysNumber(token)) index = readAt(tokens, index, { today, mentions });
    else index += 1;
  }
  return mentions;
}

interface Reading {
  readonly today: readonly Day[];
  readonly mentions: Mention[];
}

/** Adds what starts at this token, and says where to read on. */
function readAt(tokens: readonly string[], index: number, { today, mentions }: Reading): number {
  const date = datesAt(tokens, index, today);
  if (date !== null) {
    mentions.push(date);
    return date.end;
  }
  const spelled = saysNumber(tokens[index] ?? "") ? null : spelledAt(tokens, index);
  if (spelled !== null) {
    mentions.push(...spelledMentions(tokens, index, spelled));
    // "a five minute wait" spells nothing; its number is still to be read.
    if (spelled.letters > 1) return spelled.end;
  }
  const quantity = quantityAt(tokens, index);
  if (quantity !== null)
    mentions.push({ kind: "number", readings: quantity.values.map(String), start: index, end: quantity.end });
  const run = numberRunAt(tokens, index);
  if (run !== null) return addRun(tokens, run, mentions);
  const time = timeAt(tokens, index);
  if (time !== null) mentions.push({ kind: "time", readings: time.readings, start: index, end: time.end });
  return Math.max(index + 1, time?.end ?? 0, quantity?.end ?? 0);
}

/** The letters alone ("N O V A K, two one three" is a name and a number), and with the digits after them ("A B one two"). */
function spelledMentions(
  tokens: readonly string[],
  start: number,
  { text, letters, end }: SpelledRun,
): Mention[] {
  const run = numberRunAt(tokens, end);
  const word: Mention = { kind: "spelled", readings: [text], start, end };
  if (run === null || run.digits.length > longestCodeNumber) return letters > 1 ? [word] : [];
  const code: Mention = { kind: "spelled", readings: [text + run.digits], start, end: run.end };
  return letters > 1 ? [word, code] : [code];
}

function datesAt(tokens: readonly string[], index: number, today: readonly Day[]): Mention | null {
  if (!mayBeginDate(tokens, index)) return null;
  const [first] = today;
  const isLong = (tokens[index] ?? "").length >= shortestWithYear;
  const written = isLong && first !== undefined ? writtenDateAt(tokens, index, first) : null;
  if (written !== null)
    return { kind: "date", readings: datesOf(written.days), start: index, end: written.end };
  let end = -1;
  const days: Day[] = [];
  for (const day of today) {
    const date = dateAt(tokens, index, day);
    if (date === null) continue;
    if (end === -1) end = date.end;
    days.push(...date.days);
  }
  return end === -1 ? null : { kind: "date", readings: datesOf(days), start: index, end };
}

/** Of single letters only the article begins a date: "a week from …". */
function mayBeginDate(tokens: readonly string[], index: number): boolean {
  const token = tokens[index] ?? "";
  if (dateStarters.has(token) || saysNumber(token)) return true;
  return token === "a" && spanWords.has(tokens[index + 1] ?? "");
}

/** Each day once; there are few. */
function datesOf(days: readonly Day[]): string[] {
  const texts: string[] = [];
  for (const [place, day] of days.entries()) if (days.indexOf(day) === place) texts.push(isoDay(day));
  return texts;
}

/** A run of numbers is digits, and, when short, also times and counts. */
function addRun(tokens: readonly string[], run: NumberRun, mentions: Mention[]): number {
  let end = run.end;
  if (run.numbers.length <= longestCountRun)
    for (const number of run.numbers) {
      const time = timeAt(tokens, number.start);
      if (time === null) continue;
      mentions.push({ kind: "time", readings: time.readings, start: number.start, end: time.end });
      end = Math.max(end, time.end);
    }
  addNumbers(run, mentions);
  return end;
}

function waysToRead({ digits, apart }: NumberRun): string[] {
  return digits === apart ? [digits] : [digits, apart];
}

function addNumbers(run: NumberRun, mentions: Mention[]): void {
  const start = run.numbers[0]?.start ?? run.end - 1;
  if (run.digits.length > 2 || run.numbers.length > 1)
    mentions.push({ kind: "digits", readings: waysToRead(run), start, end: run.end });
  if (run.numbers.length > longestCountRun) return;
  for (const [place, number] of run.numbers.entries()) {
    mentions.push({ kind: "number", readings: [String(number.value)], start: number.start, end: number.end });
    const next = run.numbers[place + 1];
    if (next === undefined || next.start !== number.end || next.value < 10 || next.value > 99) continue;
    // "twelve fifty": 1250 as a house number, 12.50 as a price.
    const pair = [number.value * 100 + next.value, number.value + next.value / 100];
    mentions.push({ kind: "number", readings: pair.map(String), start: number.start, end: next.end });
  }
}

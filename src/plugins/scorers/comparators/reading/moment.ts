import type { Day } from "../../../../lib/spoken/days.ts";
import { dayHalves, fillers, months, stopWords, weekdays } from "../../../../lib/spoken/lexicon.ts";
import { type Mention, mentionsIn } from "../../../../lib/spoken/mentions.ts";
import { readingsOf } from "../../../../lib/spoken/readings-of.ts";
import { tokensOf } from "../../../../lib/spoken/tokens.ts";
import { writeOutDates } from "./numeric-dates.ts";

/** What is asked for: a day, a time of day, or both. */
export type MomentKind = "date" | "time" | "date-time";

const isoMoment = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?$/i;
/** Two digits for the hour are the clock of 24 hours; "7:30" may be either half of the day. */
const fullClock = /^([01]\d|2[0-4])[:.]([0-5]\d)(?::00(?:\.0+)?)?$/;
const clockWithSeconds = /^\d{1,2}:\d\d:(\d\d)(?:\.\d+)?$/;

/** They are part of what the readings say already ("next Friday"), or say nothing. */
const said: ReadonlySet<string> = new Set([
  ...fillers,
  ...(
    "next last past this coming upcoming following later date time day around about approximately roughly exactly " +
    "sharp right oclock clock o hours hrs s m"
  ).split(" "),
]);
/** They turn a moment into a stretch of time, or rule it out. */
const turning: ReadonlySet<string> = new Set("not no by from or between before after until".split(" "));

/**
 * The meaning of a date, a time or both, as one text: `2026-03-05`, `19:30`, `07:30|19:30` where nothing says which half
 * of the day, an instant in UTC where an offset is given. Words that the meaning doesn't hold ("before seven", "7pm EST")
 * are part of it. Null where no such moment is said.
 */
export function momentOf(
  text: string,
  kind: MomentKind,
  { today, country }: { today: Day | null; country: string },
): string | null {
  const trimmed = text.trim();
  const iso = isoMoment.exec(trimmed);
  if (iso !== null) return isoText(iso);
  const full = kind === "date" ? null : fullClock.exec(trimmed);
  if (full !== null) return `${full[1] === "24" ? "00" : full[1]}:${full[2]}`;
  const seconds = clockWithSeconds.exec(trimmed)?.[1];
  if (seconds !== undefined && seconds !== "00") return null;
  return saidMoment(writeOutDates(trimmed, country), kind, today);
}

/** "2026-03-05T09:00-08:00" is an instant; without its offset it is what a clock on the wall shows. */
function isoText([, date = "", time = "", seconds = "00", offset]: RegExpExecArray): string {
  const rest = seconds === "00" ? "" : `:${seconds}`;
  if (offset === undefined) return `${date} ${time}${rest}`;
  const instant = Date.parse(`${date}T${time}:${seconds}${offset.toUpperCase()}`);
  return Number.isNaN(instant) ? `${date} ${time}${rest} ${offset}` : new Date(instant).toISOString();
}

function saidMoment(text: string, kind: MomentKind, today: Day | null): string | null {
  const tokens = tokensOf(text);
  const mentions = mentionsOn(tokens, today);
  const dates = kind === "time" ? [] : mentions.filter((mention) => mention.kind === "date");
  const times = mentions.filter((mention) => mention.kind === "time" && !isInside(mention, dates));
  const date = dateFrom(dates, tokens);
  const time = timeFrom(times) ?? (kind === "time" && times.length === 0 ? bareHour(text) : null);
  if (date === undefined || (date === null && time === null)) return null;
  if (kind === "time" && time === null) return null;
  const covered = time === null || times.length > 0 ? [...dates, ...times] : wholeOf(tokens);
  return [date, time, ...restOf(tokens, covered, times.length > 0)].filter((part) => part !== null).join(" ");
}

/** On an unknown day only what reads the same on any two days is a date. */
function mentionsOn(tokens: readonly string[], today: Day | null): Mention[] {
  if (today !== null) return mentionsIn(tokens, [today]);
  const [one, other] = [mentionsIn(tokens, [0]), mentionsIn(tokens, [20_000])];
  return one.filter((mention) => mention.kind !== "date" || other.some((that) => alike(mention, that)));
}

function alike(one: Mention, other: Mention): boolean {
  return (
    one.kind === other.kind && one.start === other.start && String(one.readings) === String(other.readings)
  );
}

/**
 * The day that all dates said have in common ("Friday, March 6"); undefined where they contradict one another, null where
 * there is none. A weekday that may be several days ("next Friday") is all of them; a date with its month is the coming one.
 */
function dateFrom(dates: readonly Mention[], tokens: readonly string[]): string | null | undefined {
  const [first, ...others] = dates;
  if (first === undefined) return null;
  const common = first.readings.filter((day) => others.every(({ readings }) => readings.includes(day)));
  if (common.length === 0) return undefined;
  const isNamed = dates.every(
    ({ start }) => weekdays.has(tokens[start] ?? "") || tokens[start] === "weekend",
  );
  return isNamed ? [...common].sort().join("|") : common[0];
}

function timeFrom(times: readonly Mention[]): string | null {
  const [first, ...others] = times;
  if (first === undefined) return null;
  const apart = others.filter((other) => !isInside(other, [first]));
  return [first, ...apart].map(({ readings }) => [...readings].sort().join("|")).join(" ");
}

/** "seven", where a time is asked for. */
function bareHour(text: string): string | null {
  const readings = readingsOf(text, "time", [0]);
  return readings.length === 0 ? null : readings.sort().join("|");
}

function isInside({ start, end }: Mention, outer: readonly Mention[]): boolean {
  return outer.some((that) => that.start <= start && end <= that.end);
}

function wholeOf(tokens: readonly string[]): Pick<Mention, "start" | "end">[] {
  return [{ start: 0, end: tokens.length }];
}

/** Words of weight that no reading covers, in order. */
function restOf(
  tokens: readonly string[],
  covered: readonly Pick<Mention, "start" | "end">[],
  hasTime: boolean,
): string[] {
  return tokens.filter((token, index) => {
    if (covered.some(({ start, end }) => start <= index && index < end)) return false;
    if (turning.has(token)) return !isWeekFrom(tokens, index);
    if (isThisSpan(tokens, index)) return false;
    if (said.has(token) || stopWords.has(token) || isWeekFrom(tokens, index + 1)) return false;
    return !(hasTime && dayHalves.has(token)) && !months.has(token);
  });
}

/** "the 14th of this month", "Friday this week": what the day says by itself. Of next month it would be another. */
function isThisSpan(tokens: readonly string[], index: number): boolean {
  return tokens[index - 1] === "this" && (tokens[index] === "month" || tokens[index] === "week");
}

/** "a week from Friday": the reading of its Friday is a week later already. */
function isWeekFrom(tokens: readonly string[], from: number): boolean {
  return tokens[from] === "from" && tokens[from - 1] === "week";
}

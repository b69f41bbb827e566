import { dayHalves } from "./lexicon.ts";
import { numberAt } from "./numbers.ts";
import { isNumeric } from "./tokens.ts";

/** A time of day as said, with every hour it may mean. */
export interface SpokenTime {
  /** `HH:MM`; two where nothing says which half of the day. */
  readonly readings: readonly string[];
  readonly end: number;
}

type DayHalf = "am" | "pm" | "night" | null;

/** Hour 0–24 and minute as said; `certain` where the writing itself fixes the half of the day ("07:30"). */
interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly end: number;
  readonly certain?: boolean;
}

const clockToken = /^(\d{1,2})[:.](\d\d)(?::\d\d)?$/;
const compactClock = /^(\d{1,2})(\d\d)$/;
const towards: ReadonlyMap<string, 1 | -1> = new Map([
  ["past", 1],
  ["after", 1],
  ["to", -1],
  ["till", -1],
  ["til", -1],
  ["before", -1],
  ["of", -1],
]);
const between: ReadonlySet<string> = new Set([
  "in",
  "the",
  "at",
  "this",
  "on",
  "around",
  "about",
  "by",
  "like",
]);
const fractionsOfHour: ReadonlyMap<string, number> = new Map([
  ["half", 30],
  ["quarter", 15],
]);
const minutesWord: ReadonlySet<string> = new Set(["minute", "minutes"]);

/**
 * The time that starts at this token, or null. A bare number is no time by itself; with a half of the day ("seven in
 * the evening"), an o'clock or minutes it is.
 */
export function timeAt(tokens: readonly string[], index: number): SpokenTime | null {
  const named = namedTime(tokens, index);
  if (named !== null) return named;
  const clock =
    fractionPast(tokens, index) ??
    minutesPast(tokens, index) ??
    clockTokenAt(tokens, index) ??
    hourAndMinute(tokens, index);
  if (clock !== null) return withHalf(tokens, index, clock);
  return bareHour(tokens, index);
}

/** Both hours that a bare hour, or an hour of a twelve-hour clock, may mean. */
export function hoursOf(hour: number, minute: number, half: DayHalf, certain = false): string[] {
  if (hour > 24 || minute > 59) return [];
  const morning = hour % 12;
  if (hour > 12 || hour === 0) return [clockText(hour % 24, minute)];
  if (half === "am") return [clockText(morning, minute)];
  if (half === "pm") return [clockText(morning + 12, minute)];
  if (half === "night") return [clockText(hour === 12 || hour <= 4 ? morning : morning + 12, minute)];
  if (certain) return [clockText(hour, minute)];
  return [clockText(morning, minute), clockText(morning + 12, minute)];
}

function namedTime(tokens: readonly string[], index: number): SpokenTime | null {
  const token = tokens[index];
  if (token === "noon" || token === "midday") return { readings: ["12:00"], end: index + 1 };
  if (token === "midnight") return { readings: ["00:00"], end: index + 1 };
  return null;
}

/** "half past seven", British "half seven", "a quarter to eight". */
function fractionPast(tokens: readonly string[], index: number): Clock | null {
  const minutes = fractionsOfHour.get(tokens[index] ?? "");
  if (minutes === undefined) return null;
  const direction = towards.get(tokens[index + 1] ?? "");
  if (direction === undefined && minutes === 15) return null;
  return aroundHour(tokens, index + (direction === undefined ? 1 : 2), minutes * (direction ?? 1));
}

/** "ten past seven", "twenty minutes to eight". */
function minutesPast(tokens: readonly string[], index: number): Clock | null {
  const minutes = numberAt(tokens, index);
  if (minutes === null || minutes.ordinal || minutes.value > 59) return null;
  const at = minutesWord.has(tokens[minutes.end] ?? "") ? minutes.end + 1 : minutes.end;
  const direction = towards.get(tokens[at] ?? "");
  // "seven to eight" is a range; minutes said before an hour are five, ten, twenty …
  if (direction === undefined || tokens[at] === "of") return null;
  if (minutes.value % 5 !== 0 && at === minutes.end) return null;
  return aroundHour(tokens, at + 1, minutes.value * direction);
}

function aroundHour(tokens: readonly string[], index: number, minutes: number): Clock | null {
  const hour = numberAt(tokens, index);
  if (hour === null || hour.ordinal || hour.value > 12 || hour.value < 1) return null;
  if (!Number.isInteger(hour.value)) return null;
  if (minutes >= 0) return { hour: hour.value, minute: minutes, end: hour.end };
  return { hour: hour.value === 1 ? 12 : hour.value - 1, minute: 60 + minutes, end: hour.end };
}

/** "7:30", "19.30", "19:30:00". */
function clockTokenAt(tokens: readonly string[], index: number): Clock | null {
  const token = tokens[index] ?? "";
  // Most tokens are shorter, or words: the shortest is "7:30".
  if (token.length < 4 || !isNumeric(token)) return null;
  const parts = clockToken.exec(token);
  if (parts === null) return null;
  const [hour, minute] = [Number(parts[1]), Number(parts[2])];
  if (hour > 24 || minute > 59) return null;
  return { hour, minute, end: index + 1, certain: token.startsWith("0") };
}

/** "seven thirty", "six forty five", "two oh five", "7 30". */
function hourAndMinute(tokens: readonly string[], index: number): Clock | null {
  const hour = numberAt(tokens, index);
  if (hour === null || hour.ordinal || hour.value > 24 || hour.end !== index + 1) return null;
  if (!Number.isInteger(hour.value)) return null;
  const zero = tokens[hour.end] === "oh" || tokens[hour.end] === "o" || tokens[hour.end] === "zero";
  const minute = numberAt(tokens, zero ? hour.end + 1 : hour.end);
  if (minute === null || minute.ordinal || minute.value > 59) return null;
  if (zero ? minute.value > 9 : minute.value < 10) return null;
  return { hour: hour.value, minute: minute.value, end: minute.end };
}

/** "seven pm", "seven o'clock", "730 pm". */
function bareHour(tokens: readonly string[], index: number): SpokenTime | null {
  const hour = numberAt(tokens, index);
  if (hour === null || hour.ordinal || !Number.isInteger(hour.value)) return null;
  const oclock = oclockEnd(tokens, hour.end);
  if (hour.value >= 100 && hour.value < 2400) {
    const parts = compactClock.exec(hour.digits);
    const clock = { hour: Number(parts?.[1]), minute: Number(parts?.[2]), end: hour.end };
    const found = halfAfter(tokens, hour.end);
    return found === null ? null : toTime(clock, found.half, found.end);
  }
  if (hour.value < 1 || hour.value > 24) return null;
  const clock = { hour: hour.value, minute: 0, end: oclock ?? hour.end };
  const found = halfAfter(tokens, clock.end) ?? halfBefore(tokens, index);
  if (found === null && oclock === null) return null;
  return toTime(clock, found?.half ?? null, Math.max(clock.end, found?.end ?? 0));
}

function withHalf(tokens: readonly string[], index: number, clock: Clock): SpokenTime | null {
  const end = oclockEnd(tokens, clock.end) ?? clock.end;
  const found = halfAfter(tokens, end) ?? halfBefore(tokens, index);
  return toTime(clock, found?.half ?? null, Math.max(end, found?.end ?? 0));
}

function toTime(clock: Clock, half: DayHalf, end: number): SpokenTime | null {
  const readings = hoursOf(clock.hour, clock.minute, half, clock.certain);
  return readings.length === 0 ? null : { readings, end };
}

function oclockEnd(tokens: readonly string[], index: number): number | null {
  if (tokens[index] === "oclock") return index + 1;
  return tokens[index] === "o" && tokens[index + 1] === "clock" ? index + 2 : null;
}

/** "pm", "p.m.", "in the evening", "tonight"; `end` is after it. */
function halfAfter(tokens: readonly string[], index: number): { half: DayHalf; end: number } | null {
  for (let at = index; at < index + 3; at += 1) {
    const token = tokens[at] ?? "";
    const half = dayHalves.get(token);
    if (half !== undefined) return { half, end: at + 1 };
    if ((token === "a" || token === "p") && tokens[at + 1] === "m") return { half: `${token}m`, end: at + 2 };
    if (!between.has(token)) return null;
  }
  return null;
}

/** "tomorrow morning at nine". */
function halfBefore(tokens: readonly string[], index: number): { half: DayHalf; end: number } | null {
  for (let at = index - 1; at >= index - 3; at -= 1) {
    const half = dayHalves.get(tokens[at] ?? "");
    // "am" and "pm" before a number belong to the number before them.
    if (half !== undefined) return tokens[at] === "am" || tokens[at] === "pm" ? null : { half, end: 0 };
    if (!between.has(tokens[at] ?? "")) return null;
  }
  return null;
}

function clockText(hour: number, minute: number): string {
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

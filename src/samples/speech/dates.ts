import type { Random } from "../../lib/seeded-random.ts";
import { numberWords, ordinal, ordinalWords, yearWords } from "./numbers.ts";

/** A day counted from 1970-01-01 (UTC). */
export type Day = number;

const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const months = "January February March April May June July August September October November December".split(
  " ",
);
const msPerDay = 86_400_000;

export function dayOf(instantMs: number): Day {
  return Math.floor(instantMs / msPerDay);
}

/** "2026-03-13". */
export function isoDate(day: Day): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return (day + 4) % 7;
}

export function weekdayName(day: Day): string {
  return weekdays[weekdayOf(day)] ?? "";
}

/** "Friday, March 13th": as the agent says it. */
export function fullDate(day: Day): string {
  const { month, date } = partsOf(day);
  return `${weekdayName(day)}, ${month} ${ordinal(date)}`;
}

/** A day in the caller's words, seen from `today`; each has that day among its usual readings. */
export function speakDate(random: Random, day: Day, today: Day): string {
  const ahead = day - today;
  const { month, date } = partsOf(day);
  const words = [
    `${month} ${ordinalWords(date)}`,
    `the ${ordinalWords(date)} of ${month}`,
    `${month} ${ordinal(date)}`,
  ];
  if (ahead === 0) words.push("today", "today");
  if (ahead === 1) words.push("tomorrow", "tomorrow", "tomorrow", "tomorrow");
  if (ahead > 0 && ahead < 7)
    words.push(weekdayName(day), weekdayName(day), weekdayName(day), weekdayName(day));
  if (ahead > 1 && weekOf(day) === weekOf(today)) words.push(`this ${weekdayName(day)}`);
  if (ahead > 6 && weekOf(day) === weekOf(today) + 1) words.push(`next ${weekdayName(day)}`);
  if (ahead > 1 && ahead < 20) words.push(`the ${ordinal(date)}`, `the ${ordinalWords(date)}`);
  return random.pick(words);
}

/** A date of birth aloud: "March fourth nineteen eighty four", "oh three oh four eighty four", "3/4/1984". */
export function speakBirthDate(random: Random, iso: string, spoken: boolean): string {
  const [year = 0, month = 1, date = 1] = iso.split("-").map(Number);
  const name = months[month - 1] ?? "";
  if (!spoken)
    return random.pick([
      `${name} ${ordinal(date)}, ${year}`,
      `${month}/${date}/${year}`,
      `${name} ${date} ${year}`,
    ]);
  return random.pick([
    `${name} ${ordinalWords(date)} ${yearWords(year)}`,
    `the ${ordinalWords(date)} of ${name} ${yearWords(year)}`,
    `${twoDigits(month)} ${twoDigits(date)} ${yearWords(year)}`,
  ]);
}

function twoDigits(value: number): string {
  return value < 10 ? `oh ${numberWords(value)}` : numberWords(value);
}

function partsOf(day: Day): { month: string; date: number } {
  const at = new Date(day * msPerDay);
  return { month: months[at.getUTCMonth()] ?? "", date: at.getUTCDate() };
}

/** Weeks begin on Monday. */
function weekOf(day: Day): number {
  return Math.floor((day + 3) / 7);
}

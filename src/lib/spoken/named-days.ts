import { type Day, dayOf, type SpokenDate, yearOf } from "./days.ts";
import { months } from "./lexicon.ts";

/** Days with a name, the longest name first; month and day. */
const holidays: readonly {
  readonly words: readonly string[];
  readonly month: number;
  readonly day: number;
}[] = [
  { words: ["christmas", "eve"], month: 12, day: 24 },
  { words: ["christmas", "day"], month: 12, day: 25 },
  { words: ["christmas"], month: 12, day: 25 },
  { words: ["boxing", "day"], month: 12, day: 26 },
  { words: ["new", "years", "eve"], month: 12, day: 31 },
  { words: ["new", "years", "day"], month: 1, day: 1 },
  { words: ["new", "years"], month: 1, day: 1 },
  { words: ["valentines", "day"], month: 2, day: 14 },
  { words: ["valentines"], month: 2, day: 14 },
  { words: ["halloween"], month: 10, day: 31 },
];

/** Words that begin such a day. */
export const namedDayStarters: ReadonlySet<string> = new Set([
  ...holidays.map(({ words }) => words[0] ?? ""),
  "last",
  "end",
]);

/** "Christmas Eve", "the last day of March", "the end of the month"; both of this year and the next. */
export function namedDayAt(tokens: readonly string[], index: number, today: Day): SpokenDate | null {
  if (!namedDayStarters.has(tokens[index] ?? "")) return null;
  const holiday = holidays.find(({ words }) => words.every((word, place) => tokens[index + place] === word));
  if (holiday === undefined) return lastOfMonthAt(tokens, index, today);
  return { days: coming(today, holiday.month, holiday.day), end: index + holiday.words.length };
}

function lastOfMonthAt(tokens: readonly string[], index: number, today: Day): SpokenDate | null {
  const isLast = tokens[index] === "last" && tokens[index + 1] === "day";
  if (!isLast && tokens[index] !== "end") return null;
  const of = index + (isLast ? 2 : 1);
  if (tokens[of] !== "of") return null;
  const month = months.get(tokens[of + 1] ?? "");
  if (month !== undefined) return { days: lastDays(today, month), end: of + 2 };
  const isThis = (tokens[of + 1] === "the" || tokens[of + 1] === "this") && tokens[of + 2] === "month";
  return isThis ? { days: [lastDayFrom(today)], end: of + 3 } : null;
}

function lastDays(today: Day, month: number): Day[] {
  const years = [yearOf(today), yearOf(today) + 1];
  const next = month === 12 ? 1 : month + 1;
  const firsts = years.flatMap((year) => dayOf(month === 12 ? year + 1 : year, next, 1) ?? []);
  return firsts.map((day) => day - 1).filter((day) => day >= today);
}

function lastDayFrom(today: Day): Day {
  const year = yearOf(today);
  const firsts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((month) =>
    month === 13 ? dayOf(year + 1, 1, 1) : dayOf(year, month, 1),
  );
  return (firsts.find((day) => day !== null && day > today) ?? today) - 1;
}

function coming(today: Day, month: number, day: number): Day[] {
  const days = [yearOf(today), yearOf(today) + 1].flatMap((year) => dayOf(year, month, day) ?? []);
  return [...days.filter((one) => one >= today), ...days.filter((one) => one < today)];
}

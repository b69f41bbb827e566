import { type Day, dayOf, type SpokenDate, yearOf } from "./days.ts";
import { isNumeric } from "./tokens.ts";

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})$/;
const noYear = /^(\d{1,2})\/(\d{1,2})$/;

/** "2026-03-06", "3/6/2026", "06.03.26", "3/6": both orders of day and month where the numbers allow both. */
export function writtenDateAt(tokens: readonly string[], index: number, today: Day): SpokenDate | null {
  const token = tokens[index] ?? "";
  if (token.length < 3 || !hasMark(token)) return null;
  const days = daysOfToken(token, today);
  return days.length === 0 ? null : { days, end: index + 1 };
}

/** A number with a mark inside: the others are told apart without an expression. */
function hasMark(token: string): boolean {
  return isNumeric(token) && (token.includes("-") || token.includes("/") || token.includes("."));
}

function daysOfToken(token: string, today: Day): Day[] {
  const iso = yearFirst.exec(token);
  if (iso !== null) return existing([dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))]);
  const full = yearLast.exec(token);
  if (full !== null) return eitherOrder(Number(full[1]), Number(full[2]), fullYear(full[3] ?? ""));
  const short = noYear.exec(token);
  if (short === null) return [];
  const thisYear = yearOf(today);
  const [first, second] = [Number(short[1]), Number(short[2])];
  const days = [thisYear, thisYear + 1].flatMap((year) => eitherOrder(first, second, year));
  return [...days.filter((day) => day >= today), ...days.filter((day) => day < today)];
}

function eitherOrder(first: number, second: number, year: number): Day[] {
  return existing([dayOf(year, first, second), first === second ? null : dayOf(year, second, first)]);
}

function existing(days: readonly (Day | null)[]): Day[] {
  return days.filter((day) => day !== null);
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

import { monthAbbreviations, monthNames } from "./word-table.ts";

/** A day of a year; `month` and `day` count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isDay({ year, month, day }: Day): boolean {
  if (day < 1 || day > (lengths[month - 1] ?? 0)) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month !== 2 || day < 29 || leap;
}

/** 1 … 12, or null. */
export function monthOf(word: string): number | null {
  const full = monthNames.indexOf(word);
  if (full >= 0) return full + 1;
  if (word === "sept") return 9;
  const short = monthAbbreviations.indexOf(word);
  return short >= 0 ? short + 1 : null;
}

/** The month's name, short where the model is short ("Sep", "sept"; "may" counts as long). */
export function monthName(month: number, model: string): string {
  const short = model.length <= 4 && !["may", "june", "july"].includes(model);
  return (short ? monthAbbreviations : monthNames)[month - 1] ?? "";
}

/** Two digits of a year of birth: 00 … 26 are this century's, the others the last's. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year <= 26 ? 2000 + year : 1900 + year;
}

import { digitName, twoDigitName } from "./number-words.ts";

/** 0 … 99 as one says days and short years: "oh five", "twelve", "ninety eight". */
export function cardinalName(value: number, hyphen = " "): string {
  if (value >= 10) return twoDigitName(value, hyphen);
  return value === 0 ? "oh oh" : `oh ${digitName(String(value))}`;
}

/** "nineteen ninety eight", "two thousand five", "twenty twelve". */
export function yearName(year: number): string {
  const rest = year % 100;
  if (year >= 2000 && year < 2010)
    return rest === 0 ? "two thousand" : `two thousand ${digitName(String(rest))}`;
  const century = twoDigitName(Math.floor(year / 100), " ");
  return rest === 0 ? `${century} hundred` : `${century} ${cardinalName(rest)}`;
}

import { dayOf } from "../../../../lib/spoken/days.ts";

const monthNames =
  "January February March April May June July August September October November December".split(" ");
/** "3/6/2026", "06.03.26", "3-6-2026". */
const withYear = /\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\b/g;
/** "3/6". */
const withoutYear = /(?<![\d/])(\d{1,2})\/(\d{1,2})\b(?![/\d])/g;
/** Countries that write the month first. */
const monthFirst: ReadonlySet<string> = new Set(["US", "CA", "PH", "BZ", "FM"]);

/**
 * Dates in numbers written so that nobody can mistake them, in the order that the country uses; the other order where
 * only that is a day ("25/3/2026" in the US), and the day first between dots. What is no date stays as it is.
 */
export function writeOutDates(text: string, country: string): string {
  return text
    .replace(withYear, (whole, one: string, mark: string, two: string, year: string) => {
      const full = year.length === 4 ? Number(year) : 2000 + Number(year) - (Number(year) >= 50 ? 100 : 0);
      const found = orderOf(Number(one), Number(two), {
        year: full,
        first: mark !== "." && monthFirst.has(country),
      });
      return found === null ? whole : `${full}-${twoDigits(found.month)}-${twoDigits(found.day)}`;
    })
    .replace(withoutYear, (whole, one: string, two: string) => {
      // A leap year: the day may be 29 February.
      const found = orderOf(Number(one), Number(two), { year: 2024, first: monthFirst.has(country) });
      return found === null ? whole : `${monthNames[found.month - 1]} ${found.day}`;
    });
}

function orderOf(
  one: number,
  two: number,
  { year, first }: { year: number; first: boolean },
): { month: number; day: number } | null {
  const orders = [
    { month: one, day: two },
    { month: two, day: one },
  ];
  if (!first) orders.reverse();
  return orders.find(({ month, day }) => dayOf(year, month, day) !== null) ?? null;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

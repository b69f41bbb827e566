import { type FoundDate, toDate, yearAtomsOf } from "./dates.ts";
import type { NumberAtom, NumberRun } from "./number-runs.ts";
import type { ScannedText } from "./scan.ts";

/** "the first of the second eighty eight": day and month as ordinals, with "of" between them. */
export function addOrdinalDates(
  text: ScannedText & { readonly runs: readonly NumberRun[] },
  found: FoundDate[],
): void {
  for (let index = 0; index + 1 < text.runs.length; index += 1) {
    const next = text.runs[index + 1];
    const day = text.runs[index]?.atoms.at(-1);
    const month = next?.atoms[0];
    if (day === undefined || next === undefined || month === undefined || !isPair(day, month)) continue;
    const between = text.words.slice(day.last + 1, month.first).join(" ");
    if (between !== "of the" && between !== "of") continue;
    const year = yearAtomsOf(next.atoms.slice(1, 4));
    if (year.length === 0) continue;
    const parts = [
      { field: "day", atoms: [day] },
      { field: "month", atoms: [month] },
      { field: "year", atoms: year },
    ] as const;
    found.push(toDate(text, parts, null));
  }
}

function isPair(day: NumberAtom, month: NumberAtom): boolean {
  return (
    day.ordinal &&
    month.ordinal &&
    day.digits.length <= 2 &&
    Number(day.digits) <= 31 &&
    Number(month.digits) >= 1 &&
    month.digits.length <= 2 &&
    Number(month.digits) <= 12
  );
}

import { type Day, fullYear, monthOf } from "./calendar.ts";
import { digitsOf, extentOf, joined, type Part } from "./date-parts.ts";
import type { NumberAtom, NumberRun } from "./number-runs.ts";
import { gapAfter, gapWidth, type ScannedText } from "./scan.ts";
import { is } from "./word-table.ts";
import { writeDate } from "./write-date.ts";

/** A date as it stands in a text; the year is null where it isn't said. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  readonly month: number;
  readonly day: number;
  readonly year: number | null;
  /** Month and day could stand for each other: 03/04/1985. */
  readonly ambiguous: boolean;
  write(day: Day): string;
}

interface Runs {
  readonly text: ScannedText & { readonly runs: readonly NumberRun[] };
}

/** Dates with a month's name, in any order: "March 25th, 1998", "the fifth of may eighty five", "25 Mar". */
export function addNamedDates(text: Runs["text"], found: FoundDate[]): void {
  if ((text.any & is.month) === 0 || text.runs.length === 0) return;
  let index = 0;
  for (let token = 0; token < text.words.length; token += 1) {
    if (((text.kinds[token] ?? 0) & is.month) === 0) continue;
    const month = monthOf(text.words[token] ?? "");
    while (index < text.runs.length && (text.runs[index]?.last ?? 0) < token) index += 1;
    const date = month === null ? null : namedDateAt(text, { token, month, index });
    if (date !== null) found.push(date);
  }
}

interface MonthPlace {
  readonly token: number;
  readonly month: number;
  /** Index of the first run behind the month. */
  readonly index: number;
}

function namedDateAt(text: Runs["text"], { token, month, index }: MonthPlace): FoundDate | null {
  const before = text.runs[index - 1];
  const after = isNear(text, token, text.runs[index]) ? (text.runs[index]?.atoms ?? []) : [];
  const dayBefore = before === undefined ? undefined : dayBehind(text, before, token, after[0]);
  const day = dayBefore ?? after[0];
  if (day === undefined || !inRange(day, 31)) return null;
  const yearAtoms = yearAtomsOf(dayBefore === undefined ? after.slice(1, 4) : after.slice(0, 3));
  const parts: Part[] = [{ field: "day", atoms: [day] }];
  if (yearAtoms.length > 0) parts.push({ field: "year", atoms: yearAtoms });
  return toDate(text, parts, { token, month });
}

/** "5 May", but not "… two oh five april tenth", where a longer number ends. */
function dayBehind(text: Runs["text"], before: NumberRun, token: number, after: NumberAtom | undefined) {
  const ending = endsAt(text, before, token) ? before.atoms.at(-1) : undefined;
  if (ending === undefined || !inRange(ending, 31)) return undefined;
  if (ending.ordinal || text.words[token - 1] === "of") return ending;
  return after?.ordinal !== true && before.digits.length <= 2 ? ending : undefined;
}

/** The run ends right before the month, or before "of". */
function endsAt(text: ScannedText, run: NumberRun, token: number): boolean {
  const skipped = token - run.last - 1;
  if (/[,.!?]/.test(gapAfter(text, run.last))) return false;
  return skipped === 0 || (skipped === 1 && text.words[token - 1] === "of");
}

function isNear(text: ScannedText, token: number, run: NumberRun | undefined): boolean {
  if (run === undefined || gapWidth(text, token) > 3) return false;
  const skipped = run.first - token - 1;
  return skipped === 0 || (skipped === 1 && text.words[token + 1] === "the");
}

/** The atoms of a year at the head of these: 1998, 98, nineteen ninety eight, two thousand five. */
export function yearAtomsOf(atoms: readonly NumberAtom[]): readonly NumberAtom[] {
  const [first, second, third] = atoms;
  if (first === undefined || first.ordinal) return [];
  if (first.digits.length === 4) return isYear(first.digits) ? [first] : [];
  const century = first.digits === "19" || first.digits === "20";
  if (century && second?.digits.length === 2) return [first, second];
  if (century && second?.digits === "0" && third?.digits.length === 1) return [first, second, third];
  if (first.digits === "0" && second?.digits.length === 1) return [first, second];
  return first.digits.length === 2 ? [first] : [];
}

function isYear(digits: string): boolean {
  return digits.startsWith("19") || digits.startsWith("20");
}

function inRange(atom: NumberAtom, most: number): boolean {
  const value = Number(atom.digits);
  return atom.digits.length <= 2 && value >= 1 && value <= most;
}

/** What can be read as a date in numbers, from each atom of a run on: 03/25/1998, "three twenty five ninety eight". */
export function addNumericDates(text: ScannedText, run: NumberRun, found: FoundDate[]): void {
  if (run.digits.length < 4 || run.digits.length > 68) return;
  for (let index = 0; index + shortestDate <= run.atoms.length; index += 1) {
    const date = numericDate(text, run.atoms.slice(index, index + longestDate));
    if (date !== null) found.push(date);
  }
}

/** Atoms of a month, a day and a year. */
const shortestDate = 3;
/** Atoms of "oh three, oh four, nineteen, ninety, eight". */
const longestDate = 8;

function numericDate(text: ScannedText, atoms: readonly NumberAtom[]): FoundDate | null {
  const iso = atoms[0]?.digits.length === 4 && isYear(atoms[0].digits);
  const parts = iso ? isoParts(atoms) : shortParts(atoms);
  return parts === null ? null : toDate(text, parts, null);
}

function isoParts(atoms: readonly NumberAtom[]): Part[] | null {
  const [year, month, day] = atoms;
  if (year === undefined || month === undefined || day === undefined) return null;
  if (!inRange(month, 12) || !inRange(day, 31)) return null;
  return [
    { field: "year", atoms: [year] },
    { field: "month", atoms: [month] },
    { field: "day", atoms: [day] },
  ];
}

function shortParts(atoms: readonly NumberAtom[]): Part[] | null {
  const first = takeSmall(atoms);
  const second = takeSmall(atoms.slice(first.length));
  const year = yearAtomsOf(atoms.slice(first.length + second.length, first.length + second.length + 3));
  if (first.length === 0 || second.length === 0 || year.length === 0) return null;
  const [one, two] = [numberOf(first), numberOf(second)];
  if (Math.min(one, two) > 12 || Math.max(one, two) > 31 || Math.min(one, two) < 1) return null;
  const dayFirst = one > 12;
  return [
    { field: dayFirst ? "day" : "month", atoms: first },
    { field: dayFirst ? "month" : "day", atoms: second },
    { field: "year", atoms: year },
  ];
}

/** "three", "oh three", "25": the atoms of a month or a day. */
function takeSmall(atoms: readonly NumberAtom[]): readonly NumberAtom[] {
  const [first, second] = atoms;
  if (first === undefined || first.digits.length > 2) return [];
  if (first.digits === "0" && second?.digits.length === 1) return [first, second];
  return Number(first.digits) === 0 ? [] : [first];
}

function numberOf(atoms: readonly NumberAtom[]): number {
  return Number(joined(atoms));
}

export function toDate(
  text: ScannedText,
  parts: readonly Part[],
  named: { readonly token: number; readonly month: number } | null,
): FoundDate {
  const { first, last } = extentOf(parts, named?.token ?? null);
  const year = digitsOf(parts, "year");
  const day = Number(digitsOf(parts, "day"));
  return {
    first,
    last,
    start: text.starts[first] ?? 0,
    end: text.ends[last] ?? 0,
    month: named?.month ?? Number(digitsOf(parts, "month")),
    day,
    year: year === null ? null : fullYear(year),
    ambiguous: named === null && day <= 12 && parts[0]?.field !== "year",
    write: (other) => writeDate(text, parts, named, other),
  };
}

/** A calendar day as the number of days since 1970-01-01. */
export type Day = number;

/** A date as said, with every day it may mean, the likeliest first. */
export interface SpokenDate {
  readonly days: readonly Day[];
  /** Index of the token after it. */
  readonly end: number;
}

/** Null where there is no such day (31 April) or a part is out of range. Month 1–12. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) return null;
  return daysBefore(year, month) + day - 1;
}

/** Calls speak of the days around them, so the texts of the last ones asked for are kept. */
const keptTexts = 1024;
const daysKept = new Float64Array(keptTexts).fill(Number.NaN);
const textsKept: string[] = new Array(keptTexts).fill("");

/** `YYYY-MM-DD`. */
export function isoDay(day: Day): string {
  const slot = day & (keptTexts - 1);
  if (daysKept[slot] !== day) {
    textsKept[slot] = isoText(day);
    daysKept[slot] = day;
  }
  return textsKept[slot] ?? "";
}

function isoText(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(date)}`;
}

/** The day at the front of an ISO 8601 text, as written: the writer's own calendar day. */
export function dayOfIso(text: string): Day | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)/.exec(text);
  return parts === null ? null : dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** Sunday is 0. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function yearOf(day: Day): number {
  return partsOf(day).year;
}

/** The same day of the month so many months later; the month's last day where it is shorter. */
export function monthsLater(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  const later = laterMonth(year, month, months);
  const last = lengthOfMonth(later.year, later.month);
  return daysBefore(later.year, later.month) + Math.min(date, last) - 1;
}

/** The day that carries this number so many months after the month of `day`; null where that month is too short. */
export function dayInMonth(day: Day, months: number, number: number): Day | null {
  const { year, month } = partsOf(day);
  const later = laterMonth(year, month, months);
  return dayOf(later.year, later.month, number);
}

function laterMonth(year: number, month: number, months: number): { year: number; month: number } {
  const total = year * 12 + month - 1 + months;
  return { year: Math.floor(total / 12), month: (((total % 12) + 12) % 12) + 1 };
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function lengthOfMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0);
}

// The proleptic Gregorian calendar in plain arithmetic (years begin in March, so that 29 February is the last day of
// one): dates are read for every mention of every call, and Date objects took a tenth of the time.

const daysOfFourCenturies = 146_097;
const daysTo1970 = 719_468;

/** Days from 1970-01-01 to the first of that month. */
function daysBefore(year: number, month: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysOfFourCenturies + dayOfEra - daysTo1970;
}

function partsOf(day: Day): { year: number; month: number; date: number } {
  const shifted = Math.floor(day) + daysTo1970;
  const era = Math.floor(shifted / daysOfFourCenturies);
  const dayOfEra = shifted - era * daysOfFourCenturies;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

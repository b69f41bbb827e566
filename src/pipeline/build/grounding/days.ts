/** A calendar day as the number of days since 1970-01-01. */
export type Day = number;

/** A date as said, with every day it may mean, the likeliest first. */
export interface SpokenDate {
  readonly days: readonly Day[];
  /** Index of the token after it. */
  readonly end: number;
}

const dayMs = 86_400_000;

/** Null where there is no such day (31 April) or a part is out of range. Month 1–12. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 100) date.setUTCFullYear(year);
  return date.getUTCDate() === day ? date.getTime() / dayMs : null;
}

/** `YYYY-MM-DD`. */
export function isoDay(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
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
  return new Date(day * dayMs).getUTCFullYear();
}

/** The same day of the month so many months later; the month's last day where it is shorter. */
export function monthsLater(day: Day, months: number): Day {
  const date = new Date(day * dayMs);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const last = new Date(first);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  return first / dayMs + Math.min(date.getUTCDate(), last.getUTCDate()) - 1;
}

/** The days that carry this number in the month of `day` and `months` later; none where the month is too short. */
export function dayInMonth(day: Day, months: number, number: number): Day | null {
  const date = new Date(monthsLater(day, months) * dayMs);
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, number);
}

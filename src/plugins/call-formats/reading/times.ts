import { numberOf } from "./fields.ts";

/** A point in time as logs give it: milliseconds since 1970, or since the call began. */
export interface Moment {
  readonly ms: number;
  readonly since: "epoch" | "start";
}

/**
 * Reads ISO 8601 and Postgres's text for instants (without a zone: UTC, so that no machine's own zone shows in the
 * output), numbers since 1970 in s, ms, µs or ns by their size, `mm:ss` and `hh:mm:ss`, and small numbers as seconds
 * since the call began (`unit` "ms": as milliseconds).
 */
export function readMoment(value: unknown, unit: "s" | "ms" = "s"): Moment | null {
  if (typeof value === "string") {
    const text = value.trim();
    return instant(text) ?? clock(text) ?? fromNumber(numberOf(text), unit);
  }
  return typeof value === "number" ? fromNumber(value, unit) : null;
}

/** An ISO 8601 instant in UTC; null where the value is no instant. */
export function isoInstant(value: unknown): string | null {
  const moment = readMoment(value);
  return moment === null || moment.since === "start" ? null : isoText(moment.ms);
}

/** Milliseconds since 1970 of an ISO instant that this module wrote. */
export function epochMs(iso: string | null): number | null {
  return iso === null ? null : Date.parse(iso);
}

/** Its parts stand at fixed places, up to the fraction. */
const instantForm =
  /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)? ?(?:Z|[+-]\d\d(?::?\d\d)?(?::\d\d)?)?$/i;

function instant(text: string): Moment | null {
  if (text.charAt(4) !== "-" || !instantForm.test(text)) return null;
  const [year, month, day] = [digitsAt(text, 0, 4), digitsAt(text, 5), digitsAt(text, 8)];
  const hasTime = text.charAt(13) === ":" && text.charAt(10) !== "+" && text.charAt(10) !== "-";
  const hasSeconds = hasTime && text.charAt(16) === ":";
  const [hour, minute] = hasTime ? [digitsAt(text, 11), digitsAt(text, 14)] : [0, 0];
  const second = hasSeconds ? digitsAt(text, 17) : 0;
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return null;
  const timeEnd = hasTime ? 16 : 10;
  const end = hasSeconds ? fractionEnd(text, 19) : timeEnd;
  const milliseconds = end > 20 ? Number(text.slice(20, Math.min(end, 23)).padEnd(3, "0")) : 0;
  const local = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
  return { ms: local - zoneMs(text.slice(text.charAt(end) === " " ? end + 1 : end) || "Z"), since: "epoch" };
}

/** The number that so many digits write, two where nothing is said. */
function digitsAt(text: string, at: number, count = 2): number {
  let number = 0;
  for (let index = at; index < at + count; index += 1) number = number * 10 + text.charCodeAt(index) - 48;
  return number;
}

/** The index after a point and its digits. */
function fractionEnd(text: string, at: number): number {
  if (text.charAt(at) !== "." && text.charAt(at) !== ",") return at;
  let end = at + 1;
  while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1;
  return end;
}

/** `+02`, `+0200`, `+02:00`, `-03:30`, `Z`. */
function zoneMs(zone: string): number {
  if (zone.toUpperCase() === "Z") return 0;
  const digits = zone.slice(1).replaceAll(":", "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4));
  return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}

function clock(text: string): Moment | null {
  const parts = /^(?:(\d{1,2}):)?(\d{1,3}):(\d\d)(?:[.,](\d{1,3}))?$/.exec(text);
  if (parts === null) return null;
  const [, hours = "0", minutes, seconds, fraction = ""] = parts;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return { ms: whole * 1000 + Number(fraction.padEnd(3, "0")), since: "start" };
}

/** 1e8 s is 1973 and three years of call: no log has either, so the size tells the unit. */
function fromNumber(number: number | null, unit: "s" | "ms"): Moment | null {
  if (number === null || !Number.isFinite(number) || number < 0) return null;
  if (number >= 1e17) return { ms: Math.round(number / 1e6), since: "epoch" };
  if (number >= 1e14) return { ms: Math.round(number / 1e3), since: "epoch" };
  if (number >= 1e11) return { ms: Math.round(number), since: "epoch" };
  if (unit === "ms") return { ms: Math.round(number), since: "start" };
  return { ms: Math.round(number * 1000), since: number >= 1e8 ? "epoch" : "start" };
}

function isoText(ms: number): string | null {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

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

const instantForm =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)? ?(Z|[+-]\d\d(?::?\d\d)?(?::\d\d)?)?$/i;

function instant(text: string): Moment | null {
  const parts = instantForm.exec(text);
  if (parts === null) return null;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "", zone = "Z"] = parts;
  const valid =
    inRange(month, 1, 12) && inRange(day, 1, 31) && inRange(hour, 0, 24) && inRange(minute, 0, 59);
  if (!valid || !inRange(second, 0, 60)) return null;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, "0"));
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    milliseconds,
  );
  return { ms: local - zoneMs(zone), since: "epoch" };
}

function inRange(digits: string | undefined, least: number, most: number): boolean {
  const number = Number(digits);
  return number >= least && number <= most;
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

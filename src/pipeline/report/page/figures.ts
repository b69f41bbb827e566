import type { Figure } from "../../../domain/metric.ts";

export type Unit = "share" | "ms" | "dollars";

/** The word for what can't be said. */
export const unknown = "–";

/** `91.2 %`, `412 ms`, `$0.42`. Dollars are as given: multiply before. */
export function inUnit(value: number, unit: Unit): string {
  return { share: percent, ms: milliseconds, dollars }[unit](value);
}

/** With a sign; shares as points. */
export function differenceInUnit(value: number, unit: Unit): string {
  const size = Math.abs(value);
  const text = unit === "share" ? `${(size * 100).toFixed(1)} pt` : inUnit(size, unit);
  if (Number(text.replace(/[^\d.]/g, "")) === 0) return text;
  return `${value < 0 ? "−" : "+"}${text}`;
}

/** `88.1 – 93.9 %`; `from 900 ms` where nothing bounds it above. */
export function boundsInUnit({ bounds }: Pick<Figure, "bounds">, unit: Unit): string {
  if (bounds === null) return "no interval";
  const { low, high } = bounds;
  if (low !== null && high !== null) return rangeInUnit(low, high, unit);
  if (low !== null) return `from ${inUnit(low, unit)}`;
  return high === null ? "no interval" : `up to ${inUnit(high, unit)}`;
}

function rangeInUnit(low: number, high: number, unit: Unit): string {
  if (unit === "share") return `${(low * 100).toFixed(1)} – ${percent(high)}`;
  if (unit === "ms" && high < 10_000) return `${whole(low)} – ${milliseconds(high)}`;
  return `${inUnit(low, unit)} – ${inUnit(high, unit)}`;
}

export function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}

/** Without a decimal, for cells of a table. */
export function wholePercent(value: number): string {
  return `${Math.round(value * 100)} %`;
}

export function whole(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}

export function plural(count: number, word: string): string {
  return `${whole(count)} ${word}${count === 1 ? "" : "s"}`;
}

/** `27 November 2026`, in UTC. */
export function day(instant: string): string {
  return new Date(instant).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}

function milliseconds(value: number): string {
  return value < 10_000 ? `${whole(value)} ms` : `${(value / 1000).toFixed(1)} s`;
}

export function dollars(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return `$${whole(value)}`;
  if (size >= 1 || size === 0) return `$${value.toFixed(2)}`;
  return size < 0.0001 ? "under $0.0001" : `$${value.toPrecision(2)}`;
}

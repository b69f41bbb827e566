import type { Bounds } from "../../domain/metric.ts";
import type { Scorer } from "../../plugins/scorers/scorer.ts";

type Unit = Scorer["unit"];

/** Dollars of one turn are too small to be read. */
const turnsOfCost = 1000;

interface UnitWords {
  /** A figure by itself: `83.4 %`. */
  readonly whole: (value: number) => string;
  /** A number beside others of the unit: `83.4`. */
  readonly bare: (value: number) => string;
  /** What follows a difference: ` points`. */
  readonly difference: string;
}

const words: Readonly<Record<Unit, UnitWords>> = {
  share: {
    whole: (value) => `${(value * 100).toFixed(1)} %`,
    bare: (value) => (value * 100).toFixed(1),
    difference: " points",
  },
  ms: {
    whole: (value) => `${grouped(Math.round(value))} ms`,
    bare: (value) => grouped(Math.round(value)),
    difference: " ms",
  },
  dollars: {
    whole: (value) => dollarText(value * turnsOfCost),
    bare: (value) => dollarText(value * turnsOfCost),
    difference: "",
  },
};

/** `83.4 %`, `412 ms`, `$0.12` (of 1,000 turns). */
export function figureText(unit: Unit, value: number): string {
  return words[unit].whole(value);
}

/** `79.9–86.4`, without the unit that the figure beside it has; empty where nothing bounds it. */
export function rangeText(unit: Unit, bounds: Bounds | null): string {
  if (bounds === null) return "";
  const { bare } = words[unit];
  if (bounds.low === null) return bounds.high === null ? "" : `≤ ${bare(bounds.high)}`;
  return bounds.high === null ? `≥ ${bare(bounds.low)}` : `${bare(bounds.low)}–${bare(bounds.high)}`;
}

/** `+12.2 points`, `−30 ms`, `−$0.19`. */
export function differenceText(unit: Unit, difference: number): string {
  return `${signed(unit, difference)}${words[unit].difference}`;
}

/** `95 %: +8.0 to +16.4`. */
export function differenceRangeText(unit: Unit, bounds: Bounds | null): string {
  const [low, high] = [bounds?.low ?? null, bounds?.high ?? null].map((bound) => possible(unit, bound));
  if (low != null && high != null) return `95 %: ${signed(unit, low)} to ${signed(unit, high)}`;
  if (low != null) return `95 %: at least ${signed(unit, low)}`;
  return high == null ? "too few to bound it" : `95 %: at most ${signed(unit, high)}`;
}

/** Of few calls an interval reaches beyond what shares can differ by. */
function possible(unit: Unit, bound: number | null): number | null {
  return unit !== "share" || bound === null ? bound : Math.min(1, Math.max(-1, bound));
}

/** `1 point`, `50 ms`, `$0.00`. */
export function marginText(unit: Unit, margin: number): string {
  if (unit !== "share") return figureText(unit, margin);
  const points = Number((margin * 100).toFixed(2));
  return `${points} point${points === 1 ? "" : "s"}`;
}

/** `1 call`, `2,000 calls`. */
export function countText(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** A difference that rounds to nothing still shows its side. */
function signed(unit: Unit, value: number): string {
  const text = words[unit].bare(Math.abs(value));
  if (value === 0) return `±${text}`;
  return `${value < 0 ? "−" : "+"}${text}`;
}

function grouped(value: number): string {
  return value.toLocaleString("en-US");
}

/** Cents where there are whole dollars, three digits of what is less. */
function dollarText(dollars: number): string {
  if (dollars === 0 || dollars >= 1) return `$${dollars.toLocaleString("en-US", twoPlaces)}`;
  return `$${dollars.toLocaleString("en-US", { minimumSignificantDigits: 3, maximumSignificantDigits: 3 })}`;
}

const twoPlaces = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

import type { Bounds } from "../../domain/metric.ts";
import { type Comparison, type Verdict, verdictOf } from "../../domain/verdict.ts";
import { headlineOf } from "./headlines.ts";

/** A comparison counted so that more is better, whatever the metric. */
export interface Gain extends Bounds {
  readonly difference: number;
}

export function gainOf({ scorer, difference, bounds }: Comparison): Gain {
  const { low, high } = bounds ?? { low: null, high: null };
  if (headlineOf(scorer).better === "higher") return { difference, low, high };
  const minus = (bound: number | null) => (bound === null ? null : -bound);
  return { difference: -difference, low: minus(high), high: minus(low) };
}

/** What the comparison would say if it were the only one. */
export function verdictAlone(comparison: Comparison): Verdict {
  const { bounds } = comparison;
  if (bounds === null) return "cant_tell_yet";
  // No redraw differs at all: two local models both cost nothing.
  if (bounds.low === 0 && bounds.high === 0) return "not_worse";
  return verdictOf(gainOf(comparison), comparison.margin);
}

/**
 * Whether something speaks against the candidate, shown or not: alone it would be worse, or the difference seen is worse
 * by more than the margin and lies below 0 with nine in ten (a one-sided 90 % bound). Asked where a candidate is to be
 * called better, so that the correction, which makes it harder to show harm, can't hide any.
 */
export function looksWorse(comparison: Comparison): boolean {
  if (verdictAlone(comparison) === "worse") return true;
  const { difference, high } = gainOf(comparison);
  const reach = high === null ? 0 : (high - difference) * nineInTen;
  return difference < -comparison.margin && difference + reach < 0;
}

/** Where a 95 % interval ends at 1.96 standard errors, a one-sided 90 % bound lies at 1.28. */
const nineInTen = 1.2816 / 1.96;

import { mulberry32 } from "../seeded-random.ts";
import { acceleration } from "./cluster-error.ts";
import { type ClusterTotals, rateOf, sumOf } from "./cluster-totals.ts";
import { type Interval, usualConfidence } from "./interval.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import { percentile } from "./percentile.ts";

/** How to draw calls again. */
export interface BootstrapOrder {
  /** The lowest 32 bits count. */
  readonly seed: number;
  /** How many times; 10,000 unless told. */
  readonly draws?: number;
}

const usualDraws = 10_000;

/**
 * The rate of each redrawn evaluation, in rising order: as many calls as there are, drawn with replacement, each with
 * all its cases. Give sums of paired differences as values for the difference of two models.
 */
export function bootstrapRates(
  totals: ClusterTotals,
  { seed, draws = usualDraws }: BootstrapOrder,
): Float64Array {
  const { values, sizes } = totals;
  const clusters = values.length;
  const next = mulberry32(seed);
  const rates = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    let value = 0;
    let size = 0;
    for (let count = 0; count < clusters; count += 1) {
      const drawn = Math.floor(next() * clusters);
      value += values[drawn] ?? 0;
      size += sizes[drawn] ?? 0;
    }
    rates[draw] = value / size;
  }
  return rates.sort();
}

/**
 * The difference of two rates of the same calls, after − before, of each redrawn evaluation; in rising order. Both
 * sides meet the same redrawn calls, so the differences are paired.
 */
export function bootstrapRateDifferences(
  before: ClusterTotals,
  after: ClusterTotals,
  { seed, draws = usualDraws }: BootstrapOrder,
): Float64Array {
  const sums = sideBySide(before, after);
  const clusters = before.values.length;
  const next = mulberry32(seed);
  const differences = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    let [value, size, otherValue, otherSize] = [0, 0, 0, 0];
    for (let count = 0; count < clusters; count += 1) {
      const at = 4 * Math.floor(next() * clusters);
      value += sums[at] ?? 0;
      size += sums[at + 1] ?? 0;
      otherValue += sums[at + 2] ?? 0;
      otherSize += sums[at + 3] ?? 0;
    }
    differences[draw] = otherValue / otherSize - value / size;
  }
  return differences.sort();
}

/** Value and size before, value and size after, call by call: what is drawn together lies together. */
function sideBySide(before: ClusterTotals, after: ClusterTotals): Float64Array {
  const sums = new Float64Array(4 * before.values.length);
  for (const [call, value] of before.values.entries())
    sums.set(
      [value, before.sizes[call] ?? 0, after.values[call] ?? 0, after.sizes[call] ?? 0],
      4 * call,
    );
  return sums;
}

/** The middle part of the redrawn figures (type 7 quantiles). */
export function percentileInterval(figures: Float64Array, confidence = usualConfidence): Interval {
  const tail = (1 - confidence) / 2;
  return { low: percentile(figures, tail), high: percentile(figures, 1 - tail) };
}

/**
 * The interval of bias-corrected and accelerated percentiles (BCa, Efron 1987) from `bootstrapRates` of these totals.
 */
export function acceleratedInterval(
  totals: ClusterTotals,
  rates: Float64Array,
  confidence = usualConfidence,
): Interval {
  const bias = biasOf(rates, rateOf(totals));
  const skew = acceleration(totals);
  const bound = normalQuantile(1 - (1 - confidence) / 2);
  const moved = (z: number) => normalCdf(bias + (bias + z) / (1 - skew * (bias + z)));
  return { low: percentile(rates, moved(-bound)), high: percentile(rates, moved(bound)) };
}

/** Where the rate stands among the redrawn ones, as a normal deviate; those that equal it count half. */
export function biasOf(rates: Float64Array, rate: number): number {
  const below = rates.map((redrawn) => sideOf(redrawn - rate));
  return normalQuantile(sumOf(below) / rates.length);
}

/** Sums of the same numbers in another order differ in their last bits. */
const sameWithin = 1e-12;

function sideOf(distance: number): number {
  if (Math.abs(distance) < sameWithin) return 0.5;
  return distance < 0 ? 1 : 0;
}

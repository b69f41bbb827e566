import { wholeDraws } from "../seeded-random.ts";
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
export function bootstrapRates(totals: ClusterTotals, order: BootstrapOrder): Float64Array {
  const { values, sizes } = redrawSums(totals, order);
  return values.map((value, draw) => value / (sizes[draw] ?? 0)).sort();
}

/** The means of each redrawn evaluation, by unit of size and by call, each in rising order, on the same redrawn calls. */
export function bootstrapMeans(
  totals: ClusterTotals,
  order: BootstrapOrder,
): { readonly perSize: Float64Array; readonly perCluster: Float64Array } {
  const { values, sizes } = redrawSums(totals, order);
  const clusters = totals.values.length;
  return {
    perSize: values.map((value, draw) => value / (sizes[draw] ?? 0)).sort(),
    perCluster: values.map((value) => value / clusters).sort(),
  };
}

/** The sums of values and of sizes of each redrawn evaluation. */
function redrawSums({ values, sizes }: ClusterTotals, { seed, draws = usualDraws }: BootstrapOrder) {
  const clusters = values.length;
  const drawInto = wholeDraws(seed);
  const drawn = new Int32Array(clusters);
  const redrawn = { values: new Float64Array(draws), sizes: new Float64Array(draws) };
  for (let draw = 0; draw < draws; draw += 1) {
    let value = 0;
    let size = 0;
    drawInto(drawn, clusters);
    for (const call of drawn) {
      value += values[call] ?? 0;
      size += sizes[call] ?? 0;
    }
    redrawn.values[draw] = value;
    redrawn.sizes[draw] = size;
  }
  return redrawn;
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
  const clusters = before.values.length;
  const draw = wholeDraws(seed);
  const drawn = new Int32Array(clusters);
  const differences = new Float64Array(draws);
  for (let redraw = 0; redraw < draws; redraw += 1) {
    draw(drawn, clusters);
    differences[redraw] = rateOn(after, drawn) - rateOn(before, drawn);
  }
  return differences.sort();
}

function rateOn({ values, sizes }: ClusterTotals, drawn: Int32Array): number {
  let [value, size] = [0, 0];
  for (let count = 0; count < drawn.length; count += 1) {
    const cluster = drawn[count] ?? 0;
    value += values[cluster] ?? 0;
    size += sizes[cluster] ?? 0;
  }
  return value / size;
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

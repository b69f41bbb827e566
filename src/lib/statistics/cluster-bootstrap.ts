import { nextState, wholeBelow } from "../seeded-random.ts";
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

/** Each in rising order. */
export interface RedrawnMeans {
  readonly perSize: Float64Array;
  readonly perCluster: Float64Array;
}

/** The means of each redrawn evaluation, by unit of size and by call, on the same redrawn calls. */
export function bootstrapMeans(totals: ClusterTotals, order: BootstrapOrder): RedrawnMeans {
  if (isNothing(totals)) return redrawnNothing(order);
  const { values, sizes } = redrawSums(totals, order);
  const clusters = totals.values.length;
  return {
    perSize: values.map((value, draw) => value / (sizes[draw] ?? 0)).sort(),
    perCluster: values.map((value) => value / clusters).sort(),
  };
}

/** What a local model costs: it is nothing in each redraw too, and millions of draws needn't show that. */
function isNothing({ values }: ClusterTotals): boolean {
  return values.every((value) => value === 0);
}

function redrawnNothing({ draws = usualDraws }: BootstrapOrder): RedrawnMeans {
  return { perSize: new Float64Array(draws), perCluster: new Float64Array(draws) };
}

/** The sums of values and of sizes of each redrawn evaluation, in their order. */
interface RedrawnSums {
  readonly values: Float64Array;
  readonly sizes: Float64Array;
}

function redrawSums(totals: ClusterTotals, { seed, draws = usualDraws }: BootstrapOrder): RedrawnSums {
  const redrawn = { values: new Float64Array(draws), sizes: new Float64Array(draws) };
  let state = seed | 0;
  for (let draw = 0; draw < draws; draw += 1) state = redrawInto(redrawn, draw, { totals, state });
  return redrawn;
}

/** What is drawn from, and the state of the draws. */
interface Drawing {
  readonly totals: ClusterTotals;
  readonly state: number;
}

/** One redraw; gives the state behind it. Draws and sums stand in one loop, since there are millions. */
function redrawInto(redrawn: RedrawnSums, place: number, drawing: Drawing): number {
  const { values, sizes } = drawing.totals;
  const clusters = values.length;
  // A whole number for V8 from the first step on: else each step converts it.
  let state = drawing.state | 0;
  let value = 0;
  let size = 0;
  for (let count = 0; count < clusters; count += 1) {
    state = nextState(state);
    const cluster = wholeBelow(state, clusters);
    value += values[cluster] ?? 0;
    size += sizes[cluster] ?? 0;
  }
  redrawn.values[place] = value;
  redrawn.sizes[place] = size;
  return state;
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
  const differences = new Float64Array(draws);
  if (isNothing(before) && isNothing(after)) return differences;
  let state = seed | 0;
  for (let draw = 0; draw < draws; draw += 1)
    state = redrawDifference(differences, draw, { before, after, state });
  return differences.sort();
}

interface PairedDrawing {
  readonly before: ClusterTotals;
  readonly after: ClusterTotals;
  readonly state: number;
}

/** As `redrawInto`, on both sides at once. */
function redrawDifference(differences: Float64Array, place: number, drawing: PairedDrawing): number {
  const { values: oldValues, sizes: oldSizes } = drawing.before;
  const { values: newValues, sizes: newSizes } = drawing.after;
  const clusters = oldValues.length;
  let state = drawing.state | 0;
  let oldValue = 0;
  let oldSize = 0;
  let newValue = 0;
  let newSize = 0;
  for (let count = 0; count < clusters; count += 1) {
    state = nextState(state);
    const cluster = wholeBelow(state, clusters);
    oldValue += oldValues[cluster] ?? 0;
    oldSize += oldSizes[cluster] ?? 0;
    newValue += newValues[cluster] ?? 0;
    newSize += newSizes[cluster] ?? 0;
  }
  differences[place] = newValue / newSize - oldValue / oldSize;
  return state;
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

import { nextState, wholeBelow } from "../../../lib/seeded-random.ts";
import { numberByAppearance } from "../../../lib/statistics/cluster-totals.ts";
import { type ClusteredMeasures, risingMeasures } from "../../../lib/statistics/clustered-percentile.ts";
import { percentile } from "../../../lib/statistics/percentile.ts";

/** Redraws of percentiles; each costs a walk over all calls and over the values beyond the percentile. */
const draws = 1000;

/** A candidate's values in rising order, each with the number of its call. */
interface RisingValues extends ClusteredMeasures {
  /** How many of the values are of each call. */
  readonly counts: Int32Array;
}

/**
 * A percentile of each candidate on redrawn calls: `redrawn[candidate][draw]`. All candidates meet the same redrawn
 * calls, so differences of their percentiles are paired. Candidates may differ in how many values they have, not in the
 * numbers of their calls.
 */
export function redrawPercentiles(
  candidates: readonly ClusteredMeasures[],
  share: number,
  seed: number,
): Float64Array[] {
  const rising = numberAlike(candidates);
  const times = new Int32Array(rising[0]?.counts.length ?? 0);
  const redrawn = candidates.map(() => new Float64Array(draws));
  let state = seed | 0;
  for (let redraw = 0; redraw < draws; redraw += 1) {
    state = drawTimes(times, state);
    for (const [index, values] of rising.entries()) {
      const found = redrawn[index];
      if (found !== undefined) found[redraw] = percentileOfDraw(values, times, share);
    }
  }
  return redrawn;
}

/** Calls numbered by first appearance among all candidates, without gaps, so that each number may be drawn. */
function numberAlike(candidates: readonly ClusteredMeasures[]): RisingValues[] {
  const { numbers, count } = numberByAppearance(joined(candidates.map(({ clusters }) => clusters)));
  let from = 0;
  return candidates.map(({ values }) => {
    const clusters = numbers.slice(from, from + values.length);
    from += values.length;
    const counts = new Int32Array(count);
    for (const call of clusters) counts[call] = (counts[call] ?? 0) + 1;
    return { ...risingMeasures({ clusters, values }), counts };
  });
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((length, part) => length + part.length, 0));
  let from = 0;
  for (const part of parts) {
    whole.set(part, from);
    from += part.length;
  }
  return whole;
}

/** How often each call is drawn; gives the state behind the draws. */
function drawTimes(times: Int32Array, from: number): number {
  let state = from | 0;
  times.fill(0);
  for (let count = 0; count < times.length; count += 1) {
    state = nextState(state);
    const call = wholeBelow(state, times.length);
    times[call] = (times[call] ?? 0) + 1;
  }
  return state;
}

/** The type 7 percentile of the values, each counted as often as its call was drawn. */
function percentileOfDraw(rising: RisingValues, times: Int32Array, share: number): number {
  const { counts } = rising;
  let all = 0;
  for (let call = 0; call < times.length; call += 1) all += (times[call] ?? 0) * (counts[call] ?? 0);
  if (all === 0) return Number.NaN;
  const place = (all - 1) * share;
  const [below, above] = [Math.floor(place), Math.ceil(place)];
  const valueAt = 2 * below < all ? fromBelow : fromAbove;
  const at = (rank: number) => valueAt(rising, times, { rank, all });
  return percentile([at(below), at(above)], place - below);
}

/** Counted from 0 among all values, each as often as its call was drawn. */
interface Rank {
  readonly rank: number;
  readonly all: number;
}

function fromBelow({ values, clusters }: RisingValues, times: Int32Array, { rank }: Rank): number {
  let upTo = 0;
  for (let index = 0; index < values.length; index += 1) {
    upTo += times[clusters[index] ?? 0] ?? 0;
    if (upTo > rank) return values[index] ?? Number.NaN;
  }
  return Number.NaN;
}

function fromAbove({ values, clusters }: RisingValues, times: Int32Array, { rank, all }: Rank): number {
  let before = all;
  for (let index = values.length - 1; index >= 0; index -= 1) {
    before -= times[clusters[index] ?? 0] ?? 0;
    if (before <= rank) return values[index] ?? Number.NaN;
  }
  return Number.NaN;
}

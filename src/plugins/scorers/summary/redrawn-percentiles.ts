import { wholeDraws } from "../../../lib/seeded-random.ts";
import { percentile } from "../../../lib/statistics/percentile.ts";
import type { ScoredRow } from "./scored-rows.ts";

/** Redraws of percentiles; each costs a walk over all calls and over the values beyond the percentile. */
const draws = 1000;

/** A candidate's values in rising order, each with the number of its call. */
interface RisingValues {
  readonly values: Float64Array;
  readonly calls: Int32Array;
  /** How many of the values are of each call. */
  readonly counts: Int32Array;
}

/**
 * A percentile of each candidate on redrawn calls: `redrawn[candidate][draw]`. All candidates meet the same redrawn
 * calls, so differences of their percentiles are paired. Rows of unlike candidates may differ in number.
 */
export function redrawPercentiles(
  candidates: readonly (readonly ScoredRow[])[],
  share: number,
  seed: number,
): Float64Array[] {
  const numbers = numberCalls(candidates.flat());
  const rising = candidates.map((rows) => risingValues(rows, numbers));
  const draw = wholeDraws(seed);
  const drawn = new Int32Array(numbers.size);
  const times = new Int32Array(numbers.size);
  const redrawn = candidates.map(() => new Float64Array(draws));
  for (let redraw = 0; redraw < draws; redraw += 1) {
    draw(drawn, drawn.length);
    times.fill(0);
    for (const call of drawn) times[call] = (times[call] ?? 0) + 1;
    for (const [index, values] of rising.entries()) {
      const found = redrawn[index];
      if (found !== undefined) found[redraw] = percentileOfDraw(values, times, share);
    }
  }
  return redrawn;
}

function numberCalls(rows: readonly ScoredRow[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { callId } of rows) if (!numbers.has(callId)) numbers.set(callId, numbers.size);
  return numbers;
}

function risingValues(rows: readonly ScoredRow[], numbers: ReadonlyMap<string, number>): RisingValues {
  const sorted = [...rows].sort((one, other) => one.score.value - other.score.value);
  const calls = Int32Array.from(sorted, ({ callId }) => numbers.get(callId) ?? 0);
  const counts = new Int32Array(numbers.size);
  for (const call of calls) counts[call] = (counts[call] ?? 0) + 1;
  return { values: Float64Array.from(sorted, ({ score }) => score.value), calls, counts };
}

/** The type 7 percentile of the values, each counted as often as its call was drawn. */
function percentileOfDraw(rising: RisingValues, times: Int32Array, share: number): number {
  let all = 0;
  for (let call = 0; call < times.length; call += 1) all += (times[call] ?? 0) * (rising.counts[call] ?? 0);
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

function fromBelow({ values, calls }: RisingValues, times: Int32Array, { rank }: Rank): number {
  let upTo = 0;
  for (let index = 0; index < values.length; index += 1) {
    upTo += times[calls[index] ?? 0] ?? 0;
    if (upTo > rank) return values[index] ?? Number.NaN;
  }
  return Number.NaN;
}

function fromAbove({ values, calls }: RisingValues, times: Int32Array, { rank, all }: Rank): number {
  let before = all;
  for (let index = values.length - 1; index >= 0; index -= 1) {
    before -= times[calls[index] ?? 0] ?? 0;
    if (before <= rank) return values[index] ?? Number.NaN;
  }
  return Number.NaN;
}

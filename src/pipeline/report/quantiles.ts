import { percentile } from "../../lib/statistics/percentile.ts";

/** Enough for a curve that looks smooth. */
const most = 200;

/** The values in rising order; of many, evenly spread quantiles from the least to the largest. */
export function quantilesOf(values: ArrayLike<number>): number[] {
  const rising = Float64Array.from(values).sort();
  if (rising.length <= most) return [...rising];
  return Array.from({ length: most }, (_, index) => percentile(rising, index / (most - 1)));
}

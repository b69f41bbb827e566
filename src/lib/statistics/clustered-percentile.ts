import { clusterTotals } from "./cluster-totals.ts";
import { usualConfidence } from "./interval.ts";
import { type BoundedPercentile, percentile } from "./percentile.ts";
import { effectiveCases } from "./rate-interval.ts";
import { studentBound } from "./student-t.ts";

/** One measured value and the call it comes from. */
export interface ClusteredMeasure {
  readonly cluster: string;
  readonly value: number;
}

/**
 * A percentile with bounds that count clusters: the shares between which the true percentile stands, share ± t·√(share ·
 * (1 − share) / effective number), turned back into values (after Woodruff 1952). The effective number is that of "at
 * most the percentile", yes or no. A bound is null where no value measured bounds it, both for fewer than two clusters.
 * `rising` is in rising order of value.
 */
export function clusteredPercentile(
  rising: readonly ClusteredMeasure[],
  share: number,
  confidence = usualConfidence,
): BoundedPercentile {
  const values = Float64Array.from(rising, ({ value }) => value);
  const found = percentile(values, share);
  const totals = clusterTotals(
    rising.map(({ cluster, value }) => ({ cluster, value: value <= found ? 1 : 0, of: 1 })),
  );
  const clusters = totals.values.length;
  if (clusters < 2) return { value: found, low: null, high: null };
  const reach =
    studentBound(confidence, clusters - 1) * Math.sqrt((share * (1 - share)) / effectiveCases(totals));
  return { value: found, low: valueAt(values, share - reach), high: valueAt(values, share + reach) };
}

/** Null beyond the smallest and the largest value. */
function valueAt(values: Float64Array, share: number): number | null {
  return share <= 0 || share >= 1 ? null : percentile(values, share);
}

import { type ClusteredColumns, columnTotals } from "./cluster-totals.ts";
import { usualConfidence } from "./interval.ts";
import { type BoundedPercentile, percentile } from "./percentile.ts";
import { effectiveCases } from "./rate-interval.ts";
import { studentBound } from "./student-t.ts";

/** Measured values, each with the number of the call it comes from. */
export type ClusteredMeasures = Pick<ClusteredColumns, "clusters" | "values">;

/** In rising order of value. */
export function risingMeasures({ clusters, values }: ClusteredMeasures): ClusteredMeasures {
  const order = new Int32Array(values.length);
  for (let index = 0; index < order.length; index += 1) order[index] = index;
  order.sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0));
  const rising = { clusters: new Int32Array(order.length), values: new Float64Array(order.length) };
  for (let index = 0; index < order.length; index += 1) {
    const place = order[index] ?? 0;
    rising.clusters[index] = clusters[place] ?? 0;
    rising.values[index] = values[place] ?? 0;
  }
  return rising;
}

/**
 * A percentile with bounds that count clusters: the shares between which the true percentile stands, share ± t·√(share ·
 * (1 − share) / effective number), turned back into values (after Woodruff 1952). The effective number is that of "at
 * most the percentile", yes or no. A bound is null where no value measured bounds it, both for fewer than two clusters.
 * The measures are in rising order of value.
 */
export function clusteredPercentile(
  { clusters, values }: ClusteredMeasures,
  share: number,
  confidence = usualConfidence,
): BoundedPercentile {
  const found = percentile(values, share);
  const totals = columnTotals({
    clusters,
    values: values.map((value) => (value <= found ? 1 : 0)),
    sizes: new Float64Array(values.length).fill(1),
  });
  const count = totals.values.length;
  if (count < 2) return { value: found, low: null, high: null };
  const reach =
    studentBound(confidence, count - 1) * Math.sqrt((share * (1 - share)) / effectiveCases(totals));
  return { value: found, low: valueAt(values, share - reach), high: valueAt(values, share + reach) };
}

/** Null beyond the smallest and the largest value. */
function valueAt(values: Float64Array, share: number): number | null {
  return share <= 0 || share >= 1 ? null : percentile(values, share);
}

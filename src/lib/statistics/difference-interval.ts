import { clusterError, squaredResiduals } from "./cluster-error.ts";
import type { ClusterTotals } from "./cluster-totals.ts";
import { type Interval, usualConfidence } from "./interval.ts";
import { studentBound } from "./student-t.ts";

/** A case that one model has right and the other wrong, squared. */
const oneDisagreement = 1;

/** A mean paired difference with what it may be off by. */
export interface Difference {
  readonly difference: number;
  readonly error: number;
  readonly degrees: number;
}

/**
 * The mean difference of two models' shares on the same cases, clustered by call; values are sums of (candidate − baseline)
 * within each call. One more disagreement, half of it each way, is counted into the variance (after Agresti and Min
 * 2005): without it two models that hardly ever disagree look certain. Null for fewer than two calls.
 */
export function clusteredDifference(totals: ClusterTotals): Difference | null {
  const { rate, size, clusters } = clusterError(totals);
  if (clusters < 2) return null;
  const squares = squaredResiduals(totals, rate) + oneDisagreement;
  const error = Math.sqrt((squares * clusters) / (clusters - 1)) / size;
  return { difference: rate, error, degrees: clusters - 1 };
}

/** Mean ± t·SE, with one degree of freedom less than there are calls. */
export function differenceInterval(totals: ClusterTotals, confidence = usualConfidence): Interval | null {
  const found = clusteredDifference(totals);
  if (found === null) return null;
  const reach = studentBound(confidence, found.degrees) * found.error;
  return { low: found.difference - reach, high: found.difference + reach };
}

import type { Difference } from "./difference-interval.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import { studentCdf, studentQuantile } from "./student-t.ts";

/** Whether a candidate is worse by less than a margin that was set before the cases were seen. */
export interface NonInferiority {
  /** (difference + margin) / error. */
  readonly statistic: number;
  /** Probability of a difference as good if the candidate were worse by the whole margin. */
  readonly p: number;
  /** The true difference lies above this, with the one-sided confidence asked for. */
  readonly low: number;
  readonly shown: boolean;
}

/**
 * Tests "worse by the margin or more" on a paired difference (candidate − baseline, larger is better). One-sided at 97.5 %
 * by default, which is what a two-sided 95 % interval says. Infinite `degrees` take the normal distribution.
 */
export function nonInferiority(
  { difference, error, degrees }: Difference,
  margin: number,
  confidence = 0.975,
): NonInferiority {
  const statistic = (difference + margin) / error;
  const isNormal = degrees === Number.POSITIVE_INFINITY;
  const bound = isNormal ? normalQuantile(confidence) : studentQuantile(confidence, degrees);
  const p = isNormal ? normalCdf(-statistic) : studentCdf(-statistic, degrees);
  const low = difference - bound * error;
  return { statistic, p, low, shown: low > -margin };
}

import { type ClusterError, clusterError, designEffect, plannedDesignEffect } from "./cluster-error.ts";
import { type ClusterTotals, sumOf } from "./cluster-totals.ts";
import { type Interval, usualConfidence } from "./interval.ts";
import { studentBound } from "./student-t.ts";
import { scoreInterval } from "./wilson.ts";

/** What correlation within a call is assumed as long as few errors were seen, and how many errors that belief weighs. */
const priorCorrelation = 0.3;
const priorErrors = 2;

/**
 * The interval of a share of cases that are right, clustered by call: Wilson's, on the number of independent cases that
 * the clustered ones are worth, with Student's t for few calls. Where hardly a case is wrong (or right) the design
 * effect can't be measured, so it is drawn towards that of a correlation of 0.3 within a call. Null for fewer than two
 * calls. `npm run measure intervals` shows its coverage, and that percentile bootstrap intervals fall short near 0 and 1.
 */
export function rateInterval(totals: ClusterTotals, confidence = usualConfidence): Interval | null {
  const error = clusterError(totals);
  const { rate, clusters } = error;
  if (clusters < 2) return null;
  const trials = casesWorth(error, totals);
  return scoreInterval({ hits: rate * trials, trials }, studentBound(confidence, clusters - 1));
}

/** How many independent cases the clustered ones are worth, as far as can be told: the size by the design effect. */
export function effectiveCases(totals: ClusterTotals): number {
  return casesWorth(clusterError(totals), totals);
}

function casesWorth(error: ClusterError, { sizes }: ClusterTotals): number {
  return error.size / steadyDesignEffect(error, sizes);
}

function steadyDesignEffect(error: ClusterError, sizes: Float64Array): number {
  const rarer = Math.min(error.rate, 1 - error.rate) * error.size;
  const measured = rarer > 0 && error.clusters > 1 ? designEffect(error) : 1;
  // The size of the call that a case stands in on average.
  const casesBeside = sumOf(sizes.map((size) => size * size)) / error.size;
  const planned = plannedDesignEffect(casesBeside, priorCorrelation);
  return Math.max(1, (measured * rarer + planned * priorErrors) / (rarer + priorErrors));
}

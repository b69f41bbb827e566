import type { Comparison } from "../../domain/verdict.ts";
import { usualConfidence } from "../../lib/statistics/interval.ts";
import { normalQuantile } from "../../lib/statistics/normal.ts";
import { leastCallsToReckon } from "../../lib/statistics/sample-size.ts";
import { studentBound } from "../../lib/statistics/student-t.ts";
import { gainOf } from "./gains.ts";

/** Chance to see what is there. */
const power = 0.8;
/** More is no plan for anybody. */
const mostCalls = 1_000_000;

/**
 * About how many more calls would tell, if they go on like these: enough that the difference seen, at the given two-sided
 * level, stands out from 0, or that the candidate is shown to be not worse by the margin, whichever needs fewer. Null
 * where there is no interval to reckon from, too few calls, or no number that anybody could gather.
 */
export function callsToTell(comparison: Comparison, level: number): number | null {
  const { bounds, calls, difference, margin } = comparison;
  if (bounds === null || bounds.low === null || bounds.high === null) return null;
  if (calls < leastCallsToReckon) return null;
  const error = (bounds.high - bounds.low) / 2 / studentBound(usualConfidence, calls - 1);
  const needed = [
    callsFor(calls, Math.abs(difference) / error, level),
    callsFor(calls, (gainOf(comparison).difference + margin) / error, 1 - usualConfidence),
  ];
  const more = Math.min(...needed) - calls;
  return more <= mostCalls ? inTwoDigits(Math.max(1, more)) : null;
}

/** `distance` of the difference from what it must stand out from, in standard errors. */
function callsFor(calls: number, distance: number, level: number): number {
  if (!(distance > 0)) return Number.POSITIVE_INFINITY;
  return calls * ((normalQuantile(1 - level / 2) + normalQuantile(power)) / distance) ** 2;
}

/** It is a guess from few calls; more digits would claim more. */
function inTwoDigits(count: number): number {
  return Math.ceil(Number(count.toPrecision(2)));
}

import type { ClusterTotals } from "./cluster-totals.ts";
import { sumOf } from "./cluster-totals.ts";
import type { Difference } from "./difference-interval.ts";
import { normalCdf, normalQuantile } from "./normal.ts";

/** What a comparison is planned for. */
export interface PowerPlan {
  /** Two-sided chance of a false alarm; 0.05 unless told. */
  readonly alpha?: number;
  /** Chance to see a difference that is there; 0.8 unless told. */
  readonly power?: number;
  /** How many times the variance is larger by clustering. */
  readonly designEffect?: number;
}

/** Shares of cases that only one of two models has right. */
export interface Disagreement {
  readonly onlyBaseline: number;
  readonly onlyCandidate: number;
}

const usualAlpha = 0.05;
const usualPower = 0.8;

/** Independent paired cases needed to tell two shares apart (Connor 1987), times the design effect; not rounded. */
export function casesToTell(
  { onlyBaseline, onlyCandidate }: Disagreement,
  { alpha = usualAlpha, power = usualPower, designEffect = 1 }: PowerPlan = {},
): number {
  const psi = onlyBaseline + onlyCandidate;
  const delta = onlyCandidate - onlyBaseline;
  const spread =
    normalQuantile(1 - alpha / 2) * Math.sqrt(psi) + normalQuantile(power) * Math.sqrt(psi - delta * delta);
  return ((spread * spread) / (delta * delta)) * designEffect;
}

/** The chance that so many independent paired cases show the difference; the inverse of `casesToTell`. */
export function powerOf(cases: number, disagreement: Disagreement, alpha = usualAlpha): number {
  const psi = disagreement.onlyBaseline + disagreement.onlyCandidate;
  const delta = Math.abs(disagreement.onlyCandidate - disagreement.onlyBaseline);
  const shift = delta * Math.sqrt(cases) - normalQuantile(1 - alpha / 2) * Math.sqrt(psi);
  return normalCdf(shift / Math.sqrt(psi - delta * delta));
}

/** The smallest difference that so many independent paired cases show, where a share psi of them disagrees. */
export function smallestDifference(
  cases: number,
  psi: number,
  { alpha = usualAlpha, power = usualPower }: PowerPlan = {},
): number {
  return (normalQuantile(1 - alpha / 2) + normalQuantile(power)) * Math.sqrt(psi / cases);
}

/** What a claim of "not worse by more than the margin" is planned for; `alpha` is one-sided. */
export interface NonInferiorityPlan extends PowerPlan {
  readonly psi: number;
  readonly difference: number;
  readonly margin: number;
}

/** Independent paired cases needed to show non-inferiority; not rounded. */
export function casesToShowNotWorse(plan: NonInferiorityPlan): number {
  const { psi, difference, margin, alpha = usualAlpha, power = usualPower, designEffect = 1 } = plan;
  const bounds = normalQuantile(1 - alpha) + normalQuantile(power);
  return ((bounds * bounds * psi) / (margin + difference) ** 2) * designEffect;
}

/**
 * From fewer calls nobody can reckon how many more would tell: the number goes with the variance, which G calls know to
 * ±√(2/(G−1)) (26 % at 30, 47 % at 10, and two that happen to agree have none at all), and no test on G calls can go below
 * p = 2^(1−G).
 */
export const leastCallsToReckon = 30;

/**
 * "About so many more calls would be needed to tell", if calls go on as they were: how many calls make a paired
 * difference as large as the one seen stand out with 80 % power, less those at hand. Null where nothing differs, so that
 * no number of calls would do, and where too few are at hand to reckon from.
 */
export function moreCallsToTell(
  { difference, error }: Difference,
  totals: ClusterTotals,
  { alpha = usualAlpha, power = usualPower }: PowerPlan = {},
): number | null {
  if (difference === 0 || sumOf(totals.sizes) === 0) return null;
  const calls = totals.values.length;
  if (calls < leastCallsToReckon) return null;
  const bounds = normalQuantile(1 - alpha / 2) + normalQuantile(power);
  const needed = calls * ((bounds * error) / difference) ** 2;
  return Math.max(0, Math.ceil(needed - calls));
}

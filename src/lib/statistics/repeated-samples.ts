import { sumOf } from "./cluster-totals.ts";

/** Scores of cases that were each asked several times. */
export interface RepeatedScore {
  readonly mean: number;
  /** Over the cases' means: answers to one case are not independent cases. */
  readonly error: number;
  /** Mean variance of the answers to one case: what more tries would lessen. */
  readonly withinVariance: number;
}

/** Averages the tries of each case first (Miller 2024). Every case needs two tries or more, all the same number. */
export function repeatedScore(cases: readonly (readonly number[])[]): RepeatedScore {
  const means = Float64Array.from(cases, (tries) => meanOf(tries));
  const mean = meanOf(means);
  const between = sumOf(means.map((own) => (own - mean) ** 2)) / (means.length - 1);
  const within = cases.map((tries) => varianceOf(tries));
  return { mean, error: Math.sqrt(between / means.length), withinVariance: meanOf(within) };
}

/** The standard error to expect: √((ω² + σ²/K)/n). More tries cut the second part only. */
export function plannedError(plan: {
  readonly betweenVariance: number;
  readonly withinVariance: number;
  readonly cases: number;
  readonly tries: number;
}): number {
  return Math.sqrt((plan.betweenVariance + plan.withinVariance / plan.tries) / plan.cases);
}

function meanOf(numbers: ArrayLike<number>): number {
  return sumOf(Float64Array.from(numbers)) / numbers.length;
}

function varianceOf(numbers: readonly number[]): number {
  const mean = meanOf(numbers);
  return numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / (numbers.length - 1);
}

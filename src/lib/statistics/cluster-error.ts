import { type ClusterTotals, rateOf, sumOf } from "./cluster-totals.ts";

/** How far a rate may be off by chance when cases of one call share their luck. */
export interface ClusterError {
  readonly rate: number;
  /** Cases, or whatever the sizes count. */
  readonly size: number;
  readonly clusters: number;
  /** Standard error without the finite-cluster factor (CR0). */
  readonly plain: number;
  /** With √(G/(G−1)) (CR1): what inspect_ai uses. NaN for a single cluster. */
  readonly corrected: number;
}

/**
 * The standard error of a rate from its clusters' residuals: √Σ(value − rate·size)² / Σsize (Liang and Zeger 1986;
 * Miller 2024, arXiv 2411.00640, appendix A). For paired differences the values are sums of differences.
 */
export function clusterError(totals: ClusterTotals): ClusterError {
  const { values, sizes } = totals;
  const rate = rateOf(totals);
  const size = sumOf(sizes);
  const clusters = values.length;
  const plain = Math.sqrt(squaredResiduals(totals, rate)) / size;
  const corrected = clusters < 2 ? Number.NaN : plain * Math.sqrt(clusters / (clusters - 1));
  return { rate, size, clusters, plain, corrected };
}

export function squaredResiduals({ values, sizes }: ClusterTotals, rate: number): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1)
    sum += ((values[index] ?? 0) - rate * (sizes[index] ?? 0)) ** 2;
  return sum;
}

/**
 * The design effect: how many times the variance of a 0/1 rate is larger than if each case were drawn by itself. NaN
 * where the rate is 0 or 1.
 */
export function designEffect({ rate, size, corrected }: ClusterError): number {
  return corrected ** 2 / ((rate * (1 - rate)) / size);
}

/** The design effect to plan with: 1 + (m − 1)ρ for m cases a call whose correlation within the call is ρ. */
export function plannedDesignEffect(casesPerCall: number, correlation: number): number {
  return 1 + (casesPerCall - 1) * correlation;
}

/** Each rate with one cluster left out: what the jackknife and BCa are made of. */
export function leaveOneOut({ values, sizes }: ClusterTotals): Float64Array {
  const [value, size] = [sumOf(values), sumOf(sizes)];
  return values.map((own, index) => (value - own) / (size - (sizes[index] ?? 0)));
}

/** The delete-one-cluster jackknife's standard error (CV3), safer for few or unequal clusters. */
export function jackknifeError(totals: ClusterTotals): number {
  const without = leaveOneOut(totals);
  const clusters = without.length;
  const mean = sumOf(without) / clusters;
  const squares = sumOf(without.map((rate) => (rate - mean) ** 2));
  return Math.sqrt((squares * (clusters - 1)) / clusters);
}

/** How skewed the estimate is: Efron's acceleration (1987), for BCa intervals. 0 where nothing varies. */
export function acceleration(totals: ClusterTotals): number {
  const without = leaveOneOut(totals);
  const mean = sumOf(without) / without.length;
  let [cubes, squares] = [0, 0];
  for (const rate of without) {
    cubes += (mean - rate) ** 3;
    squares += (mean - rate) ** 2;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}

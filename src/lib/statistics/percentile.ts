import { binomialCdf } from "./binomial.ts";
import { usualConfidence } from "./interval.ts";

/**
 * The percentile between two neighbours, by Hyndman and Fan's type 7 (1996): what R, NumPy and Excel do. `sorted` rises;
 * `share` is 0.95 for p95. NaN where there is nothing.
 */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  return between(sorted, (sorted.length - 1) * share);
}

/** Hyndman and Fan's type 8: unbiased in the median, whatever the distribution. */
export function medianUnbiasedPercentile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length + 1 / 3) * share + 1 / 3 - 1;
  return between(sorted, Math.min(sorted.length - 1, Math.max(0, place)));
}

/** The smallest value that at least that share is not above. */
export function nearestRank(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

function between(sorted: ArrayLike<number>, place: number): number {
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const part = place - below;
  return part === 0 ? low : low + part * ((sorted[below + 1] ?? low) - low);
}

/** Ranks, counted from 1, between which a percentile lies; null where no value that was measured bounds it. */
export interface PercentileRanks {
  readonly low: number | null;
  readonly high: number | null;
  /** What the ranks really cover: at least the confidence asked for, where both exist. */
  readonly coverage: number;
}

/**
 * The order statistics that bound a percentile of independent values, without assuming any distribution: the largest
 * rank l with F(l−1) ≤ α/2 and the smallest u with F(u−1) ≥ 1−α/2, F of Bin(n, share). A p95 needs 72 values for both
 * bounds, a p99 368.
 */
export function percentileRanks(n: number, share: number, confidence = usualConfidence): PercentileRanks {
  const tail = (1 - confidence) / 2;
  const low = lastRank(n, (rank) => binomialCdf(rank - 1, n, share) <= tail);
  const high = lastRank(n, (rank) => binomialCdf(rank - 1, n, share) < 1 - tail) + 1;
  const above = high > n ? 1 : binomialCdf(high - 1, n, share);
  return {
    low: low === 0 ? null : low,
    high: high > n ? null : high,
    coverage: above - binomialCdf(low - 1, n, share),
  };
}

/** A percentile with its bounds; `high` is null where too few values were measured to bound it above. */
export interface BoundedPercentile {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export function boundedPercentile(
  sorted: ArrayLike<number>,
  share: number,
  confidence = usualConfidence,
): BoundedPercentile {
  const ranks = percentileRanks(sorted.length, share, confidence);
  const valueAt = (rank: number | null) => (rank === null ? null : (sorted[rank - 1] ?? null));
  return { value: percentile(sorted, share), low: valueAt(ranks.low), high: valueAt(ranks.high) };
}

/** The last rank of 1…n that passes, where those before it do too; 0 where none does. */
function lastRank(n: number, passes: (rank: number) => boolean): number {
  let [passing, failing] = [0, n + 1];
  while (failing - passing > 1) {
    const middle = Math.floor((passing + failing) / 2);
    if (passes(middle)) passing = middle;
    else failing = middle;
  }
  return passing;
}

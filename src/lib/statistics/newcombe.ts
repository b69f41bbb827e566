import { type Interval, usualConfidence } from "./interval.ts";
import { wilsonInterval } from "./wilson.ts";

/** A table of paired cases: both right, only the one, only the other, neither. */
export interface PairedCounts {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/**
 * The interval of p(first) − p(second) for independent pairs (Newcombe 1998, method 10): Wilson's bounds of both rates,
 * put together with their correlation. For one case a call; clustered ones ask `differenceInterval`.
 */
export function pairedScoreInterval(counts: PairedCounts, confidence = usualConfidence): Interval {
  const { both, onlyFirst, onlySecond, neither } = counts;
  const trials = both + onlyFirst + onlySecond + neither;
  const [first, second] = [both + onlyFirst, both + onlySecond];
  const one = wilsonInterval({ hits: first, trials }, confidence);
  const other = wilsonInterval({ hits: second, trials }, confidence);
  const phi = correlation(counts);
  const [p, q] = [first / trials, second / trials];
  return {
    low: p - q - together(p - one.low, other.high - q, phi),
    high: p - q + together(one.high - p, q - other.low, phi),
  };
}

function together(left: number, right: number, phi: number): number {
  return Math.sqrt(left * left - 2 * phi * left * right + right * right);
}

/** φ of the table; a positive numerator is lessened by half the number of pairs, as Newcombe does. */
function correlation({ both, onlyFirst, onlySecond, neither }: PairedCounts): number {
  const margins = (both + onlyFirst) * (onlySecond + neither) * (both + onlySecond) * (onlyFirst + neither);
  if (margins === 0) return 0;
  const product = both * neither - onlyFirst * onlySecond;
  const half = (both + onlyFirst + onlySecond + neither) / 2;
  return (product > 0 ? Math.max(product - half, 0) : product) / Math.sqrt(margins);
}

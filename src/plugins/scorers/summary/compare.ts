import type { Bounds } from "../../../domain/metric.ts";
import { type Comparison, verdictOf } from "../../../domain/verdict.ts";
import { bootstrapRateDifferences, percentileInterval } from "../../../lib/statistics/cluster-bootstrap.ts";
import { type ClusterTotals, columnTotals, rateOf } from "../../../lib/statistics/cluster-totals.ts";
import { clusteredDifference, differenceInterval } from "../../../lib/statistics/difference-interval.ts";
import type { Interval } from "../../../lib/statistics/interval.ts";
import { percentile, percentileRanks } from "../../../lib/statistics/percentile.ts";
import { redrawnP } from "../../../lib/statistics/redrawn-p.ts";
import { moreCallsToTell } from "../../../lib/statistics/sample-size.ts";
import { signFlipTest } from "../../../lib/statistics/sign-flip.ts";
import type { Scorer } from "../scorer.ts";
import { type PairedScores, pairScores } from "./pair-scores.ts";
import { redrawPercentiles } from "./redrawn-percentiles.ts";
import { columnOf, countCalls, type ScoreColumn, scoreNumbers } from "./score-column.ts";
import type { ScoredRow } from "./scored-rows.ts";
import { type ShownPercentile, shownPercentiles } from "./summarize.ts";

/** Two models' scores of one metric, and what a difference must be to matter. */
export interface ComparisonOrder {
  readonly name: string;
  readonly scorer: Scorer;
  readonly baseline: readonly ScoredRow[];
  readonly candidate: readonly ScoredRow[];
  /** In the metric's unit; set before the cases were seen. */
  readonly margin: number;
  readonly seed: number;
  /** Which percentile of milliseconds counts; p95 unless told. */
  readonly percentile?: ShownPercentile;
}

/**
 * Compares two models on the cases that both have a score for, call by call. Null where there are none. Shares of the
 * same cases are compared as paired differences; figures without a formula (percentiles, dollars, shares of unlike
 * numbers) by redrawing calls.
 */
export function compareScores(order: ComparisonOrder): Comparison | null {
  const numbers = scoreNumbers();
  const [baseline, candidate] = [columnOf(order.baseline, numbers), columnOf(order.candidate, numbers)];
  return compareColumns({ ...order, baseline, candidate });
}

/** The same order with columns, which number cases and calls alike. */
export interface ColumnComparison extends Omit<ComparisonOrder, "baseline" | "candidate"> {
  readonly baseline: ScoreColumn;
  readonly candidate: ScoreColumn;
}

export function compareColumns(order: ColumnComparison): Comparison | null {
  const { baseline, candidate, scorer } = order;
  const pairs = pairScores({ baseline, candidate, ofCalls: scorer.summary === "every" });
  const cases = pairs.clusters.length;
  if (cases === 0) return null;
  const found = findDifference(order, pairs);
  const { bounds } = found;
  const gain = scorer.better === "higher" ? bounds : flipped(bounds);
  const verdict = gain === null ? "cant_tell_yet" : verdictOf(gain, order.margin);
  return {
    scorer: order.name,
    ...found,
    cases,
    calls: countCalls(pairs),
    difference: found.candidate - found.baseline,
    margin: order.margin,
    verdict,
    moreCalls: verdict === "cant_tell_yet" ? found.moreCalls : null,
  };
}

type Found = Pick<Comparison, "figure" | "baseline" | "candidate" | "bounds" | "p" | "moreCalls">;

function findDifference(order: ColumnComparison, pairs: PairedScores): Found {
  if (order.scorer.summary === "percentiles") return percentileDifference(order, pairs);
  const alike = pairs.baseline.sizes.every((size, index) => size === pairs.candidate.sizes[index]);
  const isShare = order.scorer.unit === "share";
  return alike && isShare ? pairedDifference(order, pairs) : redrawnDifference(order, pairs);
}

/** Candidate − baseline of each case, summed by call: mean ± t·SE, and the sign-flip test. */
function pairedDifference({ seed }: ColumnComparison, pairs: PairedScores): Found {
  const { clusters, baseline, candidate } = pairs;
  const values = candidate.values.map((value, index) => value - (baseline.values[index] ?? 0));
  const differences = columnTotals({ clusters, values, sizes: candidate.sizes });
  const [before, after] = bothTotals(pairs);
  const found = clusteredDifference(differences);
  return {
    figure: "rate",
    baseline: rateOf(before),
    candidate: rateOf(after),
    bounds: withinShares(differenceInterval(differences)),
    p: signFlipTest(differences.values, seed).twoSided,
    moreCalls: found === null ? null : moreCallsToTell(found, differences),
  };
}

/** No difference of shares is beyond one share and none, whatever the formula says of a few calls. */
function withinShares(bounds: Interval | null): Interval | null {
  return bounds && { low: Math.max(-1, bounds.low), high: Math.min(1, bounds.high) };
}

/** The difference of two rates or means on redrawn calls. */
function redrawnDifference({ scorer, seed }: ColumnComparison, pairs: PairedScores): Found {
  const [before, after] = bothTotals(pairs);
  const calls = before.values.length;
  const redrawn = bootstrapRateDifferences(before, after, { seed });
  return {
    figure: scorer.summary === "mean" ? "per_turn" : "rate",
    baseline: rateOf(before),
    candidate: rateOf(after),
    bounds: calls < 2 ? null : percentileInterval(redrawn),
    p: calls < 2 ? null : redrawnP(redrawn, calls),
    moreCalls: null,
  };
}

/** The difference of the percentiles, not the percentile of differences. */
function percentileDifference(order: ColumnComparison, pairs: PairedScores): Found {
  const { clusters, baseline, candidate } = pairs;
  const figure = order.percentile ?? "p95";
  const share = shownPercentiles[figure];
  const sides = [baseline, candidate].map(({ values }) => ({ clusters, values }));
  const [before, after] = sides.map(({ values }) => percentile(values.toSorted(), share));
  const [one = new Float64Array(), other = new Float64Array()] = redrawPercentiles(sides, share, order.seed);
  const isBounded = percentileRanks(clusters.length, share).high !== null;
  const redrawn = other.map((value, draw) => value - (one[draw] ?? 0)).sort();
  return {
    figure,
    baseline: before ?? Number.NaN,
    candidate: after ?? Number.NaN,
    bounds: isBounded ? percentileInterval(redrawn) : null,
    p: isBounded ? redrawnP(redrawn, countCalls(pairs)) : null,
    moreCalls: null,
  };
}

/** Both models' totals, with the calls in one order. */
function bothTotals({ clusters, baseline, candidate }: PairedScores): [ClusterTotals, ClusterTotals] {
  return [columnTotals({ ...baseline, clusters }), columnTotals({ ...candidate, clusters })];
}

function flipped(bounds: Bounds | null): Bounds | null {
  if (bounds === null) return null;
  const minus = (bound: number | null) => (bound === null ? null : -bound);
  return { low: minus(bounds.high), high: minus(bounds.low) };
}

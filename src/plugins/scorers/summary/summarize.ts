import type { Figure, Metric } from "../../../domain/metric.ts";
import { bootstrapMeans, percentileInterval } from "../../../lib/statistics/cluster-bootstrap.ts";
import { type ClusterTotals, rateOf, sumOf } from "../../../lib/statistics/cluster-totals.ts";
import { clusteredPercentile } from "../../../lib/statistics/clustered-percentile.ts";
import { rateInterval } from "../../../lib/statistics/rate-interval.ts";
import type { Scorer } from "../scorer.ts";
import { callRows, countCalls, type ScoredRow, totalsOf } from "./scored-rows.ts";

export type ShownPercentile = "p50" | "p90" | "p95" | "p99";

/** The percentiles of milliseconds that are shown, as shares. */
export const shownPercentiles: Readonly<Record<ShownPercentile, number>> = {
  p50: 0.5,
  p90: 0.9,
  p95: 0.95,
  p99: 0.99,
};

type Figures = Record<string, Figure>;

/** A scorer's scores summed up, with intervals clustered by call. `seed` decides redraws alone. */
export function summarize(
  { name, scorer }: { name: string; scorer: Scorer },
  rows: readonly ScoredRow[],
  seed: number,
): Metric {
  const figures = rows.length === 0 ? null : figuresOf(scorer, rows, seed);
  return { scorer: name, cases: rows.length, calls: countCalls(rows), figures };
}

function figuresOf({ summary }: Scorer, rows: readonly ScoredRow[], seed: number): Figures {
  const bySummary = {
    rate: () => ({ rate: rateFigure(totalsOf(rows)) }),
    every: () => ({ rate: rateFigure(totalsOf(callRows(rows))) }),
    percentiles: () => percentileFigures(rows),
    mean: () => meanFigures(rows, seed),
  };
  return bySummary[summary]();
}

function rateFigure(totals: ClusterTotals): Figure {
  return { value: rateOf(totals), bounds: rateInterval(totals) };
}

function percentileFigures(rows: readonly ScoredRow[]): Figures {
  const rising = rows
    .map(({ callId, score }) => ({ cluster: callId, value: score.value }))
    .sort((one, other) => one.value - other.value);
  const figures = Object.entries(shownPercentiles).map(([name, share]): [string, Figure] => {
    const { value, low, high } = clusteredPercentile(rising, share);
    return [name, { value, bounds: low === null && high === null ? null : { low, high } }];
  });
  return Object.fromEntries(figures);
}

/** The mean of a turn, and of a phone call with all its turns. */
function meanFigures(rows: readonly ScoredRow[], seed: number): Figures {
  const totals = totalsOf(rows);
  const calls = totals.values.length;
  const redrawn = calls < 2 ? null : bootstrapMeans(totals, { seed });
  const boundsOf = (means: Float64Array | undefined) =>
    means === undefined ? null : percentileInterval(means);
  return {
    per_turn: { value: rateOf(totals), bounds: boundsOf(redrawn?.perSize) },
    per_call: { value: sumOf(totals.values) / calls, bounds: boundsOf(redrawn?.perCluster) },
  };
}

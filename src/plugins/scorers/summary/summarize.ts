import type { Figure, Metric } from "../../../domain/metric.ts";
import { bootstrapRates, percentileInterval } from "../../../lib/statistics/cluster-bootstrap.ts";
import { type ClusterTotals, rateOf } from "../../../lib/statistics/cluster-totals.ts";
import { percentile, percentileRanks } from "../../../lib/statistics/percentile.ts";
import { rateInterval } from "../../../lib/statistics/rate-interval.ts";
import type { Scorer } from "../scorer.ts";
import { redrawPercentiles } from "./redrawn-percentiles.ts";
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
    percentiles: () => percentileFigures(rows, seed),
    mean: () => meanFigures(rows, seed),
  };
  return bySummary[summary]();
}

function rateFigure(totals: ClusterTotals): Figure {
  return { value: rateOf(totals), bounds: rateInterval(totals) };
}

/** No bound above where even independent values would be too few for one: the worst may not have been seen yet. */
function percentileFigures(rows: readonly ScoredRow[], seed: number): Figures {
  const sorted = Float64Array.from(rows, ({ score }) => score.value).sort();
  const figures = Object.entries(shownPercentiles).map(([name, share]): [string, Figure] => {
    const [redrawn = new Float64Array()] = redrawPercentiles([rows], share, seed);
    const ranks = percentileRanks(sorted.length, share);
    const { low, high } = percentileInterval(redrawn.sort());
    const bounds = { low: ranks.low === null ? null : low, high: ranks.high === null ? null : high };
    return [name, { value: percentile(sorted, share), bounds: countCalls(rows) < 2 ? null : bounds }];
  });
  return Object.fromEntries(figures);
}

/** The mean of a turn, and of a phone call with all its turns. */
function meanFigures(rows: readonly ScoredRow[], seed: number): Figures {
  const perTurn = totalsOf(rows);
  const perCall = { values: perTurn.values, sizes: new Float64Array(perTurn.values.length).fill(1) };
  return { per_turn: meanFigure(perTurn, seed), per_call: meanFigure(perCall, seed) };
}

function meanFigure(totals: ClusterTotals, seed: number): Figure {
  const bounds = totals.values.length < 2 ? null : percentileInterval(bootstrapRates(totals, { seed }));
  return { value: rateOf(totals), bounds };
}

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

/** A scorer by its name, and what its figures must leave out. */
export interface Summed {
  readonly name: string;
  readonly scorer: Scorer;
  /** Calls with a case that wasn't asked or failed: nobody knows whether all of them is right, or what it costs. */
  readonly incomplete?: ReadonlySet<string>;
}

/** A scorer's scores summed up, with intervals clustered by call. `seed` decides redraws alone. */
export function summarize(
  { name, scorer, incomplete }: Summed,
  rows: readonly ScoredRow[],
  seed: number,
): Metric {
  const ofWholeCalls = incomplete === undefined ? rows : rows.filter(({ callId }) => !incomplete.has(callId));
  const counted = scorer.summary === "every" ? ofWholeCalls : rows;
  const figures = counted.length === 0 ? null : figuresOf(scorer, { rows, ofWholeCalls }, seed);
  return { scorer: name, cases: counted.length, calls: countCalls(counted), figures };
}

interface SummedRows {
  readonly rows: readonly ScoredRow[];
  /** Those of calls of which every case was answered. */
  readonly ofWholeCalls: readonly ScoredRow[];
}

function figuresOf({ summary }: Scorer, { rows, ofWholeCalls }: SummedRows, seed: number): Figures {
  const bySummary = {
    rate: () => ({ rate: rateFigure(totalsOf(rows)) }),
    every: () => ({ rate: rateFigure(totalsOf(callRows(ofWholeCalls))) }),
    percentiles: () => percentileFigures(rows),
    mean: () => meanFigures({ rows, ofWholeCalls }, seed),
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
function meanFigures({ rows, ofWholeCalls }: SummedRows, seed: number): Figures {
  const turns = redrawnMeans(rows, seed);
  const perTurn = { value: rateOf(turns.totals), bounds: turns.perTurn };
  if (ofWholeCalls.length === 0) return { per_turn: perTurn };
  const whole = ofWholeCalls.length === rows.length ? turns : redrawnMeans(ofWholeCalls, seed);
  const { values } = whole.totals;
  return { per_turn: perTurn, per_call: { value: sumOf(values) / values.length, bounds: whole.perCall } };
}

/** Intervals of the means; null for fewer than two calls. */
function redrawnMeans(rows: readonly ScoredRow[], seed: number) {
  const totals = totalsOf(rows);
  if (totals.values.length < 2) return { totals, perTurn: null, perCall: null };
  const { perSize, perCluster } = bootstrapMeans(totals, { seed });
  return { totals, perTurn: percentileInterval(perSize), perCall: percentileInterval(perCluster) };
}

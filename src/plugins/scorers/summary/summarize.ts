import type { Figure, Metric } from "../../../domain/metric.ts";
import { bootstrapMeans, percentileInterval } from "../../../lib/statistics/cluster-bootstrap.ts";
import { type ClusterTotals, columnTotals, rateOf, sumOf } from "../../../lib/statistics/cluster-totals.ts";
import { clusteredPercentile, risingMeasures } from "../../../lib/statistics/clustered-percentile.ts";
import { rateInterval } from "../../../lib/statistics/rate-interval.ts";
import type { Scorer } from "../scorer.ts";
import {
  callColumn,
  columnOf,
  countCalls,
  filterColumn,
  numberOf,
  type ScoreColumn,
  scoreNumbers,
} from "./score-column.ts";
import type { ScoredRow } from "./scored-rows.ts";

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
  const numbers = scoreNumbers();
  const column = columnOf(rows, numbers);
  const calls = [...(incomplete ?? [])].map((callId) => numberOf(callId, numbers.calls));
  return summarizeColumn({ name, scorer, incomplete: new Set(calls) }, column, seed);
}

/** As `Summed`, with numbers of calls. */
export interface SummedColumn extends Omit<Summed, "incomplete"> {
  readonly incomplete: ReadonlySet<number>;
}

export function summarizeColumn(
  { name, scorer, incomplete }: SummedColumn,
  column: ScoreColumn,
  seed: number,
): Metric {
  const isOfWholeCall = (index: number) => !incomplete.has(column.clusters[index] ?? -1);
  const ofWholeCalls = incomplete.size === 0 ? column : filterColumn(column, isOfWholeCall);
  const counted = scorer.summary === "every" ? ofWholeCalls : column;
  const cases = counted.values.length;
  const figures = cases === 0 ? null : figuresOf(scorer, { column, ofWholeCalls }, seed);
  return { scorer: name, cases, calls: countCalls(counted), figures };
}

interface SummedScores {
  readonly column: ScoreColumn;
  /** Those of calls of which every case was answered. */
  readonly ofWholeCalls: ScoreColumn;
}

function figuresOf({ summary }: Scorer, { column, ofWholeCalls }: SummedScores, seed: number): Figures {
  const bySummary = {
    rate: () => ({ rate: rateFigure(columnTotals(column)) }),
    every: () => ({ rate: rateFigure(columnTotals(callColumn(ofWholeCalls))) }),
    percentiles: () => percentileFigures(column),
    mean: () => meanFigures({ column, ofWholeCalls }, seed),
  };
  return bySummary[summary]();
}

function rateFigure(totals: ClusterTotals): Figure {
  return { value: rateOf(totals), bounds: rateInterval(totals) };
}

function percentileFigures(column: ScoreColumn): Figures {
  const rising = risingMeasures(column);
  const figures = Object.entries(shownPercentiles).map(([name, share]): [string, Figure] => {
    const { value, low, high } = clusteredPercentile(rising, share);
    return [name, { value, bounds: low === null && high === null ? null : { low, high } }];
  });
  return Object.fromEntries(figures);
}

/** The mean of a turn, and of a phone call with all its turns. */
function meanFigures({ column, ofWholeCalls }: SummedScores, seed: number): Figures {
  const turns = redrawnMeans(column, seed);
  const perTurn = { value: rateOf(turns.totals), bounds: turns.perTurn };
  const whole = ofWholeCalls.values.length;
  if (whole === 0) return { per_turn: perTurn };
  const ofCalls = whole === column.values.length ? turns : redrawnMeans(ofWholeCalls, seed);
  const { values } = ofCalls.totals;
  return {
    per_turn: perTurn,
    per_call: { value: sumOf(values) / values.length, bounds: ofCalls.perCall },
  };
}

/** Intervals of the means; null for fewer than two calls. */
function redrawnMeans(column: ScoreColumn, seed: number) {
  const totals = columnTotals(column);
  if (totals.values.length < 2) return { totals, perTurn: null, perCall: null };
  const { perSize, perCluster } = bootstrapMeans(totals, { seed });
  return { totals, perTurn: percentileInterval(perSize), perCall: percentileInterval(perCluster) };
}

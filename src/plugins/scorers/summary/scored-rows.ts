import type { Score } from "../../../domain/scored-case.ts";
import type { ClusterTotals } from "../../../lib/statistics/cluster-totals.ts";
import { clusterTotals } from "../../../lib/statistics/cluster-totals.ts";

/** One scorer's score of one case; cases that it doesn't apply to have none. */
export interface ScoredRow {
  readonly caseId: string;
  readonly callId: string;
  readonly score: Score;
}

export function totalsOf(rows: readonly ScoredRow[]): ClusterTotals {
  return clusterTotals(rows.map(({ callId, score }) => ({ cluster: callId, ...score })));
}

/** One row a call: full marks where each of its cases has them. */
export function callRows(rows: readonly ScoredRow[]): ScoredRow[] {
  const spoiled = new Map<string, boolean>();
  for (const { callId, score } of rows)
    spoiled.set(callId, (spoiled.get(callId) ?? false) || score.value < score.of);
  return [...spoiled].map(([callId, isSpoiled]) => ({
    caseId: callId,
    callId,
    score: { value: isSpoiled ? 0 : 1, of: 1 },
  }));
}

export function countCalls(rows: readonly ScoredRow[]): number {
  return new Set(rows.map(({ callId }) => callId)).size;
}

import type { ClusterTotals } from "../../../lib/statistics/cluster-totals.ts";
import { callColumn, pickScores, type ScoreColumn } from "./score-column.ts";

/** Two models' scores of the same cases, one beside the other. */
export interface PairedScores {
  /** The numbers of the cases' calls. */
  readonly clusters: Int32Array;
  readonly baseline: ClusterTotals;
  readonly candidate: ClusterTotals;
}

export interface PairingOrder {
  readonly baseline: ScoreColumn;
  readonly candidate: ScoreColumn;
  /** Whether not the cases but the calls that both have are paired, with full marks where each case has them. */
  readonly ofCalls: boolean;
}

/** In the candidate's order. */
export function pairScores({ baseline, candidate, ofCalls }: PairingOrder): PairedScores {
  const [before, after] = sharedScores(baseline, candidate);
  if (!ofCalls) return { clusters: after.clusters, baseline: before, candidate: after };
  const [one, other] = sharedScores(callColumn(before), callColumn(after));
  return { clusters: other.clusters, baseline: one, candidate: other };
}

/** What both have a score of, in the candidate's order. */
function sharedScores(baseline: ScoreColumn, candidate: ScoreColumn): [ScoreColumn, ScoreColumn] {
  const places = new Map<number, number>();
  for (let place = 0; place < baseline.cases.length; place += 1)
    places.set(baseline.cases[place] ?? -1, place);
  const [ofBaseline, ofCandidate]: [number[], number[]] = [[], []];
  for (let index = 0; index < candidate.cases.length; index += 1) {
    const partner = places.get(candidate.cases[index] ?? -1);
    if (partner === undefined) continue;
    ofBaseline.push(partner);
    ofCandidate.push(index);
  }
  return [pickScores(baseline, ofBaseline), pickScores(candidate, ofCandidate)];
}

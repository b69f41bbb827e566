import type { Score } from "../../../domain/scored-case.ts";

/** One scorer's score of one case; cases that it doesn't apply to have none. */
export interface ScoredRow {
  readonly caseId: string;
  readonly callId: string;
  readonly score: Score;
}

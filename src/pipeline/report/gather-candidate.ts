import type { ScoredCase } from "../../domain/scored-case.ts";
import type { ScoredRow } from "../../plugins/scorers/summary/scored-rows.ts";
import { type Confusion, confusionTally } from "../../plugins/scorers/tables/confusion.ts";
import { type ParameterFigures, parameterTally } from "../../plugins/scorers/tables/parameters.ts";
import { type HeadlineName, headlineNames, headlineOf } from "./headlines.ts";

/** What is kept of one candidate's results. */
export interface GatheredCandidate {
  readonly answered: number;
  readonly failed: number;
  /** Scores by headline metric. */
  readonly rows: ReadonlyMap<string, readonly ScoredRow[]>;
  /** One row per request: 1 where it failed. */
  readonly failures: readonly ScoredRow[];
  readonly confusion: Confusion;
  readonly parameters: readonly ParameterFigures[];
}

export interface CandidateGathering {
  /** False where the case was there before; it isn't counted again. */
  add(scored: ScoredCase): boolean;
  /** `casesOfCalls`: of a call with a case that failed or wasn't asked nobody knows whether all of it is right. */
  gathered(casesOfCalls: ReadonlyMap<string, number>): GatheredCandidate;
}

export function gatherCandidate(): CandidateGathering {
  const rows = new Map(headlineNames.map((name): [HeadlineName, ScoredRow[]] => [name, []]));
  const failures = new Map<string, ScoredRow>();
  const confusion = confusionTally();
  const parameters = parameterTally();
  const answeredOfCalls = new Map<string, number>();
  let answered = 0;
  return {
    add(scored) {
      const { caseId, callId } = scored;
      if (failures.has(caseId)) return false;
      failures.set(caseId, { caseId, callId, score: { value: scored.outcome === "failed" ? 1 : 0, of: 1 } });
      if (scored.outcome === "failed") return true;
      answered += 1;
      answeredOfCalls.set(callId, (answeredOfCalls.get(callId) ?? 0) + 1);
      confusion.add(scored.judgement);
      parameters.add(scored.judgement);
      for (const [name, kept] of rows) {
        const score = scored.scores[name] ?? null;
        if (score !== null) kept.push({ caseId, callId, score });
      }
      return true;
    },
    gathered: (casesOfCalls) => ({
      answered,
      failed: failures.size - answered,
      rows: withWholeCalls(rows, ({ callId }) => answeredOfCalls.get(callId) === casesOfCalls.get(callId)),
      failures: [...failures.values()],
      confusion: confusion.confusion,
      parameters: parameters.figures(),
    }),
  };
}

function withWholeCalls(
  rows: ReadonlyMap<HeadlineName, readonly ScoredRow[]>,
  isWhole: (row: ScoredRow) => boolean,
): ReadonlyMap<string, readonly ScoredRow[]> {
  return new Map(
    [...rows].map(([name, kept]) => [name, headlineOf(name).of === "call" ? kept.filter(isWhole) : kept]),
  );
}

import type { ScoredCase } from "../../domain/scored-case.ts";
import {
  type ColumnTally,
  columnTally,
  filterColumn,
  type ScoreColumn,
  type ScorePlace,
} from "../../plugins/scorers/summary/score-column.ts";
import { type Confusion, confusionTally } from "../../plugins/scorers/tables/confusion.ts";
import { type ParameterFigures, parameterTally } from "../../plugins/scorers/tables/parameters.ts";
import { type HeadlineName, headlineNames, headlineOf } from "./headlines.ts";

/** What is kept of one candidate's results. */
export interface GatheredCandidate {
  readonly answered: number;
  readonly failed: number;
  /** Scores by headline metric. */
  readonly columns: ReadonlyMap<string, ScoreColumn>;
  /** One score per request: 1 where it failed. */
  readonly failures: ScoreColumn;
  readonly confusion: Confusion;
  readonly parameters: readonly ParameterFigures[];
}

export interface CandidateGathering {
  /** False where the case was there before; it isn't counted again. */
  add(scored: ScoredCase, place: ScorePlace): boolean;
  /** `casesOfCalls`, by number: of a call with a case that failed or wasn't asked nobody knows whether all of it is right. */
  gathered(casesOfCalls: readonly number[]): GatheredCandidate;
}

/** `cases`: how many results are expected. */
export function gatherCandidate(cases: number): CandidateGathering {
  const tallies = new Map(
    headlineNames.map((name): [HeadlineName, ColumnTally] => [name, columnTally(cases)]),
  );
  const failures = columnTally(cases);
  const seen = new Set<number>();
  const confusion = confusionTally();
  const parameters = parameterTally();
  const answeredOfCalls = new Map<number, number>();
  let answered = 0;
  return {
    add(scored, place) {
      const { caseNumber, callNumber } = place;
      if (seen.has(caseNumber)) return false;
      seen.add(caseNumber);
      failures.add(place, { value: scored.outcome === "failed" ? 1 : 0, of: 1 });
      if (scored.outcome === "failed") return true;
      answered += 1;
      answeredOfCalls.set(callNumber, (answeredOfCalls.get(callNumber) ?? 0) + 1);
      confusion.add(scored.judgement);
      parameters.add(scored.judgement);
      for (const [name, tally] of tallies) {
        const score = scored.scores[name] ?? null;
        if (score !== null) tally.add(place, score);
      }
      return true;
    },
    gathered: (casesOfCalls) => ({
      answered,
      failed: seen.size - answered,
      columns: withWholeCalls(tallies, (call) => answeredOfCalls.get(call) === casesOfCalls[call]),
      failures: failures.read(),
      confusion: confusion.confusion,
      parameters: parameters.figures(),
    }),
  };
}

function withWholeCalls(
  tallies: ReadonlyMap<HeadlineName, ColumnTally>,
  isWhole: (call: number) => boolean,
): ReadonlyMap<string, ScoreColumn> {
  return new Map(
    [...tallies].map(([name, tally]) => {
      const column = tally.read();
      const isOfCalls = headlineOf(name).of === "call";
      return [
        name,
        isOfCalls ? filterColumn(column, (index) => isWhole(column.clusters[index] ?? -1)) : column,
      ];
    }),
  );
}

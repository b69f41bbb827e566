import type { Score } from "../../../domain/scored-case.ts";
import type { ScoredRow } from "../../../plugins/scorers/summary/scored-rows.ts";

/** One scorer's scores of one candidate. Numbers beside each other: there may be a million, and objects are walked by V8. */
export interface ScoreColumn {
  /** In rising order of the cases' places. */
  add(place: number, score: Score): void;
  rows(cases: CaseNames): ScoredRow[];
}

/** By place. */
export interface CaseNames {
  readonly ids: readonly string[];
  readonly callIds: readonly string[];
}

export function createScoreColumn(): ScoreColumn {
  const places: number[] = [];
  const values: number[] = [];
  const sizes: number[] = [];
  return {
    add(place, { value, of }) {
      places.push(place);
      values.push(value);
      sizes.push(of);
    },
    rows: ({ ids, callIds }) =>
      places.map((place, index) => ({
        caseId: ids[place] ?? "",
        callId: callIds[place] ?? "",
        score: { value: values[index] ?? 0, of: sizes[index] ?? 1 },
      })),
  };
}

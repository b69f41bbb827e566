import type { Score } from "../../../domain/scored-case.ts";
import { type ClusteredColumns, numberByAppearance } from "../../../lib/statistics/cluster-totals.ts";
import type { ScoredRow } from "./scored-rows.ts";

/**
 * One scorer's scores of one candidate. Numbers beside each other: there may be a million, and objects are walked by V8.
 * Columns that are compared number cases and calls alike.
 */
export interface ScoreColumn extends ClusteredColumns {
  readonly cases: Int32Array;
}

/** Which score it is: the numbers of its case and call, from 0. */
export interface ScorePlace {
  readonly caseNumber: number;
  readonly callNumber: number;
}

/** A column in the making. */
export interface ColumnTally {
  add(place: ScorePlace, score: Score): void;
  read(): ScoreColumn;
}

export function columnTally(): ColumnTally {
  const [cases, clusters]: [number[], number[]] = [[], []];
  const [values, sizes]: [number[], number[]] = [[], []];
  return {
    add({ caseNumber, callNumber }, { value, of }) {
      cases.push(caseNumber);
      clusters.push(callNumber);
      values.push(value);
      sizes.push(of);
    },
    read: () => ({
      cases: Int32Array.from(cases),
      clusters: Int32Array.from(clusters),
      values: Float64Array.from(values),
      sizes: Float64Array.from(sizes),
    }),
  };
}

export const emptyColumn: ScoreColumn = columnTally().read();

/** The numbers that stand for names, given by first appearance. */
export interface ScoreNumbers {
  readonly cases: Map<string, number>;
  readonly calls: Map<string, number>;
}

export function scoreNumbers(): ScoreNumbers {
  return { cases: new Map(), calls: new Map() };
}

/** The rows as a column; names that are new get numbers. */
export function columnOf(rows: readonly ScoredRow[], { cases, calls }: ScoreNumbers): ScoreColumn {
  const tally = columnTally();
  for (const { caseId, callId, score } of rows)
    tally.add({ caseNumber: numberOf(caseId, cases), callNumber: numberOf(callId, calls) }, score);
  return tally.read();
}

/** The number of a name, a new one where it has none. */
export function numberOf(name: string, numbers: Map<string, number>): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}

/** The scores of which that holds. */
export function filterColumn(column: ScoreColumn, isKept: (index: number) => boolean): ScoreColumn {
  const places = Int32Array.from(column.cases.keys()).filter(isKept);
  return places.length === column.cases.length ? column : pickScores(column, places);
}

/** The scores that stand in these places. */
export function pickScores({ cases, clusters, values, sizes }: ScoreColumn, places: Int32Array): ScoreColumn {
  return {
    cases: places.map((place) => cases[place] ?? 0),
    clusters: places.map((place) => clusters[place] ?? 0),
    values: Float64Array.from(places, (place) => values[place] ?? 0),
    sizes: Float64Array.from(places, (place) => sizes[place] ?? 0),
  };
}

/** One score a call, by first appearance: full marks where each of its cases has them. */
export function callColumn({ clusters, values, sizes }: ScoreColumn): ScoreColumn {
  const marks = new Map<number, number>();
  for (let index = 0; index < clusters.length; index += 1) {
    const isFull = (values[index] ?? 0) >= (sizes[index] ?? 0);
    const call = clusters[index] ?? 0;
    marks.set(call, isFull ? (marks.get(call) ?? 1) : 0);
  }
  const calls = Int32Array.from(marks.keys());
  return {
    cases: calls,
    clusters: calls,
    values: Float64Array.from(marks.values()),
    sizes: new Float64Array(calls.length).fill(1),
  };
}

export function countCalls({ clusters }: Pick<ScoreColumn, "clusters">): number {
  return numberByAppearance(clusters).count;
}

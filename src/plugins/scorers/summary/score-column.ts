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

/** `expected` scores need no more room than it has from the start. */
export function columnTally(expected = 0): ColumnTally {
  let room = columnOfSize(expected);
  let count = 0;
  return {
    add({ caseNumber, callNumber }, { value, of }) {
      if (count === room.cases.length) room = withRoom(room, 2 * count + 64);
      room.cases[count] = caseNumber;
      room.clusters[count] = callNumber;
      room.values[count] = value;
      room.sizes[count] = of;
      count += 1;
    },
    read: () => ({
      cases: room.cases.subarray(0, count),
      clusters: room.clusters.subarray(0, count),
      values: room.values.subarray(0, count),
      sizes: room.sizes.subarray(0, count),
    }),
  };
}

function columnOfSize(size: number): ScoreColumn {
  return {
    cases: new Int32Array(size),
    clusters: new Int32Array(size),
    values: new Float64Array(size),
    sizes: new Float64Array(size),
  };
}

function withRoom({ cases, clusters, values, sizes }: ScoreColumn, size: number): ScoreColumn {
  const wider = columnOfSize(size);
  wider.cases.set(cases);
  wider.clusters.set(clusters);
  wider.values.set(values);
  wider.sizes.set(sizes);
  return wider;
}

export const emptyColumn: ScoreColumn = columnOfSize(0);

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
  const tally = columnTally(rows.length);
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
  const places: number[] = [];
  for (let index = 0; index < column.cases.length; index += 1) if (isKept(index)) places.push(index);
  return places.length === column.cases.length ? column : pickScores(column, places);
}

/** The scores that stand in these places. */
export function pickScores(column: ScoreColumn, places: readonly number[]): ScoreColumn {
  const picked = columnOfSize(places.length);
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    picked.cases[index] = column.cases[place] ?? 0;
    picked.clusters[index] = column.clusters[place] ?? 0;
    picked.values[index] = column.values[place] ?? 0;
    picked.sizes[index] = column.sizes[place] ?? 0;
  }
  return picked;
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

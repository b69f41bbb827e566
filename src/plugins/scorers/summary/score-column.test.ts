import { expect, test } from "vitest";
import { callColumn, columnOf, columnTally, countCalls, filterColumn, scoreNumbers } from "./score-column.ts";

test.each([0, 3, 500])("a column holds 200 scores where %i were expected", (expected) => {
  const tally = columnTally(expected);
  for (let index = 0; index < 200; index += 1)
    tally.add({ caseNumber: index, callNumber: index % 7 }, { value: index / 2, of: 3 });
  const { cases, clusters, values, sizes } = tally.read();
  expect([cases.length, clusters.length, values.length, sizes.length]).toEqual([200, 200, 200, 200]);
  expect([cases[199], clusters[199], values[199], sizes[199]]).toEqual([199, 3, 99.5, 3]);
});

test("columns that share their numbers agree on cases and calls, whatever each lacks", () => {
  const numbers = scoreNumbers();
  columnOf([row("a#1", "a"), row("b#1", "b")], numbers);
  const other = columnOf([row("c#1", "c"), row("b#1", "b")], numbers);
  expect([[...other.cases], [...other.clusters]]).toEqual([
    [2, 1],
    [2, 1],
  ]);
});

test("a call has full marks where each of its cases has them, though other calls come between", () => {
  const rows = [row("b#1", "b", 1), row("a#1", "a", 1), row("b#2", "b", 0), row("a#2", "a", 1)];
  const column = columnOf(rows, scoreNumbers());
  expect([...callColumn(column).values]).toEqual([0, 1]);
  expect(countCalls(column)).toBe(2);
  const later = filterColumn(column, (index) => index > 0);
  expect([[...later.cases], [...later.values]]).toEqual([
    [1, 2, 3],
    [1, 0, 1],
  ]);
});

function row(caseId: string, callId: string, value = 1) {
  return { caseId, callId, score: { value, of: 1 } };
}

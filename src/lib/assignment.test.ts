import fc from "fast-check";
import { expect, test } from "vitest";
import { bestAssignment } from "./assignment.ts";

test("what is best for all goes before what is best for the first", () => {
  const weights = [
    [0.9, 0.8, 0],
    [0.8, 0.1, 0],
    [0, 0.2, 0.7],
  ];
  expect(bestAssignment(weights)).toEqual([1, 0, 2]);
});

test("nobody gets a column twice, and who gets none is told", () => {
  expect(bestAssignment([[1], [5], [3]])).toEqual([null, 0, null]);
  expect(bestAssignment([[1, 5, 3]])).toEqual([1]);
  expect(bestAssignment([])).toEqual([]);
  expect(bestAssignment([[], []])).toEqual([null, null]);
});

test("equal weights keep their order", () => {
  expect(
    bestAssignment([
      [1, 1],
      [1, 1],
    ]),
  ).toEqual([0, 1]);
});

test("no other assignment weighs more", () => {
  const matrix = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.nat(20), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  fc.assert(
    fc.property(matrix, (weights) => {
      const chosen = bestAssignment(weights);
      const total = chosen.reduce<number>(
        (sum, column, row) => sum + (column === null ? 0 : (weights[row]?.[column] ?? 0)),
        0,
      );
      const used = chosen.filter((column) => column !== null);
      expect(new Set(used).size).toBe(used.length);
      expect(total).toBe(mostByTrying(weights, 0, new Set()));
    }),
    { numRuns: 2000 },
  );
});

function mostByTrying(
  weights: readonly (readonly number[])[],
  row: number,
  taken: ReadonlySet<number>,
): number {
  const own = weights[row];
  if (own === undefined) return 0;
  const without = mostByTrying(weights, row + 1, taken);
  const ways = own.map((weight, column) =>
    taken.has(column) ? 0 : weight + mostByTrying(weights, row + 1, new Set([...taken, column])),
  );
  return Math.max(without, ...ways);
}

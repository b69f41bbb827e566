import fc from "fast-check";
import { expect, test } from "vitest";
import { drawShares, usualSizes } from "./draw-shares.ts";

test("shares are whole calls, no larger than asked for, and each is a part of the next", () => {
  fc.assert(
    fc.property(calls(), fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }), (counts, sizes) => {
      const { places, shares } = drawShares(counts, sizes, 42);
      expect(new Set(places.values()).size).toBe(counts.size);
      for (const [index, { size, examples, calls: taken }] of shares.entries()) {
        const inside = [...places].filter(([, place]) => place < taken).map(([id]) => counts.get(id) ?? 0);
        expect(examples).toBe(inside.reduce((sum, count) => sum + count, 0));
        expect(examples <= size || taken === 1).toBe(true);
        expect(taken).toBeGreaterThan(shares[index - 1]?.calls ?? 0);
      }
    }),
  );
});

test("new calls leave the old ones in their order", () => {
  fc.assert(
    fc.property(calls(), calls(), (old, fresh) => {
      const before = orderOf(old);
      const after = orderOf(new Map([...fresh, ...old])).filter((id) => old.has(id));
      expect(after).toEqual(before);
    }),
  );
});

test("another seed draws another order", () => {
  const counts = new Map(Array.from({ length: 40 }, (_, index) => [`call-${index}`, 1]));
  expect(orderOf(counts, 1)).not.toEqual(orderOf(counts, 2));
});

test("sizes that come to the same calls are one share, and everything is one too", () => {
  const counts = new Map([
    ["a", 10],
    ["b", 10],
  ]);
  const { shares } = drawShares(counts, [12, 11, 19, 20], 42);
  expect(shares).toEqual([
    { size: 11, examples: 10, calls: 1 },
    { size: 20, examples: 20, calls: 2 },
  ]);
});

test("the usual sizes are four, each twice the one before", () => {
  expect(usualSizes(300)).toEqual([38, 75, 150, 300]);
  expect(usualSizes(1)).toEqual([1, 1, 1, 1]);
});

function calls() {
  return fc
    .uniqueArray(fc.tuple(fc.string(), fc.integer({ min: 1, max: 12 })), { selector: ([id]) => id })
    .map((entries) => new Map(entries));
}

function orderOf(counts: ReadonlyMap<string, number>, seed = 42): string[] {
  const { places } = drawShares(counts, [1], seed);
  return [...places].sort(([, one], [, other]) => one - other).map(([id]) => id);
}

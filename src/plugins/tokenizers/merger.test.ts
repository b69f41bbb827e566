import fc from "fast-check";
import { expect, test } from "vitest";
import { createMerger } from "./merger.ts";
import { createNumberHeap } from "./number-heap.ts";
import { decodeRanks, encodeRanks, noToken } from "./read-ranks.ts";

test("the number of tokens is that of merging the lowest pair, leftmost first, until none is left", () => {
  const byte = fc.integer({ min: 0, max: 3 });
  // The i-th merge takes two tokens that there are before it: four bytes, and the merges made so far.
  const merges = fc
    .array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 12 })
    .map((pairs) =>
      pairs.map((pair, i) => pair.map((n) => (n % (4 + i) < 4 ? n % (4 + i) : 252 + (n % (4 + i))))),
    )
    .map((pairs) => pairs.filter((pair, i) => pairs.findIndex((other) => `${other}` === `${pair}`) === i));
  fc.assert(
    fc.property(merges, fc.array(byte, { maxLength: 400 }), (pairs, bytes) => {
      const count = createMerger(columnsOf(pairs))(Uint8Array.from(bytes), bytes.length);
      expect(count).toBe(mergeSlowly(pairs, bytes).length);
    }),
  );
});

test("pairs that are no merge stay apart", () => {
  const count = createMerger(columnsOf([[noToken, noToken]]));
  expect(count(Uint8Array.of(1, 2, 3), 3)).toBe(3);
  expect(count(Uint8Array.of(), 0)).toBe(0);
});

test("a heap gives back what was put in, in order", () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), (values) => {
      const heap = createNumberHeap();
      for (const value of values) heap.push(value);
      expect(values.map(() => heap.pop())).toEqual(values.toSorted((a, b) => a - b));
      expect(heap.size()).toBe(0);
    }),
  );
});

test("a heap larger than its first room keeps everything", () => {
  const heap = createNumberHeap();
  for (let value = 1000; value > 0; value--) heap.push(value);
  expect(heap.size()).toBe(1000);
  expect([heap.pop(), heap.pop(), heap.pop()]).toEqual([1, 2, 3]);
});

test("ranks come back from their file", () => {
  const ranks = {
    ...columnsOf([
      [1, 2],
      [256, 70_000],
      [noToken, noToken],
    ]),
    words: new Set([" việc", '"']),
  };
  expect(decodeRanks(encodeRanks(ranks))).toEqual(ranks);
});

function columnsOf(pairs: readonly (readonly number[])[]) {
  return {
    left: Int32Array.from(pairs, ([left]) => left ?? noToken),
    right: Int32Array.from(pairs, ([, right]) => right ?? noToken),
  };
}

function mergeSlowly(pairs: readonly (readonly number[])[], bytes: readonly number[]): readonly number[] {
  let tokens = bytes;
  for (;;) {
    const ranks = tokens.map((left, at) =>
      pairs.findIndex((pair) => `${pair}` === `${[left, tokens[at + 1]]}`),
    );
    const open = ranks.filter((rank) => rank !== -1);
    if (open.length === 0) return tokens;
    const rank = Math.min(...open);
    const at = ranks.indexOf(rank);
    tokens = [...tokens.slice(0, at), 256 + rank, ...tokens.slice(at + 2)];
  }
}

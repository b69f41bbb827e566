import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../lib/seeded-random.ts";
import {
  batchesByTokens,
  groupByLength,
  learntTokensOf,
  readLength,
  shareOut,
  shuffled,
  toBatch,
} from "./batches.ts";
import type { Sequence } from "./trainer.ts";

describe("a batch", () => {
  const sequences = [
    { tokens: [1, 2, 3, 4, 5], learn: [0, 0, 1, 0, 1] },
    { tokens: [6, 7, 8, 9], learn: [1, 1, 0, 0] },
  ];

  test("is padded to the longest, and each label stands at the token it follows", () => {
    expect(toBatch(sequences)).toEqual({
      sequences: 2,
      time: 4,
      tokens: [1, 2, 3, 4, 6, 0, 0, 0],
      places: [1, 3, 4],
      labels: [3, 5, 7],
    });
  });

  test("reads nothing after the last token to learn; the first of a sequence can't be learnt", () => {
    expect(sequences.map(readLength)).toEqual([4, 1]);
    expect(learntTokensOf(sequences)).toBe(3);
    expect(readLength({ tokens: [1, 2], learn: [1, 0] })).toBe(0);
  });
});

describe("groups by length", () => {
  test("hold every sequence once, within their tokens unless one alone is longer", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 })),
        fc.integer({ min: 1, max: 100 }),
        (lengths, tokens) => {
          const sequences = lengths.map(sequenceOf);
          const groups = groupByLength(sequences, tokens);
          expect(groups.flat().toSorted(byLength)).toEqual(sequences.toSorted(byLength));
          for (const group of groups)
            if (group.length > 1)
              expect(group.length * Math.max(...group.map(readLength))).toBeLessThanOrEqual(tokens);
        },
      ),
    );
  });
});

describe("shares of threads", () => {
  test("hold every sequence with something to learn once, in at most so many shares", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 })),
        fc.integer({ min: 1, max: 4 }),
        (lengths, threads) => {
          const sequences = lengths.map(sequenceOf);
          const shares = shareOut(sequences, { threads, tokens: 100 });
          expect(shares.length).toBeLessThanOrEqual(threads);
          expect(shares.flat(2).toSorted(byLength)).toEqual(
            sequences.filter((sequence) => readLength(sequence) > 0).toSorted(byLength),
          );
          expect(shares.flat().every((group) => group.length > 0)).toBe(true);
        },
      ),
    );
  });

  test("are of like work, in groups of about the tokens", () => {
    const random = seededRandom("shares");
    const sequences = Array.from({ length: 40 }, () => sequenceOf(20 + random.below(60)));
    const shares = shareOut(sequences, { threads: 2, tokens: 300 });
    const work = (share: readonly Sequence[]) =>
      share.reduce((sum, sequence) => sum + readLength(sequence), 0);
    const [first = 0, second = 0] = shares.map((share) => work(share.flat()));
    expect(Math.abs(first - second)).toBeLessThan(0.1 * (first + second));
    expect(Math.max(...shares.flat().map(work))).toBeLessThan(400);
  });
});

describe("an epoch's batches by tokens", () => {
  const random = seededRandom("lengths");
  const sequences = Array.from({ length: 400 }, () => sequenceOf(10 + random.below(90)));
  const epoch = (seed: string) =>
    batchesByTokens(sequences, { tokens: 1000, pool: 8, random: seededRandom(seed) });

  test("hold every sequence once", () => {
    expect(new Set(epoch("a").flat())).toEqual(new Set(sequences));
    expect(epoch("a").flat()).toHaveLength(sequences.length);
  });

  test("depend on the seed alone", () => {
    expect(epoch("a")).toEqual(epoch("a"));
    expect(epoch("a")).not.toEqual(epoch("b"));
  });

  test("are full, with little padding, and not in order of length", () => {
    const padded = epoch("a").map((batch) => batch.length * Math.max(...batch.map(readLength)));
    const read = sequences.reduce((sum, sequence) => sum + readLength(sequence), 0);
    const total = padded.reduce((sum, tokens) => sum + tokens, 0);
    expect(Math.max(...padded)).toBeLessThanOrEqual(1000);
    expect(read / total).toBeGreaterThan(0.85);
    expect(total / padded.length).toBeGreaterThan(750);
    const longest = epoch("a").map((batch) => Math.max(...batch.map(readLength)));
    expect(longest).not.toEqual(longest.toSorted((left, right) => left - right));
  });

  test("of no sequences are none", () => {
    expect(batchesByTokens([], { tokens: 1000, pool: 8, random })).toEqual([]);
  });
});

test("a shuffle holds what it was given, in an order of its seed", () => {
  const numbers = Array.from({ length: 50 }, (_, index) => index);
  const once = shuffled(numbers, seededRandom("one"));
  expect(once.toSorted((left, right) => left - right)).toEqual(numbers);
  expect(once).not.toEqual(numbers);
  expect(shuffled(numbers, seededRandom("one"))).toEqual(once);
});

function sequenceOf(length: number): Sequence {
  return { tokens: new Array(length + 1).fill(1), learn: new Array(length + 1).fill(1) };
}

function byLength(left: Sequence, right: Sequence): number {
  return left.tokens.length - right.tokens.length;
}

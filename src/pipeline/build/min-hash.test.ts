import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signatureOf, signed, words } from "../../../test/support/signatures.ts";
import { createMinHash, similarityOf } from "./min-hash.ts";
import { wordHashes } from "./word-hashes.ts";

describe("MinHash", () => {
  test.each([
    ["the same text", words, words, 1],
    ["no word in common", words.slice(0, 200), words.slice(200), 0],
    ["one word of 400 changed", words, [...words.slice(0, 200), "other", ...words.slice(201)], 395 / 401],
  ])("estimates the similarity of %s", (_, left, right, similarity) => {
    expect(Math.abs(similarityOf(signatureOf(left), signatureOf(right)) - similarity)).toBeLessThan(0.1);
  });

  test("is right on average for texts that share half their words in a row", () => {
    const estimates = Array.from({ length: 60 }, (_, run) => {
      const text = (from: number, to: number) =>
        Array.from({ length: to - from }, (_, index) => `r${run}w${from + index}`);
      return similarityOf(signatureOf(text(0, 200)), signatureOf(text(100, 300)));
    });
    const mean = estimates.reduce((sum, one) => sum + one, 0) / estimates.length;
    expect(mean).toBeCloseTo(98 / 298, 1);
  });

  test("doesn't depend on how the text comes in pieces", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 50 }),
        fc.nat(50),
        (text, cut) => {
          const whole = createMinHash();
          whole.add(wordHashes(text.join(" ")));
          const pieces = createMinHash();
          pieces.add(wordHashes(text.slice(0, cut).join(" ")));
          pieces.add(wordHashes(text.slice(cut).join(" ")));
          expect(signed(pieces)).toBe(signed(whole));
        },
      ),
    );
  });
});

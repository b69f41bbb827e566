import fc from "fast-check";
import { expect, test } from "vitest";
import { sumTokens } from "./summarize-tokens.ts";

test("sums agree with the sorted list", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1 }), (counts) => {
      const sums = sumTokens();
      for (const [index, tokens] of counts.entries()) sums.add(index + 1, tokens);
      const { rows, total, percentiles, histogram, longest } = sums.summary(true);
      const sorted = [...counts].sort((left, right) => left - right);
      const rank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
      expect([rows, total]).toEqual([counts.length, counts.reduce((sum, tokens) => sum + tokens, 0)]);
      expect(percentiles).toEqual({ p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: sorted.at(-1) });
      expect(histogram.reduce((sum, bar) => sum + bar.rows, 0)).toBe(counts.length);
      expect(longest.map(({ tokens }) => tokens)).toEqual(sorted.reverse().slice(0, 10));
    }),
  );
});

test("the histogram's bounds double and hold what they say", () => {
  const sums = sumTokens();
  for (const [index, tokens] of [1, 128, 129, 256, 257].entries()) sums.add(index, tokens);
  expect(sums.summary(true).histogram).toEqual([
    { upTo: 128, rows: 2 },
    { upTo: 256, rows: 2 },
    { upTo: 512, rows: 1 },
  ]);
});

test("no rows have no percentiles", () => {
  expect(sumTokens().summary(false)).toMatchObject({ rows: 0, total: 0, percentiles: null, longest: [] });
});

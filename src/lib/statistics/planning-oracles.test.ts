import { describe, expect, test } from "vitest";
import { six } from "../../../test/support/six.ts";
import { plannedDesignEffect } from "./cluster-error.ts";
import { holm } from "./holm.ts";
import { allOfKRight, anyOfKRight } from "./pass-k.ts";
import {
  boundedPercentile,
  medianUnbiasedPercentile,
  nearestRank,
  percentile,
  percentileRanks,
} from "./percentile.ts";
import { errorAt, fitLearningLaw } from "./power-law.ts";
import { plannedError, repeatedScore } from "./repeated-samples.ts";
import { casesToShowNotWorse, casesToTell, powerOf, smallestDifference } from "./sample-size.ts";

// Worked out elsewhere with SciPy 1.17 and by enumeration, to six digits; the other numbers are in rate-oracles.test.ts.

describe("several comparisons and planning", () => {
  test("22, 23: Holm", () => {
    expect(holm([0.01, 0.04, 0.03, 0.005]).map(six)).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([0.001, 0.012, 0.021, 0.04, 0.3, 0.0125]).map(six)).toEqual([
      0.006, 0.06, 0.063, 0.08, 0.3, 0.06,
    ]);
  });

  test.each([
    [0.03, 0.08, 342.983354],
    [0.05, 0.15, 154.59857],
    [0.02, 0.05, 608.105214],
    [0.04, 0.06, 1959.860407],
  ])("24: cases to tell %f from %f", (onlyBaseline, onlyCandidate, cases) => {
    expect(casesToTell({ onlyBaseline, onlyCandidate })).toBeCloseTo(cases, 5);
  });

  test("25, 26: clustering, power, the smallest difference, non-inferiority", () => {
    const shares = { onlyBaseline: 0.03, onlyCandidate: 0.08 };
    const effect = plannedDesignEffect(6, 0.2);
    expect(effect).toBeCloseTo(2, 6);
    expect(Math.ceil(casesToTell(shares, { designEffect: effect }))).toBe(686);
    expect(powerOf(200, shares)).toBeCloseTo(0.56908, 6);
    expect(smallestDifference(200, 0.11)).toBeCloseTo(0.065703, 6);
    expect(casesToShowNotWorse({ psi: 0.08, difference: 0, margin: 0.03 })).toBeCloseTo(549.560643, 5);
  });
});

describe("percentiles", () => {
  test.each([
    [100, 0.5, 40, 61, 0.9648],
    [200, 0.95, 184, 197, 0.967152],
    [100, 0.95, 90, 100, 0.982607],
    [60, 0.95, 53, null, 0.990211],
    [20, 0.5, 6, 15, 0.958611],
    [1000, 0.99, 983, 997, 0.976095],
  ])("27: the ranks that bound a percentile of %i values at %f", (n, share, low, high, coverage) => {
    const ranks = percentileRanks(n, share);
    expect([ranks.low, ranks.high]).toEqual([low, high]);
    expect(ranks.coverage).toBeCloseTo(coverage, 6);
  });

  test("27: a p95 is bounded above from 72 values on, a p99 from 368", () => {
    expect([71, 72].map((n) => percentileRanks(n, 0.95).high !== null)).toEqual([false, true]);
    expect([367, 368].map((n) => percentileRanks(n, 0.99).high !== null)).toEqual([false, true]);
  });

  test("28: twenty latencies", () => {
    const latencies = [
      212, 198, 240, 305, 251, 260, 199, 410, 233, 221, 228, 245, 390, 217, 205, 276, 238, 229, 1210, 252,
    ].sort((one, other) => one - other);
    expect(boundedPercentile(latencies, 0.5)).toEqual({ value: 239, low: 221, high: 260 });
    expect(nearestRank(latencies, 0.5)).toBe(238);
    expect(percentile(latencies, 0.95)).toBeCloseTo(450, 6);
    expect(medianUnbiasedPercentile(latencies, 0.95)).toBeCloseTo(930, 6);
    expect(nearestRank(latencies, 0.95)).toBe(410);
  });
});

describe("repeated tries", () => {
  test("29, 30: all of k right", () => {
    expect([1, 2, 4, 8].map((k) => six(allOfKRight(8, 6, k)))).toEqual([0.75, 0.535714, 0.214286, 0]);
    expect(anyOfKRight(8, 6, 2)).toBeCloseTo(0.964286, 6);
    const means = [1, 2, 3, 4].map((k) => {
      const each = [4, 3, 2, 0].map((right) => allOfKRight(4, right, k));
      return six(each.reduce((sum, one) => sum + one, 0) / 4);
    });
    expect(means).toEqual([0.5625, 0.416667, 0.3125, 0.25]);
    expect(() => allOfKRight(3, 3, 4)).toThrow(RangeError);
  });

  test("31, 32: tries are averaged within a case first", () => {
    const tries = [
      [1, 1, 0],
      [0, 0, 1],
      [1, 1, 1],
      [1, 0, 1],
    ];
    const { mean, error, withinVariance } = repeatedScore(tries);
    expect([mean, error, withinVariance].map(six)).toEqual([0.666667, 0.136083, 0.25]);
    const planned = [1, 2, 4, 8].map((count) =>
      plannedError({ betweenVariance: 0.11, withinVariance: 0.08, cases: 200, tries: count }),
    );
    expect(planned.map(six)).toEqual([0.030822, 0.027386, 0.025495, 0.024495]);
  });
});

test("36: a learning curve", () => {
  const accuracies = [0.712, 0.781, 0.836, 0.872, 0.897];
  const points = accuracies.map((accuracy, index) => ({
    examples: 50 * 2 ** index,
    error: 1 - accuracy,
    weight: 1,
  }));
  const law = fitLearningLaw(points);
  expect(law?.floor).toBeCloseTo(0.035162, 5);
  expect(law?.scale).toBeCloseTo(1.655233, 4);
  expect(law?.exponent).toBeCloseTo(0.479647, 5);
  expect(law && errorAt(law, 1600)).toBeCloseTo(0.083247, 5);
  expect(fitLearningLaw(points.slice(0, 3))).toBeNull();
});

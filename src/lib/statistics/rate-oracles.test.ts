import { describe, expect, test } from "vitest";
import { six } from "../../../test/support/six.ts";
import { mulberry32 } from "../seeded-random.ts";
import {
  acceleratedInterval,
  biasOf,
  bootstrapRateDifferences,
  bootstrapRates,
  percentileInterval,
} from "./cluster-bootstrap.ts";
import { acceleration, clusterError, designEffect, jackknifeError } from "./cluster-error.ts";
import { type ClusterTotals, clusterTotals, rateOf } from "./cluster-totals.ts";
import { durkalskiChiSquare, obuchowskiChiSquare } from "./clustered-mcnemar.ts";
import type { Interval } from "./interval.ts";
import { chiSquareTail, mcnemarChiSquare, mcnemarExact, mcnemarMidP } from "./mcnemar.ts";
import { pairedScoreInterval } from "./newcombe.ts";
import { nonInferiority } from "./non-inferiority.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import { signFlipTest } from "./sign-flip.ts";
import { studentBound, studentCdf } from "./student-t.ts";
import { exactInterval, scoreInterval, wilsonInterval } from "./wilson.ts";

// Worked out elsewhere with SciPy 1.17 and by enumeration, to six digits. Two small evaluations of two models come back
// in many of them: E1 with 6 calls case by case, E2 with 10 calls as sums.
const e1 = [
  ["1110", "1111"],
  ["100", "110"],
  ["11", "11"],
  ["01111", "11110"],
  ["1", "1"],
  ["001", "101"],
] as const;
const e1A = casesOf(([a]) => a);
const e1D = casesOf(([a, b]) => [...b].map((bit, index) => Number(bit) - Number(a[index])));
const sizes = [6, 4, 5, 3, 8, 4, 6, 5, 4, 5];
const sumsA = [6, 1, 5, 0, 8, 3, 2, 5, 4, 1];
const sumsB = [6, 3, 5, 1, 7, 4, 4, 5, 4, 2];
const e2A = totals(sumsA, sizes);
const e2B = totals(sumsB, sizes);
const e2D = totals(
  sumsB.map((sum, index) => sum - (sumsA[index] ?? 0)),
  sizes,
);

describe("one rate", () => {
  test("1, 2: Wilson", () => {
    near(wilsonInterval({ hits: 45, trials: 50 }), 0.786398, 0.956524);
    near(wilsonInterval({ hits: 0, trials: 20 }), 0, 0.161125);
    near(wilsonInterval({ hits: 20, trials: 20 }), 0.838875, 1);
    near(wilsonInterval({ hits: 187, trials: 200 }), 0.891981, 0.961624);
  });

  test("3: Clopper and Pearson", () => {
    near(exactInterval({ hits: 45, trials: 50 }), 0.781865, 0.966725);
    near(exactInterval({ hits: 0, trials: 20 }), 0, 0.168433);
    expect(exactInterval({ hits: 0, trials: 20 }, 0.9).high).toBeCloseTo(0.139108, 6);
  });

  test("4, 5: the clustered error of E1", () => {
    const error = clusterError(e1A);
    expect(error.rate).toBeCloseTo(0.666667, 6);
    expect(error.plain).toBeCloseTo(0.097991, 6);
    expect(error.corrected).toBeCloseTo(0.107344, 6);
    expect(Math.sqrt((error.rate * (1 - error.rate)) / error.size)).toBeCloseTo(0.111111, 6);
    near(around(error, studentBound(0.95, 5)), 0.390731, 0.942602);
  });

  test("8, 9, 10: the clustered errors of E2, its design effect and Wilson on the effective number", () => {
    const error = clusterError(e2A);
    expect([error.rate, error.plain, error.corrected].map(six)).toEqual([0.7, 0.116138, 0.12242]);
    const effect = designEffect(error);
    expect([effect, error.size / effect].map(six)).toEqual([3.568254, 14.012456]);
    near(wilsonInterval({ hits: 35, trials: 50 }), 0.562496, 0.808964);
    const trials = error.size / effect;
    near(scoreInterval({ hits: 0.7 * trials, trials }, normalQuantile(0.975)), 0.440091, 0.873845);
    near(around(error, studentBound(0.95, 9)), 0.423067, 0.976933);
    const other = clusterError(e2B);
    expect([other.rate, other.corrected, designEffect(other)].map(six)).toEqual([0.82, 0.07144, 1.728877]);
  });
});

describe("a paired difference", () => {
  test("6, 7: E1", () => {
    const error = clusterError(e1D);
    expect([error.rate, error.plain, error.corrected].map(six)).toEqual([0.166667, 0.066769, 0.073142]);
    near(around(error, studentBound(0.95, 5)), -0.021352, 0.354685);
    near(
      {
        low: error.rate - normalQuantile(0.975) * error.plain,
        high: error.rate + normalQuantile(0.975) * error.plain,
      },
      0.035801,
      0.297532,
    );
  });

  test("11, 12: E2, its t test, the jackknife and the acceleration", () => {
    const error = clusterError(e2D);
    const t = error.rate / error.corrected;
    expect([error.rate, error.plain, error.corrected, t].map(six)).toEqual([
      0.12, 0.063558, 0.066997, 1.791138,
    ]);
    expect(2 * studentCdf(-t, 9)).toBeCloseTo(0.106879, 6);
    near(around(error, studentBound(0.95, 9)), -0.031557, 0.271557);
    expect(jackknifeError(e2D)).toBeCloseTo(0.068664, 6);
    expect(acceleration(e2D)).toBeCloseTo(-0.017555, 6);
  });

  test.each([
    [1, 3, 0.625, 0.375, 0.25, 1],
    [3, 14, 0.012726, 0.007538, 5.882353, 7.117647],
    [6, 21, 0.005925, 0.003719, 7.259259, 8.333333],
    [0, 5, 0.0625, 0.03125, 3.2, 5],
    [5, 5, 1, 1 - 252 / 1024, 0, 0],
  ])("13, 14: McNemar with %i against %i", (onlyBaseline, onlyCandidate, exact, midP, corrected, plain) => {
    const discordance = { onlyBaseline, onlyCandidate };
    expect(mcnemarExact(discordance)).toBeCloseTo(exact, 6);
    if (onlyBaseline === onlyCandidate) expect(mcnemarMidP(discordance)).toBeCloseTo(1, 6);
    else expect(mcnemarMidP(discordance)).toBeCloseTo(midP, 6);
    expect(mcnemarChiSquare(discordance, "continuity")).toBeCloseTo(corrected, 6);
    expect(mcnemarChiSquare(discordance, "none")).toBeCloseTo(plain, 6);
  });

  test("14: McNemar on E1's cases", () => {
    expect(mcnemarExact({ onlyBaseline: 1, onlyCandidate: 4 })).toBeCloseTo(0.375, 6);
  });

  test("15, 16, 17: sign flips, all counted", () => {
    expect(signFlipTest([1, 1, 0, 0, 0, 1], 1)).toEqual({ twoSided: 0.25, oneSided: 0.125, exact: true });
    expect(signFlipTest(e2D.values, 1)).toMatchObject({ twoSided: 0.15625, oneSided: 0.078125 });
    const third = signFlipTest([2, 1, 0, 3, -1, 1, 2, 0, 1, -1], 1);
    expect(third.twoSided).toBeCloseTo(0.140625, 6);
    expect(third.oneSided).toBeCloseTo(0.070312, 5);
  });

  test("18: Durkalski and the modified Obuchowski", () => {
    expect(durkalskiChiSquare(e1D)).toBeCloseTo(2.95122, 6);
    expect(chiSquareTail(durkalskiChiSquare(e1D))).toBeCloseTo(0.085813, 6);
    expect(obuchowskiChiSquare(e1D)).toBeCloseTo(3, 6);
    expect(chiSquareTail(3)).toBeCloseTo(0.083265, 6);
  });

  test("19, 20: non-inferiority", () => {
    const seen = { difference: -0.01, error: 0.012, degrees: Number.POSITIVE_INFINITY };
    const loose = nonInferiority(seen, 0.03, 0.95);
    expect([loose.statistic, loose.p, loose.low].map(six)).toEqual([1.666667, 0.04779, -0.029738]);
    expect(loose.shown).toBe(true);
    const strict = nonInferiority(seen, 0.03);
    expect(strict.low).toBeCloseTo(-0.03352, 6);
    expect(strict.shown).toBe(false);
    const few = nonInferiority({ ...seen, degrees: 39 }, 0.03, 0.95);
    expect([few.low, few.p].map(six)).toEqual([-0.030219, 0.051797]);
    const { rate, corrected } = clusterError(e2D);
    const e2 = nonInferiority({ difference: rate, error: corrected, degrees: 9 }, 0.05, 0.95);
    expect([e2.statistic, e2.p, e2.low].map(six)).toEqual([2.537445, 0.015922, -0.002812]);
  });

  test("21: Newcombe's tenth method", () => {
    const counts = { both: 150, onlyFirst: 14, onlySecond: 3, neither: 33 };
    near(pairedScoreInterval(counts), 0.013916, 0.097799);
  });
});

describe("the bootstrap", () => {
  test("33: all 46,656 ways to redraw E1's six calls", () => {
    const rates = Float64Array.from({ length: 6 ** 6 }, (_, way) => {
      let [value, size] = [0, 0];
      for (let digit = 0, rest = way; digit < 6; digit += 1, rest = Math.floor(rest / 6)) {
        value += e1D.values[rest % 6] ?? 0;
        size += e1D.sizes[rest % 6] ?? 0;
      }
      return value / size;
    }).sort();
    expect(deviation(rates)).toBeCloseTo(0.066453, 6);
    const inverse = (share: number) => rates[Math.ceil(share * rates.length) - 1];
    expect(inverse(0.025)).toBeCloseTo(0.045455, 6);
    expect(inverse(0.975)).toBeCloseTo(0.294118, 6);
    const bias = biasOf(rates, rateOf(e1D));
    expect(bias).toBeCloseTo(-0.036138, 6);
    expect(acceleration(e1D)).toBeCloseTo(-0.044278, 6);
    const moved = [-1, 1].map((side) => {
      const z = bias + side * normalQuantile(0.975);
      return normalCdf(bias + z / (1 - acceleration(e1D) * z));
    });
    expect(moved.map(six)).toEqual([0.013015, 0.958778]);
    near(acceleratedInterval(e1D, rates), 0, 0.277778);
  });

  test("34: the generator", () => {
    const next = mulberry32(12345);
    const first = [next(), next(), next()];
    for (const [index, draw] of [0.9797282678, 0.3067522645, 0.4842054216].entries())
      expect(first[index]).toBeCloseTo(draw, 9);
  });

  test("35: ten thousand redraws of E2 from a seed", () => {
    const rates = bootstrapRates(e2D, { seed: 12345 });
    near(percentileInterval(rates), 0, 0.255814);
    expect(deviation(rates) * Math.sqrt(10_000 / 9999)).toBeCloseTo(0.063529, 6);
    expect(biasOf(rates, rateOf(e2D))).toBeCloseTo(-0.010152, 6);
    near(acceleratedInterval(e2D, rates), 0, 0.25);
    const nothing = { values: new Float64Array(10), sizes: new Float64Array(10).fill(1) };
    const differences = bootstrapRateDifferences(nothing, e2D, { seed: 12345 });
    expect(differences).toEqual(rates);
  });
});

function casesOf(valuesOf: (call: (typeof e1)[number]) => Iterable<string | number>): ClusterTotals {
  return clusterTotals(
    e1.flatMap((call, index) =>
      [...valuesOf(call)].map((value) => ({ cluster: `c${index}`, value: Number(value), of: 1 })),
    ),
  );
}

function totals(values: readonly number[], counts: readonly number[]): ClusterTotals {
  return { values: Float64Array.from(values), sizes: Float64Array.from(counts) };
}

function around({ rate, corrected }: { rate: number; corrected: number }, bound: number): Interval {
  return { low: rate - bound * corrected, high: rate + bound * corrected };
}

function near({ low, high }: Interval, expectedLow: number, expectedHigh: number): void {
  expect(low).toBeCloseTo(expectedLow, 6);
  expect(high).toBeCloseTo(expectedHigh, 6);
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

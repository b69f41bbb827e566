import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../seeded-random.ts";
import {
  bootstrapMeans,
  bootstrapRateDifferences,
  bootstrapRates,
  percentileInterval,
} from "./cluster-bootstrap.ts";
import { type ClusterTotals, clusterTotals } from "./cluster-totals.ts";
import { clusteredPercentile } from "./clustered-percentile.ts";
import { clusteredDifference, differenceInterval } from "./difference-interval.ts";
import { holm } from "./holm.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import { percentile } from "./percentile.ts";
import { effectiveCases, rateInterval } from "./rate-interval.ts";
import { redrawnP } from "./redrawn-p.ts";
import { moreCallsToTell } from "./sample-size.ts";
import { signFlipTest } from "./sign-flip.ts";
import { studentCdf, studentQuantile } from "./student-t.ts";
import { wilsonInterval } from "./wilson.ts";

describe("distributions", () => {
  test("a quantile leads back to its probability", () => {
    for (const p of [1e-9, 0.001, 0.025, 0.5, 0.9, 0.999999]) {
      expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12);
      for (const degrees of [1, 3, 29.5, 400])
        expect(studentCdf(studentQuantile(p, degrees), degrees) / p).toBeCloseTo(1, 6);
    }
  });

  test("far tails are small, not lost", () => {
    expect(normalCdf(-10) / 7.619853024160527e-24).toBeCloseTo(1, 9);
    expect(normalCdf(40)).toBe(1);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe("the interval of a rate", () => {
  test("with one case a call it is nearly Wilson's", () => {
    const rows = Array.from({ length: 200 }, (_, index) => row(`call ${index}`, index < 180 ? 1 : 0));
    const own = rateInterval(clusterTotals(rows));
    const wilson = wilsonInterval({ hits: 180, trials: 200 });
    expect(own?.low).toBeCloseTo(wilson.low, 2);
    expect(own?.high).toBeCloseTo(wilson.high, 2);
  });

  test("the same cases in fewer calls say less", () => {
    const alone = clusterTotals(
      Array.from({ length: 120 }, (_, index) => row(`${index}`, index % 4 ? 1 : 0)),
    );
    const whole = clusterTotals(
      Array.from({ length: 120 }, (_, index) => row(`${index % 30}`, (index % 30) % 4 ? 1 : 0)),
    );
    expect(effectiveCases(alone)).toBeGreaterThan(100);
    expect(effectiveCases(whole)).toBeLessThan(45);
  });

  test("nothing wrong is not proof: the bound below stays away from 1", () => {
    const spotless = clusterTotals(Array.from({ length: 60 }, (_, index) => row(`${index % 20}`, 1)));
    const interval = rateInterval(spotless);
    expect(interval?.high).toBe(1);
    expect(interval?.low).toBeLessThan(0.93);
  });

  test("one call has none", () => {
    expect(rateInterval(clusterTotals([row("a", 1), row("a", 0)]))).toBeNull();
    expect(rateInterval(clusterTotals([]))).toBeNull();
    expect(differenceInterval(clusterTotals([row("a", 1)]))).toBeNull();
  });

  test("always holds the rate and lies between 0 and 1", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(12), fc.boolean()), { minLength: 2 }), (cases) => {
        const totals = clusterTotals(cases.map(([call, right]) => row(`${call}`, right ? 1 : 0)));
        const interval = rateInterval(totals);
        if (interval === null) return;
        const rate = cases.filter(([, right]) => right).length / cases.length;
        expect(interval.low).toBeLessThanOrEqual(rate + 1e-12);
        expect(interval.high).toBeGreaterThanOrEqual(rate - 1e-12);
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("a paired difference", () => {
  test("two models that never disagree may still differ", () => {
    const same = clusterTotals(Array.from({ length: 50 }, (_, index) => row(`${index}`, 0)));
    const interval = differenceInterval(same);
    expect(interval?.low).toBeLessThan(0);
    expect(interval?.high).toBeGreaterThan(0);
    expect(interval?.high).toBeLessThan(0.05);
  });

  test("the calls still needed fall as more are at hand, and reach none", () => {
    const needed = [40, 160, 640, 2560].map((calls) => {
      const totals = differing(calls);
      const found = clusteredDifference(totals);
      return found === null ? null : moreCallsToTell(found, totals);
    });
    expect(needed[0]).toBeGreaterThan(100);
    expect(needed.at(-1)).toBe(0);
    expect(moreCallsToTell({ difference: 0, error: 0.1, degrees: 39 }, differing(40))).toBeNull();
  });

  test("how many more would tell isn't reckoned from a handful", () => {
    const found = { difference: 0.1, error: 0.06, degrees: 1 };
    expect([2, 29].map((calls) => moreCallsToTell(found, differing(calls)))).toEqual([null, null]);
    expect(moreCallsToTell(found, differing(30))).toBeGreaterThan(0);
  });
});

describe("the bootstrap", () => {
  test("gives the same for the same seed, and nearly the formula's interval for many calls", () => {
    const totals = differing(400);
    const rates = bootstrapRates(totals, { seed: 7, draws: 4000 });
    expect(bootstrapRates(totals, { seed: 7, draws: 4000 })).toEqual(rates);
    const [drawn, formula] = [percentileInterval(rates), differenceInterval(totals)];
    expect(drawn.low).toBeCloseTo(formula?.low ?? 0, 2);
    expect(drawn.high).toBeCloseTo(formula?.high ?? 0, 2);
  });

  test("what is nothing stays nothing in each redraw", () => {
    const nothing = { values: new Float64Array(3), sizes: Float64Array.of(1, 2, 3) };
    const order = { seed: 7, draws: 50 };
    const none = new Float64Array(50);
    expect(bootstrapMeans(nothing, order)).toEqual({ perSize: none, perCluster: none });
    expect(bootstrapRateDifferences(nothing, nothing, order)).toEqual(none);
    const some = { ...nothing, values: Float64Array.of(0, 0, 1) };
    expect(bootstrapRateDifferences(nothing, some, order).at(-1)).toBeGreaterThan(0);
    expect(bootstrapMeans(some, order).perCluster.at(-1)).toBeGreaterThan(0);
  });
});

test("drawn sign flips come near to counted ones", () => {
  const random = seededRandom("flips");
  const sums = Array.from({ length: 20 }, () => random.below(5) - 1.5);
  const counted = signFlipTest(sums, 1);
  const drawn = signFlipTest([...sums, ...sums.map(() => 1e-12)], 1);
  expect([counted.exact, drawn.exact]).toEqual([true, false]);
  expect(drawn.twoSided).toBeCloseTo(counted.twoSided, 1);
  expect(signFlipTest([0, 0, 0], 1)).toEqual({ twoSided: 1, oneSided: 1, exact: true });
});

test("sign flips of whole sums are exact however many, and agree with counting all", () => {
  const random = seededRandom("whole");
  for (let round = 0; round < 50; round += 1) {
    const sums = Array.from({ length: 1 + random.below(12) }, () => random.below(7) - 3);
    // Halves are counted one by one, and have the same chances.
    const halves = sums.map((sum) => sum / 2);
    const [whole, counted] = [signFlipTest(sums, 1), signFlipTest(halves, 1)];
    expect(whole.twoSided).toBeCloseTo(counted.twoSided, 12);
    expect(whole.oneSided).toBeCloseTo(counted.oneSided, 12);
  }
  const many = signFlipTest(
    Array.from({ length: 300 }, (_, index) => (index % 3 === 0 ? -1 : 1)),
    1,
  );
  expect(many.exact).toBe(true);
  // Twice the chance of 200 or more heads in 300 throws of a fair coin.
  expect(many.twoSided / 8.014875216538918e-9).toBeCloseTo(1, 9);
});

test("the p of redrawn differences falls as they move away from 0, and is never more than 1", () => {
  const around = (middle: number) =>
    Float64Array.from({ length: 999 }, (_, index) => middle + (index - 499) / 250);
  const ps = [0, 0.5, 1, 1.5, 1.9, 3, 10].map((middle) => redrawnP(around(middle), 200));
  expect(ps).toEqual([...ps].sort((one, other) => other - one));
  expect(ps[0]).toBe(1);
  expect(ps[4]).toBeCloseTo(2 * 0.026, 1);
  expect(ps[6]).toBeLessThan(1e-6);
  expect(redrawnP(around(-3), 200)).toBeCloseTo(redrawnP(around(3), 200), 12);
  expect(redrawnP(new Float64Array(9), 200)).toBe(1);
  expect(redrawnP(new Float64Array(9).fill(2), 3)).toBe(0.25);
});

test("Holm never lowers a p and keeps their order", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (ps) => {
      const adjusted = holm(ps);
      for (const [index, p] of ps.entries()) {
        expect(adjusted[index]).toBeGreaterThanOrEqual(p);
        for (const [other, q] of ps.entries())
          if (p < q) expect(adjusted[index]).toBeLessThanOrEqual(adjusted[other] ?? 0);
      }
    }),
  );
});

describe("the bounds of a percentile", () => {
  const rising = (calls: number, each: number) => ({
    clusters: Int32Array.from({ length: calls * each }, (_, index) => Math.floor(index / each)),
    values: Float64Array.from({ length: calls * each }, (_, index) => index),
  });

  test("are nearly the order statistics where each value is its own call", () => {
    const found = clusteredPercentile(rising(1000, 1), 0.99);
    expect(found.value).toBeCloseTo(989.01, 2);
    expect(found.low).toBeGreaterThan(980);
    expect(found.high).toBeLessThan(998);
  });

  test("are further apart where values of a call are alike, and missing where too few were measured", () => {
    const [apart, alike] = [
      clusteredPercentile(rising(200, 1), 0.5),
      clusteredPercentile(rising(20, 10), 0.5),
    ];
    expect((alike.high ?? 0) - (alike.low ?? 0)).toBeGreaterThan((apart.high ?? 0) - (apart.low ?? 0));
    expect(clusteredPercentile(rising(60, 1), 0.95).high).toBeNull();
    expect(clusteredPercentile(rising(1, 9), 0.5)).toEqual({ value: 4, low: null, high: null });
  });
});

test("nothing has no percentile", () => {
  expect(percentile([], 0.5)).toBeNaN();
  expect(percentile([3], 0.95)).toBe(3);
});

function row(cluster: string, value: number): { cluster: string; value: number; of: number } {
  return { cluster, value, of: 1 };
}

/** Two cases a call; the candidate has one more right in a tenth of the calls, and loses one in a twentieth. */
function differing(calls: number): ClusterTotals {
  const values = Float64Array.from({ length: calls }, (_, index) => {
    if (index % 10 === 0) return 1;
    return index % 20 === 1 ? -1 : 0;
  });
  return { values, sizes: new Float64Array(calls).fill(2) };
}

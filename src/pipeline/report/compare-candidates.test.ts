import { describe, expect, test } from "vitest";
import { comparison } from "../../../test/support/comparison.ts";
import { correct } from "./compare-candidates.ts";

describe("the correction", () => {
  test("is over all comparisons, and takes claims back to what still holds", () => {
    const raw = [
      comparison(["exact_call", 12, 4, 0.001]),
      comparison(["right_decision", 2, 1.9, 0.04]),
      comparison(["false_call_rate", -3, 2, 0.03]),
      comparison(["ttft_ms", 0, Number.NaN, null]),
    ];
    const corrected = correct(raw);
    expect(corrected.map(({ p }) => p)).toEqual([0.003, 0.06, 0.06, null]);
    expect(corrected.map(({ verdict }) => verdict)).toEqual([
      "better",
      "not_worse",
      "cant_tell_yet",
      "cant_tell_yet",
    ]);
    expect(corrected.map(({ moreCalls }) => moreCalls === null)).toEqual([true, true, false, true]);
    expect(correct([])).toEqual([]);
  });

  test("leaves a single comparison as it is", () => {
    const [alone] = correct([comparison(["exact_call", 3, 2.9, 0.04])]);
    expect(alone).toMatchObject({ p: 0.04, verdict: "better" });
  });

  test("counts about four times the calls for half the difference", () => {
    const [wide, narrow] = correct([
      comparison(["exact_call", 3, 6, 0.3]),
      comparison(["exact_call", 1.5, 6, 0.6]),
    ]);
    const needed = [wide, narrow].map((found) => (found?.moreCalls ?? 0) + 128);
    expect(needed[0]).toBeGreaterThan(250);
    expect(needed[1]).toBeGreaterThan(needed[0] ?? 0);
  });

  test("counts no calls from a handful: two that agree would say that one more tells", () => {
    const more = (calls: number) =>
      correct([{ ...comparison(["exact_call", 3, 6, 0.3]), calls }])[0]?.moreCalls;
    expect([2, 29].map(more)).toEqual([null, null]);
    expect(more(30)).toBeGreaterThan(30);
  });
});

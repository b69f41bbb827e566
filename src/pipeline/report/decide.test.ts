import { describe, expect, test } from "vitest";
import type { CandidateResult } from "../../domain/evaluation.ts";
import type { Outcome } from "../../domain/report.ts";
import type { Comparison, Verdict } from "../../domain/verdict.ts";
import { correct } from "./compare-candidates.ts";
import { decide, isTradeOff } from "./decide.ts";
import { type HeadlineName, headlines } from "./headlines.ts";
import { reasonsFor } from "./reasons.ts";

/** A gain and how far its interval reaches to both sides, in points or milliseconds; p after correction. */
type Told = readonly [scorer: HeadlineName, gain: number, reach: number, p?: number | null];

describe("the outcome", () => {
  test.each<[string, readonly Told[], Outcome]>([
    [
      "nothing differs, and few cases",
      [
        ["right_decision", 0, 4],
        ["exact_call", 0, 6],
      ],
      "cant_tell_yet",
    ],
    [
      "nothing differs, and many cases",
      [
        ["right_decision", 0, 0.5],
        ["exact_call", 0, 0.9],
      ],
      "not_worse",
    ],
    [
      "one of the two primary metrics isn't told",
      [
        ["right_decision", 0, 0.5],
        ["exact_call", 0, 3],
      ],
      "cant_tell_yet",
    ],
    [
      "no tool calls are due at all",
      [
        ["right_decision", 0, 0.5],
        ["false_call_rate", 0, 0.9],
      ],
      "not_worse",
    ],
    [
      "more exact, the rest as it was",
      [
        ["right_decision", 1, 2],
        ["exact_call", 12, 4],
        ["false_call_rate", 0, 2],
      ],
      "better",
    ],
    ["more exact by itself alone", [["exact_call", 12, 4]], "better"],
    [
      "more exact, but only before the correction",
      [
        ["right_decision", 1, 2],
        ["exact_call", 5, 4, 0.2],
      ],
      "cant_tell_yet",
    ],
    [
      "more exact before the correction, and decisions surely as right",
      [
        ["right_decision", 0, 0.9],
        ["exact_call", 5, 4, 0.2],
      ],
      "not_worse",
    ],
    [
      "more exact, with more false tool calls for sure",
      [
        ["exact_call", 12, 4],
        ["false_call_rate", -5, 2],
      ],
      "worse",
    ],
    [
      "more exact, with more false tool calls before the correction",
      [
        ["exact_call", 12, 4],
        ["false_call_rate", -3, 2, 0.3],
      ],
      "cant_tell_yet",
    ],
    [
      "more exact, with false tool calls that seem to grow by more than the margin and than chance",
      [
        ["exact_call", 12, 4],
        ["false_call_rate", -3, 4],
      ],
      "cant_tell_yet",
    ],
    [
      "more exact, with false tool calls that grow as chance has it",
      [
        ["exact_call", 12, 4],
        ["false_call_rate", -2, 4],
      ],
      "better",
    ],
    [
      "more exact, with false tool calls that seem to grow within the margin",
      [
        ["exact_call", 12, 4],
        ["false_call_rate", -0.9, 4],
      ],
      "better",
    ],
    [
      "less exact for sure",
      [
        ["right_decision", 3, 1],
        ["exact_call", -6, 3],
      ],
      "worse",
    ],
    [
      "less exact before the correction",
      [
        ["right_decision", 0, 0.5],
        ["exact_call", -6, 3, 0.4],
      ],
      "cant_tell_yet",
    ],
    [
      "surely worse, but by less than the margin",
      [
        ["right_decision", -0.5, 0.3],
        ["exact_call", 0, 0.5],
      ],
      "not_worse",
    ],
    [
      "as right and faster",
      [
        ["right_decision", 0, 0.5],
        ["exact_call", 0, 0.9],
        ["ttft_ms", 200, 50],
      ],
      "better",
    ],
    [
      "as right and faster by less than matters",
      [
        ["right_decision", 0, 0.5],
        ["ttft_ms", 20, 10],
      ],
      "not_worse",
    ],
    [
      "as right, first token sooner, tool calls perhaps later",
      [
        ["right_decision", 0, 0.5],
        ["ttft_ms", 200, 50],
        ["tool_call_ms", -80, 90],
      ],
      "not_worse",
    ],
    [
      "as right and slower",
      [
        ["right_decision", 0, 0.5],
        ["exact_call", 0, 0.9],
        ["ttft_ms", -200, 50],
      ],
      "worse",
    ],
    [
      "as right and cheaper",
      [
        ["right_decision", 0, 0.5],
        ["cost", 0.001, 0.0001],
      ],
      "better",
    ],
    [
      "as right and dearer",
      [
        ["right_decision", 0, 0.5],
        ["cost", -0.001, 0.0001],
      ],
      "not_worse",
    ],
    [
      "as right, cheaper and slower",
      [
        ["right_decision", 0, 0.5],
        ["cost", 0.001, 0.0001],
        ["ttft_ms", -200, 50],
      ],
      "worse",
    ],
    [
      "not known to be as right, but faster and cheaper",
      [
        ["right_decision", 0, 3],
        ["cost", 0.001, 0.0001],
        ["ttft_ms", 200, 50],
      ],
      "cant_tell_yet",
    ],
    [
      "more right and slower",
      [
        ["exact_call", 12, 4],
        ["ttft_ms", -200, 50],
      ],
      "cant_tell_yet",
    ],
    [
      "whole calls better, turns not told",
      [
        ["right_decision", 1, 3],
        ["exact_call", 2, 4],
        ["whole_call", 9, 5],
      ],
      "better",
    ],
    [
      "whole calls seem worse by less than their margin",
      [
        ["exact_call", 12, 4],
        ["whole_call", -4, 9],
      ],
      "better",
    ],
    ["only speed can be compared", [["ttft_ms", 200, 50]], "no_verdict"],
    ["nothing can be compared", [], "no_verdict"],
    [
      "one call: no interval, so nothing is told",
      [["right_decision", 50, Number.NaN, null]],
      "cant_tell_yet",
    ],
  ])("of %s", (_name, told, outcome) => {
    expect(decide({ baseline: result(), candidate: result(), comparisons: told.map(comparison) })).toBe(
      outcome,
    );
  });

  test.each<[string, Partial<CandidateResult>, Partial<CandidateResult>, Outcome]>([
    ["2 % failed", {}, { answered: 98, failed: { timeout: 2 } }, "better"],
    ["3 % failed", {}, { answered: 97, failed: { timeout: 2, rate_limited: 1 } }, "no_verdict"],
    ["3 % of the baseline's failed", { answered: 97, failed: { server_error: 3 } }, {}, "no_verdict"],
    ["all failed", {}, { answered: 0, failed: { connection: 100 } }, "no_verdict"],
    ["none was asked yet", {}, { answered: 0, missing: 100 }, "better"],
  ])("where %s", (_name, baseline, candidate, outcome) => {
    const comparisons = [comparison(["exact_call", 12, 4])];
    expect(decide({ baseline: result(baseline), candidate: result(candidate), comparisons })).toBe(outcome);
  });

  test("more often right and slower is a matter of taste, and the first reason says so", () => {
    const comparisons = [comparison(["exact_call", 12, 4]), comparison(["ttft_ms", -200, 50])];
    expect(isTradeOff({ comparisons })).toBe(true);
    const facts = { baseline: result(), candidate: result(), comparisons };
    expect(reasonsFor("cant_tell_yet", facts, 2)[0]).toContain("more often right, but slower");
    expect(isTradeOff({ comparisons: comparisons.slice(0, 1) })).toBe(false);
  });
});

describe("reasons", () => {
  test("hold the numbers, the weightiest first", () => {
    const comparisons = [
      comparison(["right_decision", 0, 2]),
      { ...comparison(["exact_call", 12.2, 4.2]), baseline: 0.712, candidate: 0.834 },
    ];
    const facts = { baseline: result(), candidate: result(), comparisons };
    expect(reasonsFor("better", facts, 8)).toEqual([
      "better: exact tool calls 71.2 % → 83.4 %, +12.2 points (95 %: +8.0 to +16.4) on 512 turns of 128 calls",
      "not told yet: right decisions 80.0 % → 80.0 %, ±0.0 points (95 %: −2.0 to +2.0) on 512 turns of 128 calls; about 900 more calls would tell",
    ]);
  });

  test("tell of chance where a difference holds alone but not among many, and of failures where there are too many", () => {
    const comparisons = [comparison(["exact_call", -6, 3, 0.4])];
    const facts = { baseline: result(), candidate: result(), comparisons };
    expect(reasonsFor("cant_tell_yet", facts, 16)[0]).toContain(
      "; looks worse, but one in 16 comparisons may do so by chance",
    );
    const failed = result({ answered: 484, failed: { timeout: 10, not_a_reply: 6 } });
    expect(reasonsFor("no_verdict", { ...facts, candidate: failed }, 16)[0]).toBe(
      "16 of 500 requests of tuned failed (3.2 %: 10 timeouts, 6 unreadable replies), more than the 2 % up to which the others can stand for all",
    );
    expect(reasonsFor("no_verdict", { ...facts, comparisons: [] }, 0)).toEqual([
      "no case was answered by both tuned and tuned",
    ]);
  });
});

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

function comparison([scorer, gain, reach, p = 0.001]: Told): Comparison {
  const { figure, about, margin } = headlines[scorer];
  const scale = about === "right" ? 0.01 : 1;
  const isLower = about !== "right" || scorer === "false_call_rate" || scorer === "missed_call_rate";
  const difference = (isLower ? -gain : gain) * scale;
  const bounds = Number.isNaN(reach)
    ? null
    : { low: difference - reach * scale, high: difference + reach * scale };
  const baseline = about === "right" ? 0.8 : 1000;
  const [found] = correct([
    {
      scorer,
      figure,
      cases: 512,
      calls: 128,
      baseline,
      candidate: baseline + difference,
      difference,
      bounds,
      p,
      margin,
      verdict: "cant_tell_yet" satisfies Verdict,
      moreCalls: null,
    },
  ]);
  if (found === undefined) throw new Error("a comparison was lost");
  return found;
}

function result(changes: Partial<CandidateResult> = {}): CandidateResult {
  return {
    candidate: {
      name: "tuned",
      kind: "model",
      provider: "local",
      model: "calltune/tuned",
      address: null,
      prompt: null,
      fewShot: null,
      temperature: 0,
      maxTokens: 512,
      price: null,
    },
    answered: 512,
    failed: {},
    missing: 0,
    metrics: {},
    ...changes,
  };
}

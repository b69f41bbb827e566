import { describe, expect, test } from "vitest";
import { comparison, result } from "../../../test/support/comparison.ts";
import { isTradeOff } from "./decide.ts";
import { reasonsFor } from "./reasons.ts";

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

describe("the outcome", () => {
  test("more often right and slower is a matter of taste, and the first reason says so", () => {
    const comparisons = [comparison(["exact_call", 12, 4]), comparison(["ttft_ms", -200, 50])];
    expect(isTradeOff({ comparisons })).toBe(true);
    const facts = { baseline: result(), candidate: result(), comparisons };
    expect(reasonsFor("cant_tell_yet", facts, 2)[0]).toContain("more often right, but slower");
    expect(isTradeOff({ comparisons: comparisons.slice(0, 1) })).toBe(false);
  });
});

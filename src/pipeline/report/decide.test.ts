import { describe, expect, test } from "vitest";
import { comparison, result, type Told } from "../../../test/support/comparison.ts";
import type { CandidateResult } from "../../domain/evaluation.ts";
import type { Outcome } from "../../domain/report.ts";
import { decide } from "./decide.ts";

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
});

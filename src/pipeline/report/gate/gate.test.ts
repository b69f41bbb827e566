import { describe, expect, test } from "vitest";
import { inventEvaluation } from "../../../../test/support/written-evaluation.ts";
import type { Figure, Metric } from "../../../domain/metric.ts";
import type { GateOn, Outcome } from "../../../domain/report.ts";
import type { Comparison } from "../../../domain/verdict.ts";
import { UsageError } from "../../../lib/errors.ts";
import { planReport } from "../plan-report.ts";
import { checkCondition, type GateFacts } from "./check-gate.ts";
import { figureNames } from "./figure-names.ts";
import { parseCondition } from "./parse-condition.ts";

const { summary } = inventEvaluation({ calls: 2, candidates: [{ name: "base" }, { name: "tuned" }] });
const ownMetric: Metric = {
  scorer: "mine",
  cases: 1,
  calls: 1,
  figures: { rate: { value: 1, bounds: null } },
};
const [first, ...others] = summary.candidates;
const withOwn =
  first === undefined
    ? summary
    : { ...summary, candidates: [{ ...first, metrics: { ...first.metrics, mine: ownMetric } }, ...others] };
const words = { figures: figureNames(withOwn), baseline: "base" };

describe("a condition", () => {
  test.each<[string, string, number]>([
    ["exact_call >= 0.9", ">=", 0.9],
    ["  exact_call>=90%  ", ">=", 0.9],
    ["false_call_rate <= 2 pt", "<=", 0.02],
    ["missed_call_rate < .05", "<", 0.05],
    ["ttft_p95_ms <= 500", "<=", 500],
    ["ttft_p50_ms <= 0.4s", "<=", 400],
    ["tool_call_p99_ms < 900ms", "<", 900],
    ["cost_per_call_dollars <= $0.002", "<=", 0.002],
    ["cost_per_turn_dollars <= 0.0001", "<=", 0.0001],
    ["failed_rate <= 0.01", "<=", 0.01],
    ["missing_cases <= 10", "<=", 10],
    ["mine > 0.5", ">", 0.5],
  ])("%s is read", (text, sign, limit) => {
    expect(parseCondition(text, words)).toMatchObject({ kind: "figure", text: text.trim(), sign, limit });
  });

  test.each<[string, object]>([
    [
      "not_worse_than baseline",
      { kind: "not_worse", metrics: ["right_decision", "exact_call"], margin: null },
    ],
    ["not_worse_than baseline by 1pt", { kind: "not_worse", margin: 0.01 }],
    ["not_worse_than base by 0.5 points", { kind: "not_worse", margin: 0.005 }],
    ["exact_call not_worse_than baseline by 2%", { metrics: ["exact_call"], margin: 0.02 }],
    ["ttft_p95_ms not_worse_than baseline by 80ms", { metrics: ["ttft_ms"], margin: 80 }],
    ["better_than baseline", { kind: "better", metric: null }],
    ["cost better_than baseline", { kind: "better", metric: "cost" }],
  ])("%s is read", (text, read) => {
    expect(parseCondition(text, words)).toMatchObject(read);
  });

  test.each<[string, string]>([
    ["", "can't be read"],
    ["exact_call", "can't be read"],
    ["exact_call = 0.9", "can't be read"],
    ["exact_call >= high", 'needs a share like 0.9, 90% or 1pt, not "high"'],
    ["exact_call >= 90", "needs a share"],
    ["exact_call >= 0.9 and more", "needs a share"],
    ["exact_call >= -1", "needs a share"],
    ["exact_call >= 5ms", "needs a share"],
    ["ttft_p95_ms <= 90%", "needs milliseconds"],
    ["ttft_p95_ms <= $5", "needs milliseconds"],
    ["exactcall >= 0.9", "did you mean exact_call?"],
    ["p95 <= 500", "did you mean ttft_p95_ms or tool_call_p95_ms?"],
    ["ttft_ms <= 500", "did you mean ttft_p50_ms"],
    ["constructor >= 1", "there is no figure constructor"],
    ["nonsense >= 1", "there are"],
    ["nonsense better_than baseline", "there are right_decision, exact_call"],
    ["right_tool better_than baseline", "there is no figure right_tool to name there"],
    ["better_than base2", "compares with the baseline base"],
    ["better_than baseline by 1pt", 'better_than takes no "by"'],
    ["not_worse_than baseline by much", "needs a share"],
    ["not_worse_than baseline by 1", ""],
  ])("%s is refused or has a meaning", (text, sentence) => {
    if (sentence === "") expect(parseCondition(text, words)).toMatchObject({ margin: 1 });
    else expect(() => parseCondition(text, words)).toThrow(sentence);
    if (sentence !== "") expect(() => parseCondition(text, words)).toThrow(UsageError);
  });
});

describe("a gate", () => {
  test.each<[string, GateOn, boolean]>([
    ["exact_call >= 0.9", "figure", true],
    ["exact_call >= 0.9", "bound", false],
    ["exact_call >= 0.92", "figure", true],
    ["exact_call > 0.92", "figure", false],
    ["exact_call >= 0.85", "bound", true],
    ["exact_call <= 0.94", "bound", false],
    ["ttft_p95_ms <= 500", "figure", true],
    ["ttft_p95_ms <= 500", "bound", false],
    ["cost_per_call_dollars <= 1", "figure", false],
    ["bfcl_ast >= 0", "figure", false],
    ["failed_rate <= 0.02", "figure", true],
    ["failed_rate <= 0.02", "bound", true],
    ["failed_rate <= 0.019", "bound", false],
    ["missing_cases <= 0", "bound", true],
    ["exact_call better_than baseline", "figure", true],
    ["ttft_ms better_than baseline", "figure", false],
    ["exact_call not_worse_than baseline by 1pt", "figure", true],
    ["right_decision not_worse_than baseline by 3pt", "figure", true],
    ["right_decision not_worse_than baseline", "figure", false],
    ["not_worse_than baseline by 3pt", "figure", true],
    ["not_worse_than baseline by 1pt", "figure", false],
    ["better_than baseline", "figure", true],
  ])("%s on the %s is passed: %s", (text, on, passed) => {
    const found = checkCondition(parseCondition(text, words), facts({ on }));
    expect(found).toMatchObject({ condition: text, candidate: "tuned", passed });
    expect(found.because.length).toBeGreaterThan(10);
  });

  test("that compares can't be passed by the baseline itself, nor without a verdict", () => {
    const better = parseCondition("not_worse_than baseline by 50pt", words);
    expect(checkCondition(better, facts({ outcome: null }))).toMatchObject({ passed: false });
    expect(checkCondition(better, facts({ outcome: "no_verdict" }))).toMatchObject({ passed: false });
    expect(checkCondition(better, facts({ outcome: "worse" }))).toMatchObject({ passed: true });
  });

  test("is about the only other model, else the tuned one, else whom it names; or the baseline where it is alone", () => {
    const candidateOf = (names: readonly string[], candidate?: string) => {
      const { summary: of } = inventEvaluation({
        calls: 1,
        candidates: names.map((name) => ({ name, kind: name === "log" ? "log" : "model" })),
      });
      return planReport(of, { gate: ["exact_call >= 0.9"], candidate }).gate?.candidate;
    };
    expect(candidateOf(["log", "base", "mine"])).toBe("mine");
    expect(candidateOf(["base", "few", "tuned"])).toBe("tuned");
    expect(candidateOf(["base", "few", "tuned"], "few")).toBe("few");
    expect(candidateOf(["log", "base"])).toBe("base");
    expect(candidateOf(["log"])).toBe("log");
    expect(candidateOf(["log", "tuned"])).toBe("tuned");
    expect(() => candidateOf(["base", "one", "two"])).toThrow("name it with --candidate");
  });

  test("asks for few failures and no missing cases, unless it says otherwise", () => {
    const conditions = (gate: string[]) =>
      planReport(summary, { gate }).gate?.conditions.map(({ text }) => text);
    expect(conditions(["exact_call >= 0.9"])).toEqual([
      "exact_call >= 0.9",
      "failed_rate <= 0.02",
      "missing_cases <= 0",
    ]);
    expect(conditions(["failed_rate <= 0.1", "missing_cases <= 5"])).toEqual([
      "failed_rate <= 0.1",
      "missing_cases <= 5",
    ]);
    expect(conditions([])).toBeUndefined();
  });
});

function facts({ on = "figure", outcome = "better" }: { on?: GateOn; outcome?: Outcome | null }): GateFacts {
  const [result] = inventEvaluation({ calls: 1, candidates: [{ name: "tuned" }] }).summary.candidates;
  if (result === undefined) throw new Error("no candidate was invented");
  return {
    on,
    outcome,
    failedRate: figure(0.01, 0.005, 0.03),
    comparisons: [
      comparison("exact_call", { difference: 0.1, low: 0.06, high: 0.14, verdict: "better" }),
      comparison("right_decision", { difference: 0, low: -0.02, high: 0.02, verdict: "cant_tell_yet" }),
    ],
    result: {
      ...result,
      metrics: {
        exact_call: metric("exact_call", { rate: figure(0.92, 0.86, 0.95) }),
        ttft_ms: metric("ttft_ms", { p95: { value: 480, bounds: { low: 450, high: null } } }),
        bfcl_ast: metric("bfcl_ast", null),
      },
    },
  };
}

function figure(value: number, low: number, high: number): Figure {
  return { value, bounds: { low, high } };
}

function metric(scorer: string, figures: Metric["figures"]): Metric {
  return { scorer, cases: 200, calls: 60, figures };
}

function comparison(
  scorer: string,
  {
    difference,
    low,
    high,
    verdict,
  }: Pick<Comparison, "difference" | "verdict"> & { low: number; high: number },
): Comparison {
  return {
    scorer,
    figure: "rate",
    cases: 200,
    calls: 60,
    baseline: 0.8,
    candidate: 0.8 + difference,
    difference,
    bounds: { low, high },
    p: 0.01,
    margin: 0.01,
    verdict,
    moreCalls: null,
  };
}

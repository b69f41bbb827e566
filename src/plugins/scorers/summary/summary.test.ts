import { describe, expect, test } from "vitest";
import { type ScorerName, scorers } from "../index.ts";
import { compareScores } from "./compare.ts";
import type { ScoredRow } from "./scored-rows.ts";
import { summarize } from "./summarize.ts";

describe("a metric", () => {
  test("of shares counts arguments, and calls for its interval", () => {
    const rows = [row("a", 3, 4), row("a", 1, 1), row("b", 0, 1), row("c", 4, 4)];
    const metric = summarize({ name: "right_arguments", scorer: scorers.right_arguments }, rows, 1);
    expect(metric).toMatchObject({ cases: 4, calls: 3 });
    expect(metric.figures?.["rate"]?.value).toBeCloseTo(0.8, 9);
    expect(metric.figures?.["rate"]?.bounds?.low).toBeGreaterThan(0);
  });

  test("of whole calls takes the worst of each call's turns", () => {
    const rows = [row("a", 1), row("a", 0), row("b", 1), row("b", 1)];
    const metric = summarize({ name: "whole_call", scorer: scorers.whole_call }, rows, 1);
    expect(metric.figures?.["rate"]?.value).toBe(0.5);
  });

  test("of milliseconds has no upper bound as long as too few were measured", () => {
    const few = Array.from({ length: 60 }, (_, index) => row(`c${index}`, 100 + index));
    const figures = summarize({ name: "ttft_ms", scorer: scorers.ttft_ms }, few, 1).figures;
    expect(figures?.["p95"]).toMatchObject({ value: 156.05, bounds: { high: null } });
    expect(figures?.["p50"]?.bounds?.high).toBeGreaterThan(129);
    const many = Array.from({ length: 400 }, (_, index) => row(`c${index}`, 100 + (index % 50)));
    const p95 = summarize({ name: "ttft_ms", scorer: scorers.ttft_ms }, many, 1).figures?.["p95"];
    expect(p95?.bounds?.low).toBeLessThanOrEqual(p95?.value ?? 0);
    expect(p95?.bounds?.high).toBeGreaterThanOrEqual(p95?.value ?? 0);
  });

  test("of dollars is told by turn and by phone call", () => {
    const rows = [row("a", 0.001), row("a", 0.001), row("b", 0.004)];
    const { figures } = summarize({ name: "cost", scorer: scorers.cost }, rows, 1);
    expect(figures?.["per_turn"]?.value).toBeCloseTo(0.002, 9);
    expect(figures?.["per_call"]?.value).toBeCloseTo(0.003, 9);
  });

  test("of nothing is nothing, not 0", () => {
    expect(summarize({ name: "cost", scorer: scorers.cost }, [], 1).figures).toBeNull();
  });
});

describe("a comparison", () => {
  const calls = Array.from({ length: 100 }, (_, index) => `c${index}`);

  test("counts only cases that both models answered", () => {
    const baseline = calls.map((call) => row(call, 1));
    const found = compare("right_decision", baseline, baseline.slice(0, 40));
    expect(found).toMatchObject({ cases: 40, calls: 40, difference: 0 });
    expect(compare("right_decision", baseline, [])).toBeNull();
  });

  test("tells better, not worse, worse, and that it can't tell yet", () => {
    const right = (share: number) => calls.map((call, index) => row(call, index % 100 < share ? 1 : 0));
    expect(compare("right_decision", right(70), right(90))?.verdict).toBe("better");
    expect(compare("right_decision", right(90), right(70))?.verdict).toBe("worse");
    expect(compare("right_decision", right(90), right(90))?.verdict).toBe("not_worse");
    const open = compare("right_decision", right(90), right(88));
    expect(open?.verdict).toBe("cant_tell_yet");
    expect(open?.moreCalls).toBeGreaterThan(100);
    expect(compare("false_call_rate", right(90), right(70))?.verdict).toBe("better");
  });

  test("of shares stays within one share, however few calls there are", () => {
    const few = calls.slice(0, 3);
    const [none, all] = [0, 1].map((value) => few.map((call) => row(call, value)));
    expect(compare("right_decision", none ?? [], all ?? [])?.bounds?.high).toBe(1);
    expect(compare("right_decision", all ?? [], none ?? [])?.bounds?.low).toBe(-1);
  });

  test("of percentiles is the difference of the percentiles, on the same redrawn calls", () => {
    const baseline = calls.map((call, index) => row(call, 300 + index));
    const faster = calls.map((call, index) => row(call, 200 + index));
    const found = compare("ttft_ms", baseline, faster);
    expect(found).toMatchObject({ figure: "p95", verdict: "better" });
    expect(found?.difference).toBeCloseTo(-100, 6);
    expect(found?.bounds?.low).toBeCloseTo(-100, 6);
  });

  test("of shares of unlike numbers and of dollars redraws calls", () => {
    const baseline = calls.map((call) => row(call, 1, 2));
    const found = compare(
      "valid_call",
      baseline,
      calls.map((call) => row(call, 1, 1)),
    );
    expect(found).toMatchObject({ baseline: 0.5, candidate: 1, verdict: "better" });
    expect(found?.p).toBeLessThan(0.001);
    const cheaper = compare(
      "cost",
      calls.map((call) => row(call, 0.02)),
      calls.map((call) => row(call, 0.01)),
    );
    expect(cheaper).toMatchObject({ figure: "per_turn", verdict: "better" });
  });
});

function compare(name: ScorerName, baseline: readonly ScoredRow[], candidate: readonly ScoredRow[]) {
  return compareScores({ name, scorer: scorers[name], baseline, candidate, margin: 0.02, seed: 1 });
}

function row(callId: string, value: number, of = 1): ScoredRow {
  return { caseId: `${callId}#1`, callId, score: { value, of } };
}

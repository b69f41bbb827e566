import type { CandidateResult } from "../../src/domain/evaluation.ts";
import type { Comparison, Verdict } from "../../src/domain/verdict.ts";
import { correct } from "../../src/pipeline/report/compare-candidates.ts";
import { type HeadlineName, headlines } from "../../src/pipeline/report/headlines.ts";

/** A gain and how far its interval reaches to both sides, in points or milliseconds; p after correction. */
export type Told = readonly [scorer: HeadlineName, gain: number, reach: number, p?: number | null];

export function comparison([scorer, gain, reach, p = 0.001]: Told): Comparison {
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

export function result(changes: Partial<CandidateResult> = {}): CandidateResult {
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

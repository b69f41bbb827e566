import { z } from "zod";
import { Bounds } from "./metric.ts";

/** What a comparison shows of a candidate against the baseline. */
export const Verdict = z.enum(["better", "not_worse", "worse", "cant_tell_yet"]);
export type Verdict = z.infer<typeof Verdict>;

/** One metric of two models on the cases that both answered. */
export const Comparison = z.object({
  scorer: z.string(),
  /** `rate`, `p95`, `mean` … */
  figure: z.string(),
  cases: z.int(),
  calls: z.int(),
  baseline: z.number(),
  candidate: z.number(),
  /** Candidate − baseline, in the metric's own unit. */
  difference: z.number(),
  bounds: Bounds.nullable(),
  /** Chance of a difference as large if both were equal; null where no test fits. */
  p: z.number().nullable(),
  /** A difference smaller than this would not matter; set before the cases were seen. */
  margin: z.number().nonnegative(),
  verdict: Verdict,
  /** About how many more calls would tell, if they go on like these; null where it can be told or never will. */
  moreCalls: z.int().nullable(),
});
export type Comparison = z.infer<typeof Comparison>;

/** A difference with its bounds, counted so that more is better. */
interface Gain {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * `better` where the whole interval lies above 0; `not_worse` where it lies above −margin, whether or not it is below 0;
 * `worse` where it lies below 0 and may be worse by the margin; else nothing is shown yet. An interval that holds 0 is no
 * proof that two models are alike.
 */
export function verdictOf({ low, high }: Gain, margin: number): Verdict {
  if (low !== null && low > 0) return "better";
  if (low !== null && low > -margin) return "not_worse";
  return high !== null && high < 0 ? "worse" : "cant_tell_yet";
}

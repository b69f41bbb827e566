import { z } from "zod";
import { CandidateResult, CurvePoint } from "./evaluation.ts";
import { ArgumentError } from "./judgement.ts";
import { Comparison, Verdict } from "./verdict.ts";

/** What a report says of a candidate; `no_verdict` where too many requests failed, or nothing can be compared. */
export const Outcome = z.enum([...Verdict.options, "no_verdict"]);
export type Outcome = z.infer<typeof Outcome>;

/** One condition of a gate, and whether it holds. What can't be computed doesn't hold. */
export const GateResult = z.object({
  /** As written: `exact_call >= 0.9`. */
  condition: z.string(),
  candidate: z.string(),
  passed: z.boolean(),
  /** One sentence with the number that decided. */
  because: z.string(),
});
export type GateResult = z.infer<typeof GateResult>;

/** `figure`: the figure itself must hold. `bound`: so must the bound of its interval on the worse side. */
export const GateOn = z.enum(["figure", "bound"]);
export type GateOn = z.infer<typeof GateOn>;

const Ratio = z.number().nullable();

/** How often which tool was expected (`rows`) and used (columns), `(none)`, `(empty)` and `(unknown)` among them. */
export const ConfusionTable = z.object({
  tools: z.array(z.string()),
  /** `rows[expected][given]`, in the order of `tools`. */
  rows: z.array(z.array(z.int())),
});

/** All that a report says of one candidate. */
export const CandidateReport = z.object({
  result: CandidateResult,
  /** Against the baseline; empty for the baseline itself. p values are Holm's over all comparisons of the report. */
  comparisons: z.array(Comparison),
  /** Null for the baseline. */
  outcome: Outcome.nullable(),
  /** In words a founder understands, weightiest first. */
  reasons: z.array(z.string()),
  confusion: ConfusionTable,
  tools: z.array(
    z.object({ tool: z.string(), support: z.int(), precision: Ratio, recall: Ratio, f1: Ratio }),
  ),
  parameters: z.array(
    z.object({
      tool: z.string(),
      parameter: z.string(),
      comparator: z.string(),
      expected: z.int(),
      right: z.int(),
      errors: z.record(ArgumentError, z.int()),
      ungrounded: z.int(),
      f1: Ratio,
    }),
  ),
  /** Milliseconds, sorted: at most 200 quantiles of what was timed. */
  latencies: z.object({ ttftMs: z.array(z.number()), toolCallMs: z.array(z.number()) }),
});
export type CandidateReport = z.infer<typeof CandidateReport>;

/** `reports/<id>.json`: an evaluation's candidates compared, and the decision. The id is the evaluation's. */
export const Report = z.object({
  version: z.literal(1),
  id: z.string(),
  createdAt: z.iso.datetime(),
  /** SHA-256 of `results.jsonl`, which every number comes from. */
  resultsSha256: z.string(),
  manifestHash: z.string().nullable(),
  cases: z.object({ from: z.string(), count: z.int(), calls: z.int(), withToolCalls: z.int() }),
  /** Name of the candidate that the others are compared with. */
  baseline: z.string(),
  /** What a reader must know before the figures: cases that were never asked, few calls, unknown prices. */
  warnings: z.array(z.string()),
  /** By scorer, in its unit; set before the cases were seen. */
  margins: z.record(z.string(), z.number()),
  candidates: z.array(CandidateReport).min(1),
  gate: z.object({ passed: z.boolean(), on: GateOn, results: z.array(GateResult) }).nullable(),
  curve: z.array(CurvePoint),
  /** Whether more calls would help, in a sentence; null without a curve. */
  curveSays: z.string().nullable(),
  comparators: z.array(
    z.object({ tool: z.string(), parameter: z.string(), comparator: z.string(), because: z.string() }),
  ),
});
export type Report = z.infer<typeof Report>;

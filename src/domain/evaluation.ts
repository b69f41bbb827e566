import { z } from "zod";
import { FailureReason } from "./generation.ts";
import { Metric } from "./metric.ts";
import { ScoringOptions } from "./scoring-options.ts";
import { TextJudgeFacts } from "./text-judge.ts";
import { TokenPrice } from "./token-price.ts";

/** What one candidate is: the production log, or a model with what it is asked with. */
export const Candidate = z.object({
  /** Unique in its evaluation, as in reports and gates: `log`, `base`, `base+few-shot`, `tuned`. */
  name: z.string().min(1),
  /** `log`: what the agent really did, as the calls tell it. Nothing is asked. */
  kind: z.enum(["log", "model"]),
  /** Null for the log. */
  provider: z.string().nullable(),
  model: z.string().nullable(),
  /** Base URL that is asked; never holds a key. */
  address: z.string().nullable(),
  /** Stands in the place of the case's system prompt. */
  prompt: z.object({ name: z.string(), sha256: z.string() }).nullable(),
  /** So many examples of the training split before the case, never of its call or caller. */
  fewShot: z
    .object({
      examples: z.int().positive(),
      /** SHA-256 of `train.jsonl`: another training split makes another candidate. */
      trainingSha256: z.string().optional(),
    })
    .nullable(),
  temperature: z.number().nullable(),
  maxTokens: z.int().positive(),
  /** Present where it is asked by the provider's batch API: accuracy without latency. */
  batch: z.literal(true).optional(),
  /** Null where unknown: costs stay unknown. */
  price: TokenPrice.nullable(),
});
export type Candidate = z.infer<typeof Candidate>;

/** What came of one candidate. `asked` = answered + failed; cases that were never asked are in neither. */
export const CandidateResult = z.object({
  candidate: Candidate,
  answered: z.int(),
  failed: z.partialRecord(FailureReason, z.int()),
  /** Not asked yet: the evaluation was stopped, and running it again goes on. */
  missing: z.int(),
  /** By scorer. */
  metrics: z.record(z.string(), Metric),
});
export type CandidateResult = z.infer<typeof CandidateResult>;

/** What the embedded engine, or a provider, learnt from a share of the training split. */
export const CurvePoint = z.object({
  examples: z.int(),
  candidate: z.string(),
  metrics: z.record(z.string(), Metric),
});
export type CurvePoint = z.infer<typeof CurvePoint>;

/** `evaluations/<id>/summary.json`. */
export const EvaluationSummary = z.object({
  version: z.literal(1),
  id: z.string(),
  startedAt: z.iso.datetime(),
  /** Null while cases are missing. */
  endedAt: z.iso.datetime().nullable(),
  /** Decides few-shot ties, the order of requests, and redraws. */
  seed: z.int(),
  cases: z.object({
    /** The test split, or a file's name without its folders. */
    from: z.string(),
    /** Of `cases.jsonl`. */
    sha256: z.string(),
    count: z.int(),
    calls: z.int(),
    /** Cases that expect tool calls; the others expect a reply. */
    withToolCalls: z.int(),
    /** Cases that expect a tool which they don't offer, so that no model can be right there; absent for 0. */
    unoffered: z.int().optional(),
  }),
  /** The dataset's hash; null where the cases come of a file. */
  manifestHash: z.string().nullable(),
  scoring: ScoringOptions,
  /** Which comparator each parameter got, and why. */
  comparators: z.array(
    z.object({ tool: z.string(), parameter: z.string(), comparator: z.string(), because: z.string() }),
  ),
  /** What the judge of free texts did; absent where none is configured. */
  textJudge: TextJudgeFacts.optional(),
  candidates: z.array(CandidateResult).min(1),
  /** By rising number of examples; empty where no curve was asked for. */
  curve: z.array(CurvePoint),
});
export type EvaluationSummary = z.infer<typeof EvaluationSummary>;

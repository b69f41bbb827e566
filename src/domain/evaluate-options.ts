import { z } from "zod";
import { PriceOptions } from "./token-price.ts";

/** A candidate as the config names it; `--candidate NAME=SPEC` says the same in one line. */
export const CandidateOptions = z.strictObject({
  /** As in reports and gates. */
  name: z
    .string()
    .regex(/^[^\s=:,"][^=:,"\n]*$/, "takes a name without = : , and quotes")
    .max(60),
  /** `provider:model`, or `log` for what the agent really did. */
  model: z.string().min(1),
  /** A file whose text stands in the place of each case's system prompt. */
  prompt: z.string().min(1).optional(),
  /** So many examples of the training split before each case. */
  fewShot: z.int().min(1).max(50).optional(),
  /** Null leaves it to the provider. */
  temperature: z.number().min(0).max(2).nullable().default(0),
  maxTokens: z.int().min(1).default(1024),
  /** Base URL with its version, for a server of one's own: `http://127.0.0.1:8000/v1`. */
  url: z.string().optional(),
  /** US dollars for a million tokens, where the provider's table doesn't know the model. */
  price: PriceOptions.optional(),
});
export type CandidateOptions = z.infer<typeof CandidateOptions>;

/** `evaluate` of the config; a flag of the command comes before it. */
export const EvaluateOptions = z.strictObject({
  candidates: z.array(CandidateOptions).min(1).optional(),
  /** Requests at a time. */
  concurrency: z.int().min(1).max(500).optional(),
  /** Requests a candidate, before the first case, that are asked and thrown away. */
  warmUp: z.int().min(0).max(50).optional(),
  /** The longest that a reply may take. */
  timeoutSeconds: z.number().positive().max(300).optional(),
  seed: z.int().min(0).optional(),
  /** The most dollars that `--yes` says yes to. */
  maxPrice: z.number().min(0).optional(),
});
export type EvaluateOptions = z.infer<typeof EvaluateOptions>;

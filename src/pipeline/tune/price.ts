import type { JobSettings } from "../../domain/job.ts";
import type { TrainingPrice } from "../../plugins/providers/provider.ts";

/** Tokens of a file's rows as the base model counts them. */
export interface FileTokens {
  readonly rows: number;
  readonly tokens: number;
  readonly longestRow: number;
  /** False for an estimate. */
  readonly exact: boolean;
}

export interface BilledTokens {
  readonly training: number;
  readonly validation: number;
}

/**
 * What is counted: epochs × training tokens + evaluations × validation tokens; without packing each row counts as the
 * longest sequence. Source: docs.together.ai/docs/fine-tuning/pricing, read 2026-11-27.
 */
export function billedTokens(
  training: FileTokens,
  validation: FileTokens | null,
  settings: Pick<JobSettings, "epochs" | "evaluations" | "packing" | "maxTokens">,
): BilledTokens {
  const { epochs, evaluations, packing, maxTokens } = settings;
  const once =
    packing || maxTokens === null ? training.tokens : Math.max(training.tokens, training.rows * maxTokens);
  return { training: epochs * once, validation: evaluations * (validation?.tokens ?? 0) };
}

/** US dollars; null where nobody knows the rate. */
export function priceOf(
  { training, validation }: BilledTokens,
  price: TrainingPrice | undefined,
  kind: "lora" | "full",
): number | null {
  const rate = price?.[kind] ?? null;
  return rate === null ? null : ((training + validation) * rate) / 1e6;
}

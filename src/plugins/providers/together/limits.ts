import { z } from "zod";
import type { TuningLimits, UsualSettings } from "../tuning.ts";

export const optionalNumber = z
  .number()
  .nullish()
  .transform((number) => number ?? null);

const BatchReply = z.object({
  min_batch_size: optionalNumber,
  max_batch_size: optionalNumber,
});

export const LimitsReply = z.object({
  supports_tools: z.boolean().nullish(),
  supports_full_training: z.boolean().nullish(),
  max_num_epochs: optionalNumber,
  max_num_evals: optionalNumber,
  min_learning_rate: optionalNumber,
  max_learning_rate: optionalNumber,
  max_seq_length_sft: optionalNumber,
  min_max_seq_length: optionalNumber,
  lora_training: BatchReply.extend({ max_rank: optionalNumber }).nullish(),
  full_training: BatchReply.nullish(),
  /** calltune's own server alone. */
  defaults: z
    .object({
      n_epochs: optionalNumber,
      learning_rate: optionalNumber,
      batch_size: optionalNumber,
      training_type: z.string(),
    })
    .nullish(),
});

export function toLimits(reply: z.infer<typeof LimitsReply>): TuningLimits {
  const {
    min_learning_rate: least,
    max_learning_rate: most,
    lora_training: lora,
    full_training: full,
  } = reply;
  const canTrainAll = reply.supports_full_training !== false;
  return {
    supportsTools: reply.supports_tools ?? null,
    epochs: reply.max_num_epochs,
    evaluations: reply.max_num_evals,
    learningRate: least === null || most === null ? null : { least, most },
    maxTokens: reply.max_seq_length_sft,
    leastMaxTokens: reply.min_max_seq_length,
    lora: { ...toBatchLimits(lora), rank: lora?.max_rank ?? null },
    full: canTrainAll ? toBatchLimits(full) : null,
    usual: toUsual(reply.defaults ?? null),
  };
}

function toUsual(defaults: z.infer<typeof LimitsReply>["defaults"] | null): UsualSettings | null {
  if (defaults == null) return null;
  const { n_epochs: epochs, learning_rate: learningRate, batch_size: batchSize, training_type } = defaults;
  return { epochs, learningRate, batchSize, kind: training_type === "Full" ? "full" : "lora" };
}

function toBatchLimits(reply: z.infer<typeof BatchReply> | null | undefined) {
  return { leastBatch: reply?.min_batch_size ?? null, mostBatch: reply?.max_batch_size ?? null };
}

import { z } from "zod";

/**
 * What a job was asked to do, with nothing left open: written before it is answered for, never changed. The defaults that
 * filled it may change; a job that goes on after a restart keeps its own.
 */
export const JobOrder = z.object({
  version: z.literal(1),
  id: z.string(),
  /** ISO 8601. */
  createdAt: z.string(),
  model: z.string(),
  fromCheckpoint: z.string().nullable(),
  /** The checkpoint's file, from the folder of jobs; null where the base model is the start. */
  startFrom: z.string().nullable(),
  /** `<account>/<base>-<suffix>-<8 hex digits>`. */
  outputName: z.string(),
  suffix: z.string().nullable(),
  trainingFile: z.string(),
  validationFile: z.string().nullable(),
  trainingRows: z.int(),
  trainingBytes: z.int(),
  epochs: z.int(),
  checkpoints: z.int(),
  evaluations: z.int(),
  batchSize: z.int(),
  /** Batches whose gradients make one step. */
  accumulation: z.int(),
  learningRate: z.number(),
  warmupRatio: z.number(),
  weightDecay: z.number(),
  /** 0 doesn't clip. */
  maxGradientNorm: z.number(),
  lora: z.object({ rank: z.int(), alpha: z.number() }).nullable(),
  seed: z.int(),
  /** Evaluations without a better one before it ends early; null never does. */
  patience: z.int().nullable(),
  contextTokens: z.int(),
  packing: z.boolean(),
  /** What the user should know before it is learnt in vain. */
  warnings: z.array(z.string()),
});
export type JobOrder = z.infer<typeof JobOrder>;

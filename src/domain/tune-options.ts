import { z } from "zod";

/** The longest suffix a user may give: a dash and the order's id follow, and 64 characters are the most. */
export const longestSuffix = 55;

/** `tune` of the config; what is absent gets the provider's default for the base model. */
export const TuneOptions = z.strictObject({
  epochs: z.int().min(1).optional(),
  learningRate: z.number().positive().optional(),
  /** Examples in a step. */
  batchSize: z.int().min(1).optional(),
  /** 0 trains all weights. */
  loraRank: z.int().min(0).optional(),
  seed: z.int().min(0).optional(),
  /** Stands in the tuned model's name, before the order's id. */
  suffix: z
    .string()
    .max(longestSuffix)
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, "takes letters, digits, dashes, dots and underscores")
    .optional(),
  /** Address of the API, with its version: `https://api.together.ai/v1`. */
  baseUrl: z.string().optional(),
  /** The most dollars that `--yes` says yes to. */
  maxPrice: z.number().min(0).optional(),
});
export type TuneOptions = z.infer<typeof TuneOptions>;

import { z } from "zod";
import { PriceOptions } from "./token-price.ts";

/** How the values of one parameter are compared, where the guess from its schema and name isn't right. */
export const ParameterRule = z.strictObject({
  /** Name of a comparator (docs/evaluation.md lists them). */
  comparator: z.string().optional(),
  /** A list whose order doesn't matter. */
  unordered: z.boolean().optional(),
  /** Words for the same thing: `[["San Francisco", "SF"]]`. */
  aliases: z.array(z.array(z.string()).min(2)).optional(),
  /** The token F1 from which free texts count as the same. */
  atLeast: z.number().min(0).max(1).optional(),
});
export type ParameterRule = z.infer<typeof ParameterRule>;

/** A language model that decides whether two free texts ask for the same. */
export const TextJudge = z.strictObject({
  provider: z.string().min(1),
  model: z.string().min(1),
  /** Base URL with its version, for a provider that calltune doesn't know. */
  url: z.string().optional(),
  /** Where the provider's table doesn't know the model. */
  price: PriceOptions.optional(),
});
export type TextJudge = z.infer<typeof TextJudge>;

/** `calltune.config.ts`, `scoring`: what calltune can't know of the tools. */
export const ScoringOptions = z.strictObject({
  /** By `tool.parameter` or `*.parameter`: a comparator's name, or a whole rule. */
  parameters: z.record(z.string(), z.union([z.string(), ParameterRule])).default({}),
  /** ISO 3166 code of the country whose phone numbers need no prefix and whose dates are written its way. */
  country: z.string().length(2).default("US"),
  /** Asked about free texts that aren't the same by their letters; without it their words are counted. */
  judge: TextJudge.optional(),
});
export type ScoringOptions = z.infer<typeof ScoringOptions>;

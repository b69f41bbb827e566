import { z } from "zod";
import { SplitShares } from "./split.ts";

/** How calls become a dataset; every key has a default, and what was used stands in the manifest. */
export const BuildOptions = z.strictObject({
  /** Seeds the split, the sampling under caps, and nothing else. */
  seed: z.string().min(1).default("calltune"),
  /** One example per decision of the agent, or one per call with a weight on each message. */
  rows: z.enum(["decision", "call"]).default("decision"),
  /** Label rules to switch off, by name: `{ ungrounded: false }`. */
  rules: z.record(z.string(), z.boolean()).default({}),
  /** Plain replies make up at most this share of each split's examples. */
  replyShare: z.number().min(0).max(1).default(0.5),
  /** Most examples of one tool, over all splits. */
  maxPerTool: z.int().min(1).nullable().default(2000),
  /** Most examples with the same words but for values, over all splits. */
  maxPerTemplate: z.int().min(1).nullable().default(100),
  duplicates: z
    .strictObject({
      exact: z.boolean().default(true),
      near: z.boolean().default(true),
      /** Jaccard similarity of word triples from which two contexts with the same label count as one. */
      similarity: z.number().min(0.5).max(1).default(0.9),
    })
    .prefault({}),
  split: SplitShares,
  /** Calls that started at or after this instant are the test split; their callers' earlier calls are left out. */
  testSince: z.iso.datetime({ offset: true }).nullable().default(null),
  /** The build says no when more than `maxShare` of the test examples have a train neighbour this similar. */
  contamination: z
    .strictObject({
      similarity: z.number().min(0.5).max(1).default(0.9),
      maxShare: z.number().min(0).max(1).default(0.01),
    })
    .prefault({}),
  /** Longer examples are rejected; null takes the target model's context. */
  maxTokens: z.int().min(1).nullable().default(null),
});
export type BuildOptions = z.infer<typeof BuildOptions>;

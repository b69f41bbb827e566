import { z } from "zod";
import { unitInterval } from "../lib/hash.ts";

export const splits = ["train", "validation", "test"] as const;
export const Split = z.enum(splits);
export type Split = z.infer<typeof Split>;

/** The shares that are not learnt from; the rest is `train`. */
export const SplitShares = z
  .strictObject({
    validation: z.number().min(0).max(0.5).default(0.1),
    test: z.number().min(0).max(0.5).default(0.1),
  })
  .prefault({});
export type SplitShares = z.infer<typeof SplitShares>;

/**
 * Puts all calls of one caller into one split, so that no caller's words are both learnt and tested. The choice
 * depends on the caller's id (the call's, where the caller is unknown) and the seed alone: new calls never move
 * old ones.
 */
export function splitOf(callerOrCallId: string, seed: string, shares: SplitShares): Split {
  const point = unitInterval(`${seed}:${callerOrCallId}`);
  if (point < shares.test) return "test";
  if (point < shares.test + shares.validation) return "validation";
  return "train";
}

import { z } from "zod";
import { FailureReason } from "./generation.ts";
import { Judgement } from "./judgement.ts";

/** So much right out of so much: 1 of 1 for a reply, 3 of 4 for its arguments; milliseconds or dollars of 1. */
export const Score = z.object({ value: z.number(), of: z.number().positive() });
export type Score = z.infer<typeof Score>;

const shared = { caseId: z.string(), callId: z.string(), candidate: z.string() };

/** One line of `results.jsonl`. A failed case is neither right nor wrong. */
export const ScoredCase = z.discriminatedUnion("outcome", [
  z.object({
    ...shared,
    outcome: z.literal("scored"),
    judgement: Judgement,
    /** By scorer; null where a scorer doesn't apply to the case. Never 0 for that. */
    scores: z.record(z.string(), Score.nullable()),
  }),
  z.object({ ...shared, outcome: z.literal("failed"), reason: FailureReason }),
]);
export type ScoredCase = z.infer<typeof ScoredCase>;

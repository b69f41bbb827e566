import { z } from "zod";

/** One line of `text-verdicts.jsonl`: what a judge said of two free texts. Asked once, kept for good. */
export const TextVerdict = z.object({
  /** Of the prompt it was asked with: another prompt is another judge. */
  promptVersion: z.string(),
  /** `provider:model`. */
  judge: z.string(),
  expected: z.string(),
  given: z.string(),
  /** Null where its answer was neither yes nor no. */
  same: z.boolean().nullable(),
});
export type TextVerdict = z.infer<typeof TextVerdict>;

/** How far a judge was asked and believed, to stand beside the numbers that hang on it. */
export const TextJudgeFacts = z.object({
  judge: z.string(),
  promptVersion: z.string(),
  /** False where it got a control wrong, or was never asked about one: then words are counted instead. */
  believed: z.boolean(),
  controls: z.int(),
  /** Names of the controls that it got wrong. */
  wrongControls: z.array(z.string()),
  /** Pairs of texts, different ones only. */
  same: z.int(),
  different: z.int(),
  /** It answered neither, so that words are counted. */
  undecided: z.int(),
  /** Nobody was asked (a re-score), so that words are counted. */
  unasked: z.int(),
});
export type TextJudgeFacts = z.infer<typeof TextJudgeFacts>;

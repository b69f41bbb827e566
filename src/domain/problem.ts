import { z } from "zod";

/** Why something in a source can't be read. */
export const ProblemReason = z.enum([
  "not_json",
  "not_a_record",
  "no_id",
  "duplicate_id",
  "no_transcript",
  "empty_transcript",
  "transcript_unreadable",
  "turn_unreadable",
  "messages_unreadable",
  "tools_unreadable",
  "tool_call_unreadable",
  "tool_call_unplaced",
  "tool_call_without_call",
  "result_without_tool_call",
  "too_large",
  "not_utf8",
]);
export type ProblemReason = z.infer<typeof ProblemReason>;

/**
 * One line of `problems.jsonl`. Scope `call`: the whole call could not be kept. Scope `part`: the call was kept
 * without this part of it. Never holds caller's words.
 */
export const Problem = z.object({
  /** `table:key`, or `file:line`. */
  place: z.string(),
  scope: z.enum(["call", "part"]),
  reason: ProblemReason,
  /** Which field, which position; never a value. */
  detail: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

import { z } from "zod";
import type { ToolCall } from "./tool.ts";

/**
 * Why a decision of the agent is not an example. The last group comes of the dataset as a whole: `corrected` only where
 * a whole call is one example, since what the agent should have done can't stand there beside what it did.
 */
export const RejectReason = z.enum([
  // what the decision is
  "before_caller",
  "empty_reply",
  "interrupted",
  // what the tool call says
  "arguments_not_json",
  "unknown_tool",
  "schema_invalid",
  "ungrounded",
  // what happened then
  "unfinished",
  "failed",
  "contradicted",
  // what the dataset needs
  "corrected",
  "caller_in_test",
  "duplicate_exact",
  "duplicate_near",
  "over_tool_cap",
  "over_template_cap",
  "over_reply_share",
  "too_long",
  "dialect_rule",
]);
export type RejectReason = z.infer<typeof RejectReason>;

/** What of a rejected decision broke the rule: names only, never a value. */
export interface RejectDetail {
  /** Which argument, as keys from the outside in with dots between them; places in lists are left out. */
  readonly argument?: string;
  /** Which keyword of the schema. */
  readonly keyword?: string;
  readonly tool?: string;
}

/** What is to be learnt from one decision. */
export type Label =
  /** What the agent did was right. */
  | { readonly verdict: "good" }
  /** What the agent should have done: the tool calls that came right later. */
  | { readonly verdict: "corrected"; readonly toolCalls: readonly ToolCall[] }
  | { readonly verdict: "rejected"; readonly reason: RejectReason; readonly detail?: RejectDetail };

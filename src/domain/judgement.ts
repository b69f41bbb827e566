import { z } from "zod";

/**
 * What a reply decided, against what was expected. `missed_call` and `extra_call` count tool calls without a counterpart;
 * `wrong_tool` is a tool call in the place of another. `empty`: a reply was due, and neither a word nor a tool call came, which
 * is dead air to a caller; silence where tool calls were due is a `missed_call`.
 */
export const Decision = z.enum([
  "reply",
  "empty",
  "right_tool",
  "wrong_tool",
  "missed_call",
  "extra_call",
  "wrong_order",
  "false_call",
]);
export type Decision = z.infer<typeof Decision>;

/** Why a tool call can't be executed as it is: the first of these that holds. */
export const ToolCallFault = z.enum(["unknown_tool", "arguments_not_json", "schema_invalid"]);
export type ToolCallFault = z.infer<typeof ToolCallFault>;

/** In what way an argument is wrong. */
export const ArgumentError = z.enum([
  "missing",
  "extra",
  "wrong_value",
  /** Another JSON type than the schema's, or than the expected value's. */
  "wrong_type",
  /** The right value in a form that the schema forbids: the tool would refuse it. */
  "wrong_format",
  "not_in_enum",
]);
export type ArgumentError = z.infer<typeof ArgumentError>;

export const ArgumentVerdict = z.object({
  /** Keys from the outside in with dots between them; places in lists are left out. */
  parameter: z.string(),
  /** Null where it is right. */
  error: ArgumentError.nullable(),
  /** The comparator that decided. */
  comparator: z.string(),
  /** True where it is given, wrong or extra, and nobody in the call had said it. */
  ungrounded: z.boolean(),
});
export type ArgumentVerdict = z.infer<typeof ArgumentVerdict>;

/** A tool call that is expected, made, or both: the pairs of the best assignment, then what has no counterpart. */
export const JudgedToolCall = z.object({
  /** Null where nothing like it was expected. */
  expected: z.string().nullable(),
  /** The tool that was used; null where the tool call is missing. */
  given: z.string().nullable(),
  fault: ToolCallFault.nullable(),
  /** Of a tool call that nobody expected, all are extra; empty where nothing can be read. */
  arguments: z.array(ArgumentVerdict),
  /** How many arguments are expected. */
  expectedArguments: z.int(),
  /** The right tool, no fault, and every argument right. */
  exact: z.boolean(),
});
export type JudgedToolCall = z.infer<typeof JudgedToolCall>;

/** All that is to be said of one reply to one case. */
export const Judgement = z.object({
  decision: Decision,
  toolCalls: z.array(JudgedToolCall),
  /** The right decision, and every tool call exact: what a caller notices. */
  exact: z.boolean(),
  /** A tool call written into the spoken text: said aloud, not executed. */
  callInText: z.boolean(),
  /** The very tool calls that were due later in the call. */
  premature: z.boolean(),
  /** The reply was cut off by the token limit. */
  truncated: z.boolean(),
});
export type Judgement = z.infer<typeof Judgement>;

/** Whether the reply decided rightly: spoke where it should, or used the right tools in an order that is allowed. */
export function decidedRightly({ decision, callInText }: Judgement): boolean {
  return (decision === "right_tool" || decision === "reply") && !callInText;
}

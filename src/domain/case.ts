import { z } from "zod";
import { type Json, parseJsonObject } from "../lib/json.ts";
import { Message } from "./message.ts";
import { Tool, ToolCall } from "./tool.ts";

const AnyJson = z.custom<Json>((value) => value !== undefined, "expected a JSON value");

/** A tool call that is due, with what else would be as right. */
export const ExpectedToolCall = z.object({
  name: z.string().min(1),
  /** The raw text of a JSON object. */
  arguments: z
    .string()
    .refine((text) => parseJsonObject(text) !== undefined, "expected a JSON object as text"),
  /** Further right values by parameter, written as in reports (`items.size`): sound-alike names, either Friday. */
  accepted: z.record(z.string(), z.array(AnyJson)).optional(),
});
export type ExpectedToolCall = z.infer<typeof ExpectedToolCall>;

/** What a good agent does next: it speaks, or it uses tools. */
export const ExpectedReply = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("reply"),
    /** What the agent said; null where nobody knows. Not compared, only shown. */
    text: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("calls"),
    toolCalls: z.array(ExpectedToolCall).min(1),
    /** Tool calls of one turn have no order, unless one needs what another does first. */
    order: z.enum(["any", "listed"]).default("any"),
  }),
]);
export type ExpectedReply = z.infer<typeof ExpectedReply>;

/** A case of the Berkeley Function Calling Leaderboard as published, for its own rules. */
export const BfclEntry = z.object({
  /** `simple_python`, `multiple`, `parallel`, `parallel_multiple`, `irrelevance`. */
  category: z.string(),
  /** Raw JSON texts: BFCL tells 5 from 5.0, which parsing doesn't. */
  functions: z.string(),
  /** `[{"function": {"parameter": [accepted values]}}]`; null where no call is due. */
  possibleAnswer: z.string().nullable(),
});
export type BfclEntry = z.infer<typeof BfclEntry>;

/**
 * One question of an evaluation: what the model sees at one decision of a held-out call (everything before is what
 * really happened), and the reply expected.
 */
export const Case = z.object({
  id: z.string().min(1),
  /** The call it was cut from. Cases of one call share their luck, so intervals count calls. */
  callId: z.string().min(1),
  /** Who called: an opaque id; null where unknown. */
  caller: z.string().nullable(),
  /** ISO 8601 instant at which the call began; null where unknown, and "tomorrow" then means no day. */
  callStartedAt: z.string().nullable(),
  messages: z.array(Message).min(1),
  tools: z.array(Tool),
  expected: ExpectedReply,
  /** The tool calls that came right later in the call, where a reply is expected: making them now is premature. */
  next: z.array(ToolCall).optional(),
  bfcl: BfclEntry.optional(),
});
export type Case = z.infer<typeof Case>;

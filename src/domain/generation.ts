import { z } from "zod";
import { AssistantMessage } from "./message.ts";

/** What a request used, as the provider told it. */
export const Usage = z.object({
  /** All of the prompt, with what came from a cache. */
  promptTokens: z.int().nonnegative(),
  /** The part of the prompt that a cache had, at its own price. */
  cachedPromptTokens: z.int().nonnegative(),
  /** With reasoning. */
  completionTokens: z.int().nonnegative(),
  /** Counted by ourselves: the provider told nothing. */
  estimated: z.boolean(),
});
export type Usage = z.infer<typeof Usage>;

/** Milliseconds from the moment the request was sent, by a clock that never jumps; retries and waits included. */
export const Latency = z.object({
  /** The first piece of content, reasoning or tool call; a chunk that only names the role is none. */
  firstTokenMs: z.number().nonnegative().nullable(),
  /** The last tool call was complete, so that the agent could act; null where none was made. */
  toolCallsMs: z.number().nonnegative().nullable(),
  totalMs: z.number().nonnegative(),
  /** Requests made until one was answered. */
  attempts: z.int().positive(),
  /** Pieces it came in: 1 means that the server kept everything until the end. */
  chunks: z.int().nonnegative(),
});
export type Latency = z.infer<typeof Latency>;

/** Why a request was never answered. */
export const FailureReason = z.enum([
  "timeout",
  "rate_limited",
  "connection",
  "server_error",
  "refused",
  "not_a_reply",
]);
export type FailureReason = z.infer<typeof FailureReason>;

const shared = { caseId: z.string(), candidate: z.string() };

/** A candidate's reply to a case. */
export const AnsweredGeneration = z.object({
  ...shared,
  outcome: z.literal("answered"),
  message: AssistantMessage,
  /** `length`: cut off, so that its arguments may be too. */
  finishReason: z.enum(["stop", "tool_calls", "length", "content_filter", "other"]),
  /** Null where neither the provider told nor anything could be counted. */
  usage: Usage.nullable(),
  /** Null where it was not measured: a batch, or the production log. */
  latency: Latency.nullable(),
});
export type AnsweredGeneration = z.infer<typeof AnsweredGeneration>;

/** A request that failed for good: neither right nor wrong. */
export const FailedGeneration = z.object({
  ...shared,
  outcome: z.literal("failed"),
  reason: FailureReason,
  /** HTTP status, where there was one. */
  status: z.int().nullable(),
  /** What it had cost until then; a timeout is as long as its limit. Null where it was not measured: a batch. */
  totalMs: z.number().nonnegative().nullable(),
  attempts: z.int().positive(),
});
export type FailedGeneration = z.infer<typeof FailedGeneration>;

/** One line of `generations.jsonl`: what came of asking one candidate one case. */
export const Generation = z.discriminatedUnion("outcome", [AnsweredGeneration, FailedGeneration]);
export type Generation = z.infer<typeof Generation>;

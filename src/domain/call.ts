import { z } from "zod";
import { isJsonObject, type JsonObject } from "../lib/json.ts";
import { Tool } from "./tool.ts";

/** One use of a tool in a call, with what came back. */
export const MadeToolCall = z.object({
  /** As logged, or invented by the call format where the log has none; not unique within a call. */
  id: z.string(),
  name: z.string(),
  /** The raw text; broken JSON stays as it is, it is evidence. */
  arguments: z.string(),
  /** The raw text of what came back; null where nothing did (hang-up, crash). */
  result: z.string().nullable(),
  /** The log's own flag; null where it keeps none. It speaks of transport as often as of success. */
  succeeded: z.boolean().nullable(),
  latencyMs: z.number().nonnegative().optional(),
});
export type MadeToolCall = z.infer<typeof MadeToolCall>;

/** What a caller said in one go. */
export const CallerTurn = z.object({
  role: z.literal("caller"),
  text: z.string(),
  /** Milliseconds from the start of the call. */
  atMs: z.number().optional(),
  /** The speech recogniser's own confidence, 0…1. */
  confidence: z.number().min(0).max(1).optional(),
});

/**
 * What the agent did in one go: said something, used tools side by side, or both. What came back stands in its
 * tool calls; what it said after seeing that is its next turn.
 */
export const AgentTurn = z.object({
  role: z.literal("agent"),
  text: z.string(),
  toolCalls: z.array(MadeToolCall),
  /** The caller cut in; `text` is what was heard. */
  interrupted: z.boolean().optional(),
  atMs: z.number().optional(),
});

/** An instruction put in while the call went on (hand-over, injected context). */
export const SystemTurn = z.object({
  role: z.literal("system"),
  text: z.string(),
  atMs: z.number().optional(),
});

export const Turn = z.discriminatedUnion("role", [CallerTurn, AgentTurn, SystemTurn]);
export type Turn = z.infer<typeof Turn>;
export type CallerTurn = z.infer<typeof CallerTurn>;
export type AgentTurn = z.infer<typeof AgentTurn>;

/** The business the agent spoke for, with the columns a system-prompt template may use. */
export const Tenant = z.object({
  id: z.string(),
  columns: z.custom<JsonObject>(isJsonObject, "expected an object of columns"),
});
export type Tenant = z.infer<typeof Tenant>;

/** One finished phone call: one line of `calls.jsonl`. */
export const Call = z.object({
  /** Unique in its source, and the same each time it is pulled. */
  id: z.string().min(1),
  /** Who called: an opaque id, the same for the same number; null where unknown. Never the number. */
  caller: z.string().nullable(),
  tenant: Tenant.nullable(),
  /** ISO 8601 instants. */
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  status: z.string().nullable(),
  /** The log's own word for how it ended. */
  outcome: z.string().nullable(),
  model: z.string().nullable(),
  systemPrompt: z.string().nullable(),
  /** Null where the log doesn't say which tools the agent had. */
  tools: z.array(Tool).nullable(),
  turns: z.array(Turn),
});
export type Call = z.infer<typeof Call>;

import { z } from "zod";

const name = z.string().min(1);
/** A column that not every log has; null where yours hasn't. */
const column = (usual: string | null) => name.nullable().default(usual);

/** One row a call. */
const CallsTable = z.strictObject({
  table: name.default("calls"),
  id: name.default("id"),
  sid: column("call_sid"),
  tenant: column("tenant_id"),
  status: column("status"),
  direction: column("direction"),
  fromNumber: column("from_number"),
  /** The caller's number where the agent made the call. */
  toNumber: column(null),
  startedAt: column("started_at"),
  endedAt: column("ended_at"),
  outcome: column("outcome"),
  systemPrompt: column(null),
  tools: column(null),
  model: column(null),
  /** Unused where turns are rows of their own. */
  transcript: name.default("transcript"),
});

/** One row a business; `columns` are what a system-prompt template may use. */
const TenantsTable = z.strictObject({
  table: name.default("tenants"),
  id: name.default("id"),
  columns: z.array(name).default(["business_name", "industry", "agent_name", "agent_personality"]),
});

/** One row a tool call. */
const ToolCallsTable = z.strictObject({
  table: name.default("llm_function_calls"),
  id: name.default("id"),
  /** Equals `callColumn` of the call; that is the call's `sid`, else its `id`, where null. */
  callKey: name.default("call_sid"),
  callColumn: name.nullable().default(null),
  name: name.default("function_name"),
  arguments: name.default("arguments"),
  result: name.default("result"),
  succeeded: column("success"),
  /** What the caller had said: places the tool call where the transcript keeps no times. */
  userMessage: column("user_message"),
  createdAt: column("created_at"),
  latencyMs: column(null),
});

/** One row a turn. */
const TurnRows = z.strictObject({
  layout: z.literal("rows"),
  table: name.default("transcripts"),
  id: name.default("id"),
  /** Equals `callColumn` of the call, which is the call's `id` where null. */
  callKey: name.default("call_id"),
  callColumn: name.nullable().default(null),
  role: name.default("role"),
  text: name.default("content"),
  at: column("created_at"),
  /** A number that counts the turns of a call; comes before `at`. */
  order: column(null),
});

export const TablesOptions = z.strictObject({
  calls: CallsTable.prefault({}),
  tenants: TenantsTable.nullable().prefault({}),
  /** `"embedded"`: tool calls stand in the transcript, as in OpenAI's messages. */
  toolCalls: z.union([ToolCallsTable, z.literal("embedded")]).prefault({}),
  /** One JSON array, one text (`AI: …` / `User: …`), or rows of a table of turns. */
  transcript: z.union([z.enum(["array", "text"]), TurnRows]).default("array"),
  /** Names of speakers besides the usual ones (agent, assistant, AI, bot; user, caller, customer, human). */
  speakers: z
    .strictObject({ agent: z.array(name).default([]), caller: z.array(name).default([]) })
    .prefault({}),
  /** Tool calls logged within so many milliseconds, nobody speaking between, were made side by side. */
  sideBySideMs: z.number().min(0).default(250),
});
export type TablesOptions = z.infer<typeof TablesOptions>;
export type ToolCallsTable = z.infer<typeof ToolCallsTable>;
export type TurnRows = z.infer<typeof TurnRows>;

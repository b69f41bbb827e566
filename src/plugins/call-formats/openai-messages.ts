import { z } from "zod";
import type { Call, Tenant } from "../../domain/call.ts";
import { sha256 } from "../../lib/hash.ts";
import { canonicalJson, isJsonObject, type JsonObject } from "../../lib/json.ts";
import type { CallFormat, ParseContext, ParsedRecord } from "./call-format.ts";
import { type LoggedMessages, loggedMessages } from "./openai-messages/logged-messages.ts";
import { saysSomething } from "./reading/entry.ts";
import { firstAt, wordOf } from "./reading/fields.ts";
import { joinSplitToolCalls } from "./reading/join-split-tool-calls.ts";
import { decoded } from "./reading/jsonish.ts";
import { outcomeWord } from "./reading/outcome.ts";
import { createProblemList, lost } from "./reading/problem-list.ts";
import { readEntries } from "./reading/read-entries.ts";
import { readTools } from "./reading/read-tools.ts";
import { noSpeakers } from "./reading/roles.ts";
import { takeSystemPrompt } from "./reading/system-prompt.ts";
import { epochMs, isoInstant } from "./reading/times.ts";
import { turnsFromEntries } from "./reading/turns-from-entries.ts";

/** Field names to try in turn; a dot goes into an object. One name may stand alone. */
const fieldNames = (...names: string[]) =>
  z.union([z.array(z.string().min(1)), z.string().min(1).transform((name) => [name])]).default(names);

export const OpenAiMessagesOptions = z.strictObject({
  id: fieldNames("call_id", "callId", "id", "call_sid", "conversation_id", "session_id", "metadata.call_id"),
  caller: fieldNames(
    "caller",
    "caller_id",
    "from_number",
    "from",
    "customer_number",
    "phone_number",
    "metadata.caller",
  ),
  tenant: fieldNames("tenant", "tenant_id", "metadata.tenant", "metadata.tenant_id"),
  startedAt: fieldNames("started_at", "startedAt", "start_time", "start_timestamp", "created_at", "timestamp"),
  endedAt: fieldNames("ended_at", "endedAt", "end_time", "end_timestamp"),
  status: fieldNames("status", "call_status"),
  outcome: fieldNames("outcome", "disposition", "metadata.outcome"),
  model: fieldNames("model", "request.model", "response.model", "metadata.model"),
  systemPrompt: fieldNames("system_prompt", "systemPrompt", "instructions", "system"),
});
export type OpenAiMessagesOptions = z.infer<typeof OpenAiMessagesOptions>;

export const openAiMessages: CallFormat<OpenAiMessagesOptions> = {
  about: "OpenAI chat messages: one call a record, or one request to the model with its response",
  options: OpenAiMessagesOptions,
  selection: () => null,
  parse(record, context, options) {
    const fields = Array.isArray(record) ? { messages: record } : record;
    if (!isJsonObject(fields)) return lost(context.place, { reason: "not_a_record" });
    const logged = loggedMessages(fields);
    if ("reason" in logged) return lost(context.place, logged);
    return readCall(fields, logged, { context, options });
  },
};

interface Reading {
  readonly context: ParseContext;
  readonly options: OpenAiMessagesOptions;
}

function readCall(record: JsonObject, logged: LoggedMessages, { context, options }: Reading): ParsedRecord {
  const problems = createProblemList(context.place);
  const entries = joinSplitToolCalls(
    readEntries(logged.messages, "messages", { speakers: noSpeakers, problems }),
  );
  if (entries.length === 0 && problems.parts.length > 0)
    return lost(context.place, { reason: "messages_unreadable" }, problems.parts);
  if (!saysSomething(entries)) return lost(context.place, { reason: "empty_transcript" }, problems.parts);
  const startedAt = isoInstant(firstAt(record, options.startedAt));
  const turns = turnsFromEntries(entries, { startedAtMs: epochMs(startedAt), problems });
  const callKey = wordOf(firstAt(record, options.id));
  const call: Call = {
    id: (logged.oneRequest ? logged.requestId : callKey) ?? hashedId(record),
    caller: callerOf(record, { context, options }, logged.oneRequest ? callKey : null),
    tenant: tenantOf(firstAt(record, options.tenant)),
    startedAt,
    endedAt: isoInstant(firstAt(record, options.endedAt)),
    status: wordOf(firstAt(record, options.status)),
    outcome: outcomeWord(firstAt(record, options.outcome)),
    model: wordOf(firstAt(record, options.model)),
    tools: readTools(logged.tools, problems),
    ...takenPrompt(turns, wordOf(firstAt(record, options.systemPrompt))),
  };
  return { call, problems: problems.parts };
}

import { z } from "zod";
import type { Call, Tenant } from "../../domain/call.ts";
import { sha256 } from "../../lib/hash.ts";
import { canonicalJson, isJsonObject, isTooDeep, type Json, type JsonObject } from "../../lib/json.ts";
import type { CallFormat, ParseContext, ParsedRecord } from "./call-format.ts";
import { type LoggedMessages, loggedMessages } from "./openai-messages/logged-messages.ts";
import { isOutbound } from "./reading/direction.ts";
import { saysSomething } from "./reading/entry.ts";
import { firstAt, firstOf, wordOf } from "./reading/fields.ts";
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

/** Fields to try in turn; a dot goes into an object. */
const fields = (...names: string[]) => z.array(z.string().min(1)).default(names);

export const OpenAiMessagesOptions = z.strictObject({
  id: fields("call_id", "callId", "id", "call_sid", "conversation_id", "session_id", "metadata.call_id"),
  caller: fields("caller", "caller_id", "from_number", "from", "customer_number", "metadata.caller"),
  tenant: fields("tenant", "tenant_id", "metadata.tenant", "metadata.tenant_id"),
  startedAt: fields("started_at", "startedAt", "start_time", "start_timestamp", "created_at", "timestamp"),
  endedAt: fields("ended_at", "endedAt", "end_time", "end_timestamp"),
  status: fields("status", "call_status"),
  outcome: fields("outcome", "disposition", "metadata.outcome"),
  model: fields("model", "request.model", "response.model", "metadata.model"),
  systemPrompt: fields("system_prompt", "systemPrompt", "instructions", "system"),
});
export type OpenAiMessagesOptions = z.infer<typeof OpenAiMessagesOptions>;

export const openAiMessages: CallFormat<OpenAiMessagesOptions> = {
  about: "OpenAI chat messages: a whole call a record, or one request to the model with its response",
  options: OpenAiMessagesOptions,
  selection: () => null,
  parse(raw, context, options) {
    const record = Array.isArray(raw) ? { messages: raw } : raw;
    if (!isJsonObject(record)) return lost(context.place, { reason: "not_a_record" });
    if (isTooDeep(record)) return lost(context.place, { reason: "too_large", detail: "nested too deeply" });
    const logged = loggedMessages(record);
    if ("reason" in logged) return lost(context.place, logged);
    return readCall(logged, { record, context, options });
  },
};

interface Reading {
  readonly record: JsonObject;
  readonly context: ParseContext;
  readonly options: OpenAiMessagesOptions;
}

function readCall({ messages, tools, request }: LoggedMessages, reading: Reading): ParsedRecord {
  const { record, context, options } = reading;
  const problems = createProblemList(context.place);
  const entries = joinSplitToolCalls(readEntries(messages, "messages", { speakers: noSpeakers, problems }));
  if (entries.length === 0 && messages.length > 0)
    return lost(context.place, { reason: "messages_unreadable" }, problems.parts);
  if (!saysSomething(entries)) return lost(context.place, { reason: "empty_transcript" }, problems.parts);
  const startedAt = isoInstant(firstAt(record, options.startedAt));
  const turns = turnsFromEntries(entries, { startedAtMs: epochMs(startedAt), problems });
  const callKey = wordOf(firstAt(record, options.id));
  const call: Call = {
    // Requests of one call share its key, so each is known by its own.
    id: (request === null ? callKey : request.id) ?? hashedId(record),
    caller: callerOf(reading, request === null ? null : callKey),
    tenant: tenantOf(firstAt(record, options.tenant)),
    startedAt,
    endedAt: isoInstant(firstAt(record, options.endedAt)),
    status: wordOf(firstAt(record, options.status)),
    outcome: outcomeWord(firstAt(record, options.outcome)),
    model: wordOf(firstAt(record, options.model)),
    ...takeSystemPrompt(turns, wordOf(firstAt(record, options.systemPrompt))),
    tools: readTools(tools, problems),
  };
  return { call, problems: problems.parts };
}

/** The same each time the record is pulled, whatever the order of its keys. */
function hashedId(record: JsonObject): string {
  return `call_${sha256(canonicalJson(record)).slice(0, 16)}`;
}

/** Requests of one call stay together in one split, as a caller's calls do, even where the caller is unknown. */
function callerOf({ record, context, options }: Reading, callKey: string | null): string | null {
  const caller = firstAt(record, otherSide(options.caller, record["direction"]));
  const key = isJsonObject(caller) ? firstOf(caller, ["number", "phone", "phone_number", "id"]) : caller;
  const word = wordOf(key) ?? callKey;
  return word === null ? null : context.callerId(word);
}

/** In a call that the agent made, `from` is the agent's own number. */
function otherSide(paths: readonly string[], direction: Json | undefined): readonly string[] {
  return isOutbound(direction) ? paths.map((path) => path.replace(/(^|\.)from(?=_|$)/, "$1to")) : paths;
}

function tenantOf(value: Json | undefined): Tenant | null {
  const tenant = decoded(value);
  if (isJsonObject(tenant)) {
    const id = wordOf(firstOf(tenant, ["id", "tenant_id", "slug", "name", "business_name"]));
    return id === null ? null : { id, columns: tenant };
  }
  const id = wordOf(tenant);
  return id === null ? null : { id, columns: {} };
}

import type { Call, Tenant } from "../../domain/call.ts";
import { isJsonObject, isTooDeep, type Json, type JsonObject } from "../../lib/json.ts";
import type { CallFormat, ParseContext } from "./call-format.ts";
import { isOutbound } from "./reading/direction.ts";
import { saysSomething } from "./reading/entry.ts";
import { firstOf, wordOf } from "./reading/fields.ts";
import { decoded } from "./reading/jsonish.ts";
import { outcomeWord } from "./reading/outcome.ts";
import { createProblemList, lost, type ProblemList } from "./reading/problem-list.ts";
import { readTools } from "./reading/read-tools.ts";
import type { Speakers } from "./reading/roles.ts";
import { takeSystemPrompt } from "./reading/system-prompt.ts";
import { epochMs, isoInstant } from "./reading/times.ts";
import { turnsFromEntries } from "./reading/turns-from-entries.ts";
import { mergeToolCalls } from "./tables/merge-tool-calls.ts";
import { TablesOptions } from "./tables/options.ts";
import { withoutToolCalls } from "./tables/rows-before-transcript.ts";
import { recordNames, tablesSelection } from "./tables/selection.ts";
import { readToolCallRows } from "./tables/tool-call-rows.ts";
import { type ReadTranscript, readTranscript } from "./tables/transcript.ts";

export const tables: CallFormat<TablesOptions> = {
  about: "calls, tenants and tool calls in tables of a database; names and columns by options",
  options: TablesOptions,
  selection: tablesSelection,
  parse(record, context, options) {
    if (!isJsonObject(record)) return lost(context.place, { reason: "not_a_record" });
    if (isTooDeep(record)) return lost(context.place, { reason: "too_large", detail: "nested too deeply" });
    const id = wordOf(record[options.calls.id]);
    if (id === null) return lost(context.place, { reason: "no_id", detail: options.calls.id });
    const tenant = tenantOf(record, options);
    const problems = createProblemList(context.place);
    const speakers = speakersOf(tenant, options);
    const transcript = readTranscript(record, options, { speakers, problems });
    if ("reason" in transcript) return lost(context.place, transcript, problems.parts);
    if (!saysSomething(transcript.entries))
      return lost(context.place, { reason: "empty_transcript" }, problems.parts);
    const call = readCall(transcript, { id, tenant, record, context, options, problems });
    return { call, problems: problems.parts };
  },
};

interface Reading {
  readonly id: string;
  readonly tenant: Tenant | null;
  readonly record: JsonObject;
  readonly context: ParseContext;
  readonly options: TablesOptions;
  readonly problems: ProblemList;
}

function readCall(transcript: ReadTranscript, reading: Reading): Call {
  const { id, tenant, record, context, options, problems } = reading;
  const { calls, sideBySideMs } = options;
  const column = (name: string | null) => (name === null ? null : record[name]);
  const startedAt = isoInstant(column(calls.startedAt));
  const startedAtMs = epochMs(startedAt);
  const rows = readToolCallRows(record, options, problems);
  const entries =
    rows.length === 0 ? transcript.entries : withoutToolCalls(transcript.entries, rows, problems);
  const merged = mergeToolCalls({ ...transcript, entries }, rows, { startedAtMs, sideBySideMs, problems });
  const turns = turnsFromEntries(merged, { startedAtMs, problems });
  const caller = wordOf(column(isOutbound(column(calls.direction)) ? calls.toNumber : calls.fromNumber));
  return {
    id,
    caller: caller === null ? null : context.callerId(caller),
    tenant,
    startedAt,
    endedAt: isoInstant(column(calls.endedAt)),
    status: wordOf(column(calls.status)),
    outcome: outcomeWord(column(calls.outcome)),
    model: wordOf(column(calls.model)),
    ...takeSystemPrompt(turns, wordOf(column(calls.systemPrompt))),
    tools: readTools(column(calls.tools), problems),
  };
}

/** The call's own column comes first: it is there even where the tenant's row is gone. */
function tenantOf(record: JsonObject, options: TablesOptions): Tenant | null {
  const { calls, tenants } = options;
  const row = decoded(firstOf(record, [recordNames(options).tenant, "tenant", tenants?.table ?? "tenants"]));
  const [first] = Array.isArray(row) ? row : [row];
  const fields = isJsonObject(first) ? first : {};
  const idColumn = tenants?.id ?? "id";
  const own = calls.tenant === null ? null : wordOf(record[calls.tenant]);
  const id = own ?? wordOf(fields[idColumn]) ?? wordOf(first);
  if (id === null) return null;
  const kept = tenants?.columns ?? Object.keys(fields);
  const columns: Record<string, Json> = {};
  for (const name of kept) if (fields[name] !== undefined) columns[name] = structured(fields[name]);
  return { id, columns };
}

/** Lists and objects that a database hands out as text are themselves again; words stay words. */
function structured(value: Json): Json {
  const inner = decoded(value);
  return typeof inner === "object" ? (inner as Json) : value;
}

/** A tenant's own agent and business are speakers of its calls. */
function speakersOf(tenant: Tenant | null, { speakers }: TablesOptions): Speakers {
  const names = [wordOf(tenant?.columns["agent_name"]), wordOf(tenant?.columns["business_name"])];
  const own = names.filter((name) => name !== null);
  return own.length === 0 ? speakers : { ...speakers, agent: [...speakers.agent, ...own] };
}

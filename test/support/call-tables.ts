import type { TableSelection } from "../../src/domain/table-selection.ts";
import { isJsonObject, type Json, type JsonObject, parseJson } from "../../src/lib/json.ts";

/** Calls, tenants and tool calls as teams keep them, small, with what real tables have. */
export interface CallTables {
  readonly tenants: readonly JsonObject[];
  readonly calls: readonly JsonObject[];
  readonly toolCalls: readonly JsonObject[];
}

/** How a source has to read them. */
export const selection: TableSelection = {
  table: "calls",
  key: "id",
  columns: ["id", "call_sid", "status", "started_at", "ended_at", "minutes", "tags", "transcript"],
  timeColumn: "ended_at",
  statusColumn: "status",
  tenantColumn: "tenant_id",
  startedColumn: "started_at",
  parents: {
    tenant: {
      table: "tenants",
      column: "id",
      callColumn: "tenant_id",
      columns: ["business_name", "personality"],
    },
  },
  children: {
    toolCalls: {
      table: "llm_function_calls",
      column: "call_sid",
      callColumn: "call_sid",
      columns: ["id", "function_name", "arguments", "success"],
      orderBy: ["created_at"],
      key: "id",
    },
  },
};

const firstMoment = Date.parse("2026-03-01T08:00:00.000Z");
const minuteMs = 60_000;

/**
 * `count` calls. Some end at the same moment, some have no end, no status, no tenant; keys differ in case and accents;
 * texts hold quotes, backslashes, commas, percent signs and emoji.
 */
export function callTables(count: number): CallTables {
  const tenants = ["pizza", "dental, north", 'ho"me\\'].map((id, index) => ({
    id,
    business_name: `Business ${index}`,
    personality: { tone: "warm", level: index },
  }));
  const calls: JsonObject[] = [];
  const toolCalls: JsonObject[] = [];
  for (let index = 0; index < count; index += 1) {
    const moment = firstMoment + Math.floor(index / 4) * minuteMs;
    const call = callAt(index, moment, tenants[index % 4]?.id ?? null);
    calls.push(call);
    const uses = index % 50 === 7 ? 12 : index % 3;
    for (let use = 0; use < uses; use += 1) toolCalls.push(toolCallAt(index, use, moment));
  }
  return { tenants, calls, toolCalls };
}

function callAt(index: number, moment: number, tenant: string | null): JsonObject {
  const prefix = ["call", "Call", "cáll", "_call"][index % 4];
  return {
    id: `${prefix}-${String((index * 7919) % 100_003).padStart(6, "0")}`,
    call_sid: `CA${index}, "${index % 7}"`,
    tenant_id: tenant,
    status: ["completed", "completed", "failed", null, "completed"][index % 5] ?? null,
    started_at: new Date(moment - minuteMs).toISOString(),
    ended_at: index % 60 === 59 ? null : new Date(moment).toISOString(),
    minutes: index / 8,
    tags: ["a", `t${index % 3}`],
    transcript: [
      { role: "user", text: `It's 100% "fine", \\ really 🙂 ${index}` },
      { role: "assistant", text: `Gut, número ${index}\n` },
    ],
  };
}

function toolCallAt(index: number, use: number, moment: number): JsonObject {
  return {
    id: `tool-${String(index).padStart(5, "0")}-${(use * 7) % 13}`,
    call_sid: `CA${index}, "${index % 7}"`,
    function_name: ["check_availability", "create_booking"][use % 2] ?? "",
    arguments: { party: use, note: "it's" },
    success: use % 2 === 0,
    // Uses 0 and 1 stand at one moment: the key decides.
    created_at: new Date(moment - minuteMs + Math.max(0, use - 1) * 1000).toISOString(),
  };
}

/** Statements that make the tables and fill them. */
export function tablesSql({ tenants, calls, toolCalls }: CallTables): string {
  return `
    CREATE TABLE tenants (id text PRIMARY KEY, business_name text, personality jsonb);
    CREATE TABLE calls (id text PRIMARY KEY, call_sid text UNIQUE, tenant_id text, status text, started_at timestamptz,
      ended_at timestamptz, minutes float8, tags text[], transcript jsonb);
    CREATE TABLE llm_function_calls (id text PRIMARY KEY, call_sid text, function_name text, arguments jsonb,
      success boolean, created_at timestamptz);
    ${insert("tenants", tenants)} ${insert("calls", calls)} ${insert("llm_function_calls", toolCalls)}`;
}

/** Makes the API able to embed tenants and tool calls. */
export const foreignKeysSql = `
  ALTER TABLE calls ADD FOREIGN KEY (tenant_id) REFERENCES tenants;
  ALTER TABLE llm_function_calls ADD FOREIGN KEY (call_sid) REFERENCES calls (call_sid);`;

function insert(table: string, rows: readonly JsonObject[]): string {
  if (rows.length === 0) return "";
  const json = JSON.stringify(rows).replaceAll("'", "''");
  return `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, '${json}');`;
}

/** The record of each call as a source gives it, after `plainRecord`, in order of position. */
export function recordsOf({ tenants, calls, toolCalls }: CallTables): JsonObject[] {
  return [...calls].sort(byPosition).map((call) => {
    const tenant = tenants.find(({ id }) => id === call["tenant_id"]);
    const own = toolCalls
      .filter(({ call_sid }) => call_sid === call["call_sid"])
      .sort(
        (one, other) => compare(one["created_at"], other["created_at"]) || compare(one["id"], other["id"]),
      );
    return {
      ...pick(call, selection.columns),
      tenant: tenant ? pick(tenant, selection.parents["tenant"]?.columns ?? []) : null,
      toolCalls: own.map((row) => pick(row, selection.children["toolCalls"]?.columns ?? [])),
    };
  });
}

function byPosition(one: JsonObject, other: JsonObject): number {
  return compare(one["ended_at"] ?? "", other["ended_at"] ?? "") || compare(one["id"], other["id"]);
}

function compare(one: Json | undefined, other: Json | undefined): number {
  if (one === other) return 0;
  return String(one) < String(other) ? -1 : 1;
}

function pick(row: JsonObject, columns: readonly string[]): JsonObject {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}

const timestamp = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/;

/** A record without the differences that a source may leave: text of JSON or JSON, one way to write a moment. */
export function plainRecord(value: unknown): Json {
  if (typeof value === "string") {
    if (timestamp.test(value)) return new Date(value).toISOString();
    const parsed = /^(?:[[{]|true$|false$|-?[\d.]+$)/.test(value) ? parseJson(value) : undefined;
    return parsed ?? value;
  }
  if (Array.isArray(value)) return value.map(plainRecord);
  if (!isJsonObject(value)) return (value ?? null) as Json;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, plainRecord(field)]));
}

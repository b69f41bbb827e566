import type { Json } from "../lib/json.ts";
import type { CallRow, TenantRow, ToolCallRow } from "./sample-call.ts";

export const sampleTables = ["tenants", "calls", "llm_function_calls"] as const;
export type SampleTable = (typeof sampleTables)[number];

/** The tables as such teams have them. */
export const createTables = [
  `CREATE TABLE IF NOT EXISTS tenants (
    id uuid PRIMARY KEY,
    business_name text NOT NULL,
    industry text,
    agent_name text,
    agent_personality jsonb
  )`,
  `CREATE TABLE IF NOT EXISTS calls (
    id uuid PRIMARY KEY,
    call_sid text NOT NULL,
    tenant_id uuid REFERENCES tenants (id),
    status text,
    direction text,
    from_number text,
    started_at timestamptz,
    ended_at timestamptz,
    transcript jsonb,
    outcome text
  )`,
  `CREATE TABLE IF NOT EXISTS llm_function_calls (
    id uuid PRIMARY KEY,
    tenant_id uuid,
    call_sid text,
    function_name text NOT NULL,
    arguments jsonb,
    result jsonb,
    success boolean,
    user_message text,
    created_at timestamptz NOT NULL
  )`,
  "CREATE INDEX IF NOT EXISTS llm_function_calls_call_sid ON llm_function_calls (call_sid)",
];

/** Values in the order of a table's columns; objects are jsonb. */
interface Columns<Row> {
  readonly names: readonly string[];
  values(row: Row): readonly unknown[];
}

const tenants: Columns<TenantRow> = {
  names: ["id", "business_name", "industry", "agent_name", "agent_personality"],
  values: (row) => [row.id, row.business_name, row.industry, row.agent_name, jsonb(row.agent_personality)],
};

const calls: Columns<CallRow> = {
  names: [
    "id",
    "call_sid",
    "tenant_id",
    "status",
    "direction",
    "from_number",
    "started_at",
    "ended_at",
    "transcript",
    "outcome",
  ],
  values: (row) => [
    row.id,
    row.call_sid,
    row.tenant_id,
    row.status,
    row.direction,
    row.from_number,
    row.started_at,
    row.ended_at,
    jsonb(row.transcript),
    row.outcome,
  ],
};

const toolCalls: Columns<ToolCallRow> = {
  names: [
    "id",
    "tenant_id",
    "call_sid",
    "function_name",
    "arguments",
    "result",
    "success",
    "user_message",
    "created_at",
  ],
  values: (row) => [
    row.id,
    row.tenant_id,
    row.call_sid,
    row.function_name,
    jsonb(row.arguments),
    jsonb(row.result),
    row.success,
    row.user_message,
    row.created_at,
  ],
};

const columns = { tenants, calls, llm_function_calls: toolCalls } satisfies Record<SampleTable, unknown>;

export function copyStatement(table: SampleTable): string {
  return `COPY ${table} (${columns[table].names.join(", ")}) FROM`;
}

export function tenantsToCopy(rows: readonly TenantRow[]): CopyPart {
  return { table: "tenants", text: toCopyText(tenants, rows) };
}

export function callsToCopy(rows: readonly CallRow[]): CopyPart {
  return { table: "calls", text: toCopyText(calls, rows) };
}

export function toolCallsToCopy(rows: readonly ToolCallRow[]): CopyPart {
  return { table: "llm_function_calls", text: toCopyText(toolCalls, rows) };
}

/** Rows of one table in COPY's text format, one a line. */
export interface CopyPart {
  readonly table: SampleTable;
  readonly text: string;
}

function toCopyText<Row>({ values }: Columns<Row>, rows: readonly Row[]): string {
  let text = "";
  for (const row of rows) text += `${values(row).map(copyValue).join("\t")}\n`;
  return text;
}

function jsonb(value: Json | CallRow["transcript"]): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** `\N` is SQL's null; a JSON null is never written. */
function copyValue(value: unknown): string {
  if (value === null) return "\\N";
  return String(value).replace(special, (character) => escapes[character] ?? character);
}

const special = /[\\\n\r\t]/g;
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

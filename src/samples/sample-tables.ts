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
    tenant_id uuid REFERENCES tenants (id),
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

const jsonbColumns = new Set(["agent_personality", "transcript", "arguments", "result"]);

const columns = {
  tenants: ["id", "business_name", "industry", "agent_name", "agent_personality"],
  calls: [
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
  llm_function_calls: [
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
} as const satisfies Record<SampleTable, readonly string[]>;

export function copyStatement(table: SampleTable): string {
  return `COPY ${table} (${columns[table].join(", ")}) FROM`;
}

/** Rows in COPY's text format, one a line. */
export function toCopyText(
  ...[table, rows]:
    | ["tenants", readonly TenantRow[]]
    | ["calls", readonly CallRow[]]
    | ["llm_function_calls", readonly ToolCallRow[]]
): string {
  let text = "";
  for (const row of rows) {
    const values = Object.entries(row);
    const byColumn = new Map<string, unknown>(values);
    text += `${columns[table].map((column) => copyValue(column, byColumn.get(column))).join("\t")}\n`;
  }
  return text;
}

/** `\N` is SQL's null; a JSON null is never written. */
function copyValue(column: string, value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  const text = jsonbColumns.has(column) ? JSON.stringify(value) : String(value);
  return text.replace(special, (character) => escapes[character] ?? character);
}

const special = /[\\\n\r\t]/g;
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

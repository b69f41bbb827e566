import type { ChildTable, ParentTable, TableSelection } from "../../../domain/table-selection.ts";
import type { TablesOptions } from "./options.ts";

/** Under which names a record holds its tenant, its tool calls and its turns. */
export interface RecordNames {
  readonly tenant: string;
  readonly toolCalls: string;
  readonly turns: string;
}

/** What a source has to read for these options. */
export function tablesSelection(options: TablesOptions): TableSelection {
  const { calls, tenants } = options;
  const names = recordNames(options);
  return {
    table: calls.table,
    key: calls.id,
    columns: callColumns(options),
    timeColumn: calls.endedAt ?? calls.startedAt,
    statusColumn: calls.status,
    tenantColumn: calls.tenant,
    startedColumn: calls.startedAt,
    parents:
      tenants === null || calls.tenant === null ? {} : { [names.tenant]: tenantTable(tenants, calls.tenant) },
    children: {
      ...(options.toolCalls === "embedded"
        ? {}
        : { [names.toolCalls]: toolCallTable(options, options.toolCalls) }),
      ...(typeof options.transcript === "string"
        ? {}
        : { [names.turns]: turnTable(options, options.transcript) }),
    },
  };
}

/** The plain names, but never one that is also a column of the call. */
export function recordNames({ calls }: TablesOptions): RecordNames {
  const taken = Object.values(calls);
  const free = (name: string) => (taken.includes(name) ? `${name}_rows` : name);
  return { tenant: free("tenant"), toolCalls: free("tool_calls"), turns: free("turns") };
}

type Options<Key extends keyof TablesOptions> = Exclude<TablesOptions[Key], string | null>;

function callColumns({ calls, transcript }: TablesOptions): string[] {
  const { table: _table, transcript: transcriptColumn, ...others } = calls;
  const columns = [...Object.values(others), typeof transcript === "string" ? transcriptColumn : null];
  return [...new Set(columns.filter((column) => column !== null))];
}

function tenantTable({ table, id, columns }: Options<"tenants">, callColumn: string): ParentTable {
  return { table, column: id, callColumn, columns: [...new Set([id, ...columns])] };
}

function toolCallTable({ calls }: TablesOptions, rows: Options<"toolCalls">): ChildTable {
  const { table, callKey, callColumn, ...columns } = rows;
  return {
    table,
    column: callKey,
    callColumn: callColumn ?? calls.sid ?? calls.id,
    columns: distinct(Object.values(columns)),
    orderBy: distinct([rows.createdAt, rows.id]),
    key: rows.id,
  };
}

function turnTable({ calls }: TablesOptions, rows: Options<"transcript">): ChildTable {
  const { table, callKey, callColumn, layout: _layout, ...columns } = rows;
  return {
    table,
    column: callKey,
    callColumn: callColumn ?? calls.id,
    columns: distinct(Object.values(columns)),
    orderBy: distinct([rows.order, rows.at, rows.id]),
    key: rows.id,
  };
}

function distinct(columns: readonly (string | null)[]): string[] {
  return [...new Set(columns.filter((column) => column !== null))];
}

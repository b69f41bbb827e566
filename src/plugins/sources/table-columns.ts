import type { TableSelection } from "../../domain/table-selection.ts";
import { UsageError } from "../../lib/errors.ts";
import type { SqlSession } from "./sql-session.ts";
import { literal, tableIdentifier } from "./sql-text.ts";

/** What the database says of a column. */
export interface Column {
  /** As `format_type` writes it. */
  readonly type: string;
  /** One letter of `pg_type.typcategory`: A array, C composite, D date and time, S text … */
  readonly category: string;
  readonly notNull: boolean;
}

/** Columns by name. */
export type Columns = ReadonlyMap<string, Column>;

/** Columns of each table of a selection, by the table's name there. */
export type TableColumns = ReadonlyMap<string, Columns>;

/**
 * Looks the selection's tables up.
 * @throws UsageError that lists what exists when a table or a column doesn't
 */
export async function lookUpColumns(
  session: SqlSession,
  selection: TableSelection,
  schema: string | null,
): Promise<TableColumns> {
  const wanted = wantedColumns(selection);
  const found = await readColumns(session, [...wanted.keys()], schema);
  for (const [table, names] of wanted) {
    const columns = found.get(table);
    if (columns === undefined) throw await noTable(session, table);
    for (const name of names) if (!columns.has(name)) throw noColumn(table, name, columns);
  }
  return found;
}

/** Every column that a read touches, by table. */
function wantedColumns(selection: TableSelection): ReadonlyMap<string, ReadonlySet<string>> {
  const wanted = new Map<string, Set<string>>();
  const want = (table: string, names: readonly (string | null)[]) => {
    const known = wanted.get(table) ?? new Set<string>();
    for (const name of names) if (name !== null) known.add(name);
    wanted.set(table, known);
  };
  const { timeColumn, statusColumn, tenantColumn, startedColumn } = selection;
  want(selection.table, [
    selection.key,
    ...selection.columns,
    timeColumn,
    statusColumn,
    tenantColumn,
    startedColumn,
  ]);
  for (const parent of Object.values(selection.parents)) {
    want(selection.table, [parent.callColumn]);
    want(parent.table, [parent.column, ...parent.columns]);
  }
  for (const child of Object.values(selection.children)) {
    want(selection.table, [child.callColumn]);
    want(child.table, [child.column, child.key, ...child.columns, ...child.orderBy]);
  }
  return wanted;
}

async function readColumns(
  session: SqlSession,
  tables: readonly string[],
  schema: string | null,
): Promise<Map<string, Map<string, Column>>> {
  const rows = await session.query(
    `SELECT t.name, a.attname::text, format_type(a.atttypid, NULL), y.typcategory::text, a.attnotnull::text
     FROM (VALUES ${tables.map((table) => `(${literal(table)}, ${literal(tableIdentifier(table, schema))})`).join(", ")}) t (name, quoted)
     JOIN pg_catalog.pg_attribute a ON a.attrelid = to_regclass(t.quoted) AND a.attnum > 0 AND NOT a.attisdropped
     JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
     ORDER BY t.name, a.attnum`,
  );
  const found = new Map<string, Map<string, Column>>();
  for (const [table, name, type, category, notNull] of rows) {
    if (!table || !name || !type || !category) continue;
    const columns = found.get(table) ?? new Map<string, Column>();
    columns.set(name, { type, category, notNull: notNull === "true" });
    found.set(table, columns);
  }
  return found;
}

async function noTable(session: SqlSession, table: string): Promise<UsageError> {
  const rows = await session.query(
    `SELECT CASE WHEN table_schema = ANY (current_schemas(false)) THEN table_name ELSE table_schema || '.' || table_name END
     FROM information_schema.tables
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
     ORDER BY table_schema <> ALL (current_schemas(false)), 1 LIMIT 40`,
  );
  const names = rows.map(([name]) => name).join(", ");
  return new UsageError(
    `there is no table "${table}" that this user can see; there ${names === "" ? "are none" : `are: ${names}`}. Name yours under \`tables\` in calltune.config.ts`,
  );
}

function noColumn(table: string, name: string, columns: Columns): UsageError {
  return new UsageError(
    `table "${table}" has no column "${name}"; it has: ${[...columns.keys()].join(", ")}. Name yours under \`tables\` in calltune.config.ts`,
  );
}

import type { ChildTable, ParentTable, TableSelection } from "../../domain/table-selection.ts";
import { placeNamer } from "./place-namer.ts";
import type { Position, RawCall, ReadRequest } from "./source.ts";
import { openCursor, type SqlCursor } from "./sql-cursor.ts";
import { beginSnapshot, type SqlDatabase, type SqlRow, type SqlSession } from "./sql-session.ts";
import { lookUpColumns } from "./table-columns.ts";
import { type TableSql, tableSql } from "./table-sql.ts";

/** A record of a table: its columns, its parents as objects, its children as arrays. */
type TableRecord = Record<string, unknown>;

interface CallRow {
  readonly row: SqlRow;
  readonly position: Position;
  readonly record: TableRecord;
}

/** A session inside a snapshot, and the statements for a selection in it. */
export interface Snapshot {
  readonly session: SqlSession;
  readonly sql: TableSql;
}

/** @throws UsageError when the selection names what doesn't exist */
export async function openSnapshot(
  { statementTimeoutMs, schema }: Pick<SqlDatabase, "statementTimeoutMs" | "schema">,
  session: SqlSession,
  selection: TableSelection,
): Promise<TableSql> {
  await beginSnapshot(session, statementTimeoutMs);
  return tableSql(selection, await lookUpColumns(session, selection, schema), schema);
}

/**
 * The calls of a request, in batches, within one snapshot. Two cursors run over the same calls in the same order, one
 * for the calls and one for each child table, and are merged as they come: memory holds a batch of each.
 */
export async function* readTable(
  { session, sql }: Snapshot,
  selection: TableSelection,
  request: ReadRequest,
): AsyncGenerator<readonly RawCall[]> {
  const parents = Object.entries(selection.parents).map(([name, parent]) => parentReader(name, parent));
  const names = [...new Set([...selection.columns, ...parents.map(({ parent }) => parent.callColumn)])];
  const calls = await openCursor(session, "calls", sql.calls(names, request));
  const children: ChildReader[] = [];
  for (const [name, child] of Object.entries(selection.children)) {
    children.push(
      childReader(
        name,
        child,
        await openCursor(session, `child_${children.length}`, sql.children(child, request)),
      ),
    );
  }
  const placeOf = placeNamer(selection.table);
  for (let rows = await calls.next(); rows.length > 0; rows = await calls.next()) {
    const batch = rows.map((row) => toCallRow(row, selection));
    for (const reader of parents)
      await reader.attach(batch, names.indexOf(reader.parent.callColumn), { session, sql });
    for (const reader of children) await reader.attach(batch);
    yield batch.map(({ position, record }) => ({ place: placeOf(position), position, record }));
  }
  for (const reader of children) await reader.expectEnd();
}

/** A row's first two values are its position; its columns follow. */
const leading = 2;

function toCallRow(row: SqlRow, { columns }: TableSelection): CallRow {
  return { row, position: positionOf(row), record: toRecord(row, columns, leading) };
}

function positionOf(row: SqlRow): Position {
  return [row[0] ?? "", row[1] ?? ""];
}

function toRecord(row: SqlRow, columns: readonly string[], from: number): TableRecord {
  const record: TableRecord = {};
  columns.forEach((column, index) => {
    record[column] = row[from + index] ?? null;
  });
  return record;
}

interface ChildReader {
  /** Puts each call's rows into its record. */
  attach(batch: readonly CallRow[]): Promise<void>;
  /** Every row of the child was some call's. */
  expectEnd(): Promise<void>;
}

/** A child's row has its own key behind the position. */
const childLeading = leading + 1;

/**
 * Calls with the same time and key (the key isn't unique) are one here: the first takes the rows of all, each once,
 * though the join gives them once for each call.
 */
function childReader(name: string, { columns }: ChildTable, cursor: SqlCursor): ChildReader {
  let rows: readonly SqlRow[] = [];
  let next = 0;
  let lastTaken = "";
  const refill = async () => {
    rows = await cursor.next();
    next = 0;
    return rows.length > 0;
  };
  return {
    async attach(batch) {
      const homes = makeHomes(batch, name);
      while (next < rows.length || (await refill())) {
        const row = rows[next];
        const home = row && homes.get(positionOf(row).join("\0"));
        if (!row || !home) return;
        const identity = row.slice(0, childLeading).join("\0");
        if (identity !== lastTaken) home.push(toRecord(row, columns, childLeading));
        lastTaken = identity;
        next += 1;
      }
    },
    async expectEnd() {
      if (next < rows.length || (await refill()))
        throw new Error(`rows of ${name} came out of the calls' order`);
    },
  };
}

/** An empty list in each record, found by the call's position. */
function makeHomes(batch: readonly CallRow[], name: string): ReadonlyMap<string, TableRecord[]> {
  const homes = new Map<string, TableRecord[]>();
  for (const { position, record } of batch) {
    const home: TableRecord[] = [];
    record[name] = home;
    const key = position.join("\0");
    if (!homes.has(key)) homes.set(key, home);
  }
  return homes;
}

interface ParentReader {
  readonly parent: ParentTable;
  /** Puts each call's parent into its record, null where it has none. */
  attach(batch: readonly CallRow[], column: number, snapshot: Snapshot): Promise<void>;
}

/** More parents than these aren't kept: they may be as many as calls. */
const mostParents = 50_000;

/** Calls of one parent share its object; each parent is asked for once. */
function parentReader(name: string, parent: ParentTable): ParentReader {
  const known = new Map<string, TableRecord>();
  return {
    parent,
    async attach(batch, column, { session, sql }) {
      const keys = batch.map(({ row }) => row[leading + column] ?? null);
      const missing = [...new Set(keys)].filter((key) => key !== null).filter((key) => !known.has(key));
      if (known.size + missing.length > mostParents) {
        known.clear();
        missing.splice(0, missing.length, ...new Set(keys.filter((key) => key !== null)));
      }
      for (const row of missing.length === 0 ? [] : await session.query(sql.parents(parent, missing))) {
        if (row[0] != null) known.set(row[0], toRecord(row, parent.columns, 1));
      }
      batch.forEach(({ record }, index) => {
        const key = keys[index] ?? null;
        record[name] = key === null ? null : (known.get(key) ?? null);
      });
    },
  };
}

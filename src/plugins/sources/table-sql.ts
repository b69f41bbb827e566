import type { CallFilter } from "../../domain/call-filter.ts";
import type { ChildTable, ParentTable, TableSelection } from "../../domain/table-selection.ts";
import type { Position } from "./source.ts";
import { identifier, isOneOf, literal, tableIdentifier } from "./sql-text.ts";
import type { Column, TableColumns } from "./table-columns.ts";

/** Which calls of a selection to read. */
export interface CallRange {
  readonly filter: CallFilter;
  readonly after: Position | null;
  readonly limit: number | null;
}

/** The statements that read one selection. Values come out as text: JSON of arrays and composites, Postgres's own else. */
export interface TableSql {
  /** Time, key and the given columns of each call, in order of position. */
  calls(columns: readonly string[], range: CallRange): string;
  /** Time and key of the call, the child's key and its columns, in the calls' order and then the child's own. */
  children(child: ChildTable, range: CallRange): string;
  /** The parent's column, then its other columns, where the column is one of the given texts. */
  parents(parent: ParentTable, keys: readonly string[]): string;
  /** Keys of child rows that belong to no call, in their order, behind the given one. */
  orphans(child: ChildTable, after: string | null): string;
  count(range: CallRange): string;
  /** Statuses of calls that pass the rest of the filter, with how many have each. */
  statuses(filter: CallFilter): string;
  /** Whether row-level security applies to this user. */
  rowSecurity(): string;
}

export function tableSql(selection: TableSelection, columns: TableColumns, schema: string | null): TableSql {
  const at: Setting = { selection, columns, schema };
  return {
    calls: (names, range) => {
      const outer = names.map((name, index) => asText(`s.c${index}`, columnOf(at, selection.table, name)));
      return `SELECT ${["s.t::text", "s.k", ...outer].join(", ")} FROM (${callRows(at, names, range, "ordered")}) s`;
    },
    // Sorted first and turned into text then, as the calls are: the first rows come in half the time.
    children: (child, range) => {
      const inner = [child.key, ...child.columns].map((name, index) => `f.${identifier(name)} AS f${index}`);
      const outer = child.columns.map((name, index) =>
        asText(`r.f${index + 1}`, columnOf(at, child.table, name)),
      );
      const order = [...child.orderBy, child.key].map((name) => `f.${identifier(name)}`);
      return `SELECT ${["r.t::text", "r.k", "r.f0::text", ...outer].join(", ")} FROM (
        SELECT ${["s.t", "s.k", ...inner].join(", ")}
        FROM (${callRows(at, [child.callColumn], range, "any order")}) s
        JOIN ${tableIdentifier(child.table, schema)} f ON ${sameValue(at, child, "f", "s.c0")}
        ORDER BY ${["s.t NULLS FIRST", "s.k", ...order].join(", ")}) r`;
    },
    parents: (parent, keys) => {
      const names = [parent.column, ...parent.columns];
      return `SELECT ${names.map((name) => columnText(at, parent.table, "p", name)).join(", ")}
        FROM ${tableIdentifier(parent.table, schema)} p WHERE ${parentIn(at, parent, keys)}`;
    },
    orphans: (child, after) => {
      const key = keyText(`f.${identifier(child.key)}`);
      const behind = after === null ? "" : `AND ${key} > ${literal(after)}`;
      return `SELECT ${key} FROM ${tableIdentifier(child.table, schema)} f
        WHERE NOT EXISTS (SELECT FROM ${tableIdentifier(selection.table, schema)} c
          WHERE ${sameValue(at, child, "f", `c.${identifier(child.callColumn)}`)}) ${behind} ORDER BY 1`;
    },
    count: (range) => `SELECT count(*)::text FROM (${callRows(at, [], range, "any order")}) s`,
    statuses: (filter) => {
      const status =
        selection.statusColumn === null ? "NULL" : `c.${identifier(selection.statusColumn)}::text`;
      return `SELECT ${status}, count(*)::text FROM ${tableIdentifier(selection.table, schema)} c
        WHERE ${conditions(at, { ...filter, statuses: [] }).join(" AND ")} GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 12`;
    },
    rowSecurity: () =>
      `SELECT row_security_active(${literal(tableIdentifier(selection.table, schema))})::text`,
  };
}

interface Setting {
  readonly selection: TableSelection;
  readonly columns: TableColumns;
  readonly schema: string | null;
}

/**
 * The calls of a range as `t` (time), `k` (key as text) and `c0`… (the raw columns: turned into text only after the
 * sort, which so moves references to long transcripts, not transcripts). Calls without a time come first, from a
 * branch of their own: an index on the time can then serve the others.
 */
function callRows(
  at: Setting,
  names: readonly string[],
  range: CallRange,
  order: "ordered" | "any order",
): string {
  const key = keyText(`c.${identifier(at.selection.key)}`);
  const time = timeExpression(at);
  const raw = names.map((name, index) => `c.${identifier(name)} AS c${index}`);
  const ordered = order === "ordered" || range.limit !== null;
  const branch = (extra: readonly string[], by: string) =>
    `SELECT ${[`${time} AS t`, `${key} AS k`, ...raw].join(", ")}
     FROM ${tableIdentifier(at.selection.table, at.schema)} c
     WHERE ${[...conditions(at, range.filter), ...extra].join(" AND ")}${ordered ? ` ORDER BY ${by}` : ""}`;
  const branches = branchConditions(at, range.after, { time, key }).map(
    ({ extra, by }) => `SELECT * FROM (${branch(extra, by)}) b`,
  );
  const limit = range.limit === null ? "" : ` LIMIT ${range.limit}`;
  // A plan for a cursor is never parallel, so UNION ALL gives the first branch's rows first.
  return `${branches.join(" UNION ALL ")}${limit}`;
}

interface Branch {
  readonly extra: readonly string[];
  readonly by: string;
}

function branchConditions(
  at: Setting,
  after: Position | null,
  { time, key }: { time: string; key: string },
): Branch[] {
  const [afterTime, afterKey] = after ?? ["", null];
  // Rows without a key have no order among themselves: those of the moment are read again.
  const behindKey = afterKey === null || afterKey === "" ? [] : [`${key} > ${literal(afterKey)}`];
  const column = timeColumnOf(at);
  if (column === null) return [{ extra: behindKey, by: "k" }];
  if (afterTime !== "") {
    const moment = literal(afterTime);
    const behind = behindKey.map((isBehind) => `(${time} > ${moment} OR ${isBehind})`);
    return [{ extra: [`${time} >= ${moment}`, ...behind], by: "t, k" }];
  }
  const timed = { extra: [`${time} IS NOT NULL`], by: "t, k" };
  if (column.notNull && column.category !== "S") return [timed];
  return [{ extra: [`${time} IS NULL`, ...behindKey], by: "k" }, timed];
}

/** What a row must pass, as far as the database can say; the call format's own filter says the rest. */
function conditions(at: Setting, filter: CallFilter): string[] {
  const { statusColumn, startedColumn, tenantColumn } = at.selection;
  const passes = ["true"];
  if (statusColumn !== null && filter.statuses.length > 0) {
    const status = `c.${identifier(statusColumn)}`;
    passes.push(`(${status} IS NULL OR ${isOneOf(`${status}::text`, filter.statuses)})`);
  }
  if (tenantColumn !== null && filter.tenants.length > 0) {
    passes.push(isOneOf(`c.${identifier(tenantColumn)}::text`, filter.tenants));
  }
  if (startedColumn !== null && columnOf(at, at.selection.table, startedColumn).category === "D") {
    const started = `c.${identifier(startedColumn)}`;
    if (filter.since !== null) passes.push(`${started} >= ${literal(filter.since)}::timestamptz`);
    if (filter.until !== null) passes.push(`${started} < ${literal(filter.until)}::timestamptz`);
  }
  return passes;
}

function timeColumnOf(at: Setting): Column | null {
  const { table, timeColumn } = at.selection;
  return timeColumn === null ? null : columnOf(at, table, timeColumn);
}

/** Times kept as text sort as a position's texts do, and an empty one is none. */
function timeExpression(at: Setting): string {
  const column = timeColumnOf(at);
  if (column === null || at.selection.timeColumn === null) return "NULL::text";
  const name = `c.${identifier(at.selection.timeColumn)}`;
  return column.category === "S" ? `NULLIF(${name}::text, '') COLLATE "C"` : name;
}

/** Keys compare by their bytes, whatever the database's language. */
function keyText(expression: string): string {
  return `COALESCE(${expression}::text, '') COLLATE "C"`;
}

/** Two columns of one type compare as they are, so that an index can serve; others compare as texts. */
function sameValue(at: Setting, child: ChildTable, alias: string, callValue: string): string {
  const own = columnOf(at, child.table, child.column).type;
  const same = own === columnOf(at, at.selection.table, child.callColumn).type;
  const column = `${alias}.${identifier(child.column)}`;
  return same ? `${column} = ${callValue}` : `${column}::text = ${callValue}::text`;
}

/** The keys are texts of the call's column; with the same type they can be read back as it. */
function parentIn(at: Setting, parent: ParentTable, keys: readonly string[]): string {
  const own = columnOf(at, parent.table, parent.column).type;
  const same = own === columnOf(at, at.selection.table, parent.callColumn).type;
  const column = `p.${identifier(parent.column)}`;
  return isOneOf(same ? column : `${column}::text`, keys);
}

function columnText(at: Setting, table: string, alias: string, name: string): string {
  return asText(`${alias}.${identifier(name)}`, columnOf(at, table, name));
}

function asText(expression: string, column: Column): string {
  const structured = column.category === "A" || column.category === "C";
  return structured ? `to_jsonb(${expression})::text` : `${expression}::text`;
}

function columnOf(at: Setting, table: string, name: string): Column {
  const column = at.columns.get(table)?.get(name);
  if (column === undefined) throw new Error(`column ${name} of ${table} was not looked up`);
  return column;
}

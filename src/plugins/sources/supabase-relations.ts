import type { ChildTable, ParentTable, TableSelection } from "../../domain/table-selection.ts";
import type { Json, JsonObject } from "../../lib/json.ts";
import {
  type Api,
  asText,
  callField,
  columnName,
  keyField,
  quoted,
  rowsOf,
  textField,
} from "./supabase-api.ts";
import { explainRefusal, hasNoRelation } from "./supabase-errors.ts";

/** Rows by the text of the column that leads to them. */
export type Related = ReadonlyMap<string, readonly JsonObject[]>;

const pageRows = 1000;
/** Characters of a list of values in an address; servers stop at 8 to 16 thousand. */
const longestList = 5000;

/** Whether a foreign key lets the API embed the other table's rows. */
export async function canEmbed(api: Api, { table, key }: TableSelection, other: ParentTable | ChildTable) {
  const hint = columnName(isChild(other) ? other.column : other.callColumn);
  const columns = [
    asText(keyField, key),
    `related:${columnName(other.table)}!${hint}(${columnName(other.column)})`,
  ];
  const answer = await api.ask(api.from(table, columns).limit(1));
  if (!("refusal" in answer)) return true;
  if (hasNoRelation(answer.refusal)) return false;
  throw explainRefusal(answer.refusal);
}

/** What to select so that the other table's rows come embedded under a name. */
export function embedded(name: string, other: ParentTable | ChildTable): string {
  const hint = columnName(isChild(other) ? other.column : other.callColumn);
  return `${columnName(name)}:${columnName(other.table)}!${hint}(${other.columns.map(columnName).join(",")})`;
}

/** The children of the calls with these values, each list in the child's order. */
export async function readChildren(api: Api, child: ChildTable, values: readonly string[]): Promise<Related> {
  const wanted = [...new Set([...child.columns, ...child.orderBy])].map(columnName);
  const columns = [...wanted, asText(keyField, child.key), asText(callField, child.column)];
  const byCall = new Map<string, JsonObject[]>();
  for (const list of listsOf(values)) {
    const narrowed = () => api.from(child.table, columns).filter(columnName(child.column), "in", list);
    for (const row of await allPages(api, narrowed, child.key))
      push(byCall, textField(row, callField) ?? "", row);
  }
  for (const rows of byCall.values()) rows.sort((one, other) => compareRows(one, other, child));
  return new Map([...byCall].map(([value, rows]) => [value, rows.map((row) => pick(row, child.columns))]));
}

export async function readParents(
  api: Api,
  parent: ParentTable,
  values: readonly string[],
): Promise<Related> {
  const columns = [...parent.columns.map(columnName), asText(callField, parent.column)];
  const found = new Map<string, JsonObject[]>();
  for (const list of listsOf(values)) {
    const narrowed = () => api.from(parent.table, columns).filter(columnName(parent.column), "in", list);
    const rows = await allPages(api, narrowed, parent.column, callField);
    for (const row of rows) push(found, textField(row, callField) ?? "", pick(row, parent.columns));
  }
  return found;
}

export function pick(row: JsonObject, columns: readonly string[]): JsonObject {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}

/** Page behind page by the table's key, whatever the server's most rows are: the end is an empty page. */
async function allPages(
  api: Api,
  narrowed: () => ReturnType<Api["from"]>,
  key: string,
  field: string = keyField,
): Promise<JsonObject[]> {
  const all: JsonObject[] = [];
  let longest = 0;
  for (let behind: string | null = null; ; ) {
    const question = narrowed().order(columnName(key)).limit(pageRows);
    const rows = await rowsOf(api, behind === null ? question : question.gt(columnName(key), behind));
    all.push(...rows);
    behind = textField(rows.at(-1) ?? {}, field);
    if (behind === null || rows.length < longest) return all;
    longest = Math.max(longest, rows.length);
  }
}

/** Values as lists for `in`, none too long for an address. */
function listsOf(values: readonly string[]): string[] {
  const lists: string[] = [];
  let list: string[] = [];
  let length = 0;
  for (const value of new Set(values)) {
    const part = quoted(value);
    const size = encodeURIComponent(part).length + 3;
    if (length + size > longestList && list.length > 0) {
      lists.push(`(${list.join(",")})`);
      list = [];
      length = 0;
    }
    list.push(part);
    length += size;
  }
  if (list.length > 0) lists.push(`(${list.join(",")})`);
  return lists;
}

function push(map: Map<string, JsonObject[]>, key: string, row: JsonObject): void {
  const rows = map.get(key);
  if (rows === undefined) map.set(key, [row]);
  else rows.push(row);
}

function compareRows(one: JsonObject, other: JsonObject, { orderBy }: ChildTable): number {
  for (const field of [...orderBy, keyField]) {
    const order = compareValues(one[field] ?? null, other[field] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

/** As Postgres orders: numbers by size, texts by their characters, nothing last. */
function compareValues(one: Json, other: Json): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  const [left, right] =
    typeof one === "number" && typeof other === "number" ? [one, other] : [String(one), String(other)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function isChild(other: ParentTable | ChildTable): other is ChildTable {
  return "orderBy" in other;
}

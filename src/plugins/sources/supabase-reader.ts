import type { CallFilter } from "../../domain/call-filter.ts";
import type { ChildTable, ParentTable, TableSelection } from "../../domain/table-selection.ts";
import type { Json, JsonObject } from "../../lib/json.ts";
import { placeNamer } from "./place-namer.ts";
import type { Position, RawCall, ReadRequest } from "./source.ts";
import {
  type Api,
  asText,
  columnName,
  keyField,
  type Question,
  quoted,
  textField,
  timeField,
} from "./supabase-api.ts";
import { explainRefusal, tookTooLong } from "./supabase-errors.ts";
import { canEmbed, embedded, isChild, pick, readChildren, readParents } from "./supabase-relations.ts";

const mostRows = 1000;
const firstRows = 100;
/** Characters of an answer. */
const pageSize = 4 * 1024 * 1024;
const dayMs = 24 * 60 * 60 * 1000;

/** A table that belongs to the calls, and how its rows come. */
interface Relation {
  readonly name: string;
  readonly other: ParentTable | ChildTable;
  readonly embeds: boolean;
  /** Our name for the call's value that leads to its rows. */
  readonly field: string;
}

/**
 * The calls of a request, page behind page: each page begins behind the last call of the one before, so calls that are
 * written meanwhile shift nothing. Servers cut pages at their own most rows, so only a page shorter than an earlier
 * one, or an empty one, is the end.
 */
export async function* readPages(
  api: Api,
  selection: TableSelection,
  { request, answerSize }: { readonly request: ReadRequest; readonly answerSize: () => number },
): AsyncGenerator<readonly RawCall[]> {
  const relations = await findRelations(api, selection);
  let { after } = request;
  const placeOf = placeNamer(selection.table);
  let isPastTime = false;
  let left = request.limit ?? Number.POSITIVE_INFINITY;
  let wanted = firstRows;
  let longest = 0;
  while (left > 0) {
    const question = pageQuestion(api, selection, {
      ...{ relations, filter: request.filter },
      ...{ after, isPastTime },
    });
    const { rows, asked } = await readPage(api, question, Math.min(wanted, left));
    if (rows.length === 0) return;
    const ended = rows.length < Math.min(asked, longest);
    longest = Math.max(longest, rows.length);
    wanted = rowsFor(answerSize() / rows.length, asked);
    yield await toRawCalls(api, selection, { relations, rows, longest, placeOf });
    after = positionOf(rows.at(-1) ?? {});
    // The API puts rows without a key last of their time, and gives no way to go on among them.
    isPastTime = after[1] === "";
    left -= rows.length;
    if (ended || (isPastTime && selection.timeColumn === null)) return;
  }
}

/** Grows slowly: after small calls there may come large ones. */
function rowsFor(averageSize: number, before: number): number {
  const fitting = Math.floor(pageSize / Math.max(1, averageSize));
  return Math.max(1, Math.min(fitting, before * 4, mostRows));
}

/** What all questions about calls share. */
export function narrow(question: Question, selection: TableSelection, filter: CallFilter): Question {
  const { statusColumn, tenantColumn, startedColumn } = selection;
  let narrowed = question;
  if (statusColumn !== null && filter.statuses.length > 0) {
    const status = columnName(statusColumn);
    narrowed = narrowed.or(`${status}.is.null,${status}.in.(${filter.statuses.map(quoted).join(",")})`);
  }
  if (tenantColumn !== null && filter.tenants.length > 0) {
    narrowed = narrowed.filter(columnName(tenantColumn), "in", `(${filter.tenants.map(quoted).join(",")})`);
  }
  if (startedColumn === null) return narrowed;
  // The column may be a text, or know no time zone; a day more on both sides is sure, and the filter looks again.
  if (filter.since !== null)
    narrowed = narrowed.gte(columnName(startedColumn), shifted(filter.since, -dayMs));
  if (filter.until !== null) narrowed = narrowed.lt(columnName(startedColumn), shifted(filter.until, dayMs));
  return narrowed;
}

function shifted(instant: string, byMs: number): string {
  return new Date(Date.parse(instant) + byMs).toISOString();
}

async function findRelations(api: Api, selection: TableSelection): Promise<Relation[]> {
  const others = [...Object.entries(selection.parents), ...Object.entries(selection.children)];
  const relations: Relation[] = [];
  for (const [name, other] of others) {
    const embeds = await canEmbed(api, selection, other);
    relations.push({ name, other, embeds, field: `calltune_value_${relations.length}` });
  }
  return relations;
}

interface PageOrder {
  readonly relations: readonly Relation[];
  readonly filter: CallFilter;
  readonly after: Position | null;
  /** Every call of the position's time was read. */
  readonly isPastTime: boolean;
}

function pageQuestion(
  api: Api,
  selection: TableSelection,
  { relations, filter, after, isPastTime }: PageOrder,
): Question {
  const { table, key, timeColumn } = selection;
  const columns = [
    ...selection.columns.map(columnName),
    asText(keyField, key),
    ...(timeColumn === null ? [] : [asText(timeField, timeColumn)]),
    ...relations.map(({ field, other }) => asText(field, other.callColumn)),
    ...relations.filter(({ embeds }) => embeds).map(({ name, other }) => embedded(name, other)),
  ];
  let question = narrow(api.from(table, columns), selection, filter);
  if (after !== null)
    question = question.or(isPastTime ? pastTime(selection, after) : behind(selection, after));
  if (timeColumn !== null) question = question.order(columnName(timeColumn), { nullsFirst: true });
  question = question.order(columnName(key));
  for (const { name, other, embeds } of relations) {
    if (!embeds || !isChild(other)) continue;
    for (const column of [...other.orderBy, other.key]) {
      question = question.order(columnName(column), { referencedTable: columnName(name) });
    }
  }
  return question;
}

/** Calls without a time come first. A position without a key stands before every call of its time. */
function behind({ key, timeColumn }: TableSelection, [time, lastKey]: Position): string {
  const behindKey = `${columnName(key)}.gt.${quoted(lastKey)}`;
  if (timeColumn === null) return behindKey;
  const column = columnName(timeColumn);
  if (time === "") return `${column}.not.is.null,and(${column}.is.null,${behindKey})`;
  if (lastKey === "") return `${column}.gte.${quoted(time)}`;
  return `${column}.gt.${quoted(time)},and(${column}.eq.${quoted(time)},${behindKey})`;
}

function pastTime({ timeColumn }: TableSelection, [time]: Position): string {
  const column = columnName(timeColumn ?? "");
  return time === "" ? `${column}.not.is.null` : `${column}.gt.${quoted(time)}`;
}

interface PageAnswer {
  readonly rows: readonly JsonObject[];
  /** How many were asked for in the end. */
  readonly asked: number;
}

/** A page that takes the server too long is asked for again in smaller parts. */
async function readPage(api: Api, question: Question, most: number): Promise<PageAnswer> {
  for (let asked = most; ; asked = Math.ceil(asked / 4)) {
    const answer = await api.ask(question.limit(asked));
    if (!("refusal" in answer)) return { rows: answer.rows, asked };
    if (asked === 1 || !tookTooLong(answer.refusal)) throw explainRefusal(answer.refusal);
  }
}

interface Page {
  readonly relations: readonly Relation[];
  readonly rows: readonly JsonObject[];
  /** Rows of the longest page so far: the server's most are no fewer. */
  readonly longest: number;
  readonly placeOf: (position: Position) => string;
}

async function toRawCalls(
  api: Api,
  selection: TableSelection,
  { relations, rows, longest, placeOf }: Page,
): Promise<RawCall[]> {
  const records: Record<string, Json>[] = rows.map((row) => ({ ...pick(row, selection.columns) }));
  for (const relation of relations) {
    const values = await relatedValues(api, relation, { rows, longest });
    records.forEach((record, index) => {
      record[relation.name] = values[index] ?? null;
    });
  }
  return rows.map((row, index) => {
    const position = positionOf(row);
    return { place: placeOf(position), position, record: records[index] };
  });
}

/** For each row its parent or its children: as they came embedded, else asked for. */
async function relatedValues(
  api: Api,
  { name, other, embeds, field }: Relation,
  { rows, longest }: Pick<Page, "rows" | "longest">,
): Promise<Json[]> {
  const complete = (row: JsonObject) => embeds && isComplete(row[name] ?? null, longest);
  const keys = rows.filter((row) => !complete(row)).map((row) => textField(row, field));
  const asked = keys.filter((key) => key !== null);
  const found = isChild(other) ? await readChildren(api, other, asked) : await readParents(api, other, asked);
  return rows.map((row) => {
    if (complete(row)) return isChild(other) ? asList(row[name] ?? null) : (row[name] ?? null);
    const related = found.get(textField(row, field) ?? "") ?? [];
    return isChild(other) ? related : (related[0] ?? null);
  });
}

/** The server cuts embedded lists too: one as long as its longest page may go on. */
function isComplete(value: Json, longest: number): boolean {
  return !Array.isArray(value) || value.length < longest;
}

/** Where at most one child can belong to a call, the API embeds it bare. */
function asList(value: Json): Json {
  if (value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function positionOf(row: JsonObject): Position {
  return [textField(row, timeField) ?? "", textField(row, keyField) ?? ""];
}

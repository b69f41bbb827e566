import { PostgrestClient } from "@supabase/postgrest-js";
import { RemoteError } from "../../lib/errors.ts";
import { isJsonObject, type JsonObject } from "../../lib/json.ts";
import { explainRefusal, type Refusal } from "./supabase-errors.ts";

export interface ApiAccess {
  /** Of the REST API, ending in `/rest/v1`. */
  readonly url: string;
  readonly key: string;
  readonly schema: string | undefined;
  readonly fetch: typeof fetch;
}

export interface AskOptions {
  /** Only how many rows there are, about. */
  readonly countOnly?: boolean;
}

/** Supabase's REST API: questions about one table, asked one after the other. */
export interface Api {
  /** A question to be narrowed with filters; a table's name may carry its schema. */
  from(table: string, columns: readonly string[], options?: AskOptions): Question;
  /** The answer, or why there is none. @throws what `fetch` throws */
  ask(question: Question): Promise<Answer>;
}

/** What the client's builders can do, as far as it is used here; awaiting one asks it. */
export interface Question extends PromiseLike<Reply> {
  or(filters: string): Question;
  filter(column: string, operator: string, value: string): Question;
  gt(column: string, value: string): Question;
  gte(column: string, value: string): Question;
  lt(column: string, value: string): Question;
  order(column: string, options?: { nullsFirst?: boolean; referencedTable?: string }): Question;
  limit(rows: number): Question;
}

interface Reply {
  readonly data: unknown;
  readonly error: { readonly code?: string; readonly message?: string; readonly hint?: string | null } | null;
  readonly count: number | null;
  readonly status: number;
}

export type Answer =
  | { readonly rows: readonly JsonObject[]; readonly count: number | null }
  | { readonly refusal: Refusal };

export function createApi({ url, key, schema, fetch }: ApiAccess): Api {
  // The client turns a failed fetch into a text; what was thrown says more.
  let failure: unknown = null;
  const client = new PostgrestClient(url, {
    headers: { apikey: key, authorization: `Bearer ${key}` },
    retry: false,
    fetch: (input, init) =>
      fetch(input, init).catch((error: unknown) => {
        failure = error;
        throw error;
      }),
  });
  return {
    from: (table, columns, options) => questionAbout(client, qualified(table, schema), columns, options),
    async ask(question) {
      const { data, error, count, status } = await question;
      if (error === null) return { rows: Array.isArray(data) ? data.filter(isJsonObject) : [], count };
      if (status === 0) throw failure ?? notJson();
      const { code, message, hint } = error;
      return { refusal: { status, code: code ?? "", message: message ?? "", hint: hint ?? "" } };
    },
  };
}

function questionAbout(
  client: PostgrestClient,
  table: QualifiedTable,
  columns: readonly string[],
  options: AskOptions = {},
): Question {
  const from =
    table.schema === undefined ? client.from(table.name) : client.schema(table.schema).from(table.name);
  return from.select(columns.join(","), options.countOnly ? { head: true, count: "estimated" } : {});
}

interface QualifiedTable {
  readonly schema: string | undefined;
  readonly name: string;
}

function qualified(table: string, schema: string | undefined): QualifiedTable {
  const dot = table.indexOf(".");
  return dot === -1 ? { schema, name: table } : { schema: table.slice(0, dot), name: table.slice(dot + 1) };
}

function notJson(): RemoteError {
  return new RemoteError({ system: "supabase", sentence: "an answer wasn't JSON", retryable: false });
}

/** @throws UsageError or RemoteError where the API refuses */
export async function rowsOf(api: Api, question: Question): Promise<readonly JsonObject[]> {
  const answer = await api.ask(question);
  if ("refusal" in answer) throw explainRefusal(answer.refusal);
  return answer.rows;
}

/** A column's name as PostgREST reads it whatever it holds. */
export function columnName(name: string): string {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A value inside `or=(…)` or `in.(…)`. */
export function quoted(value: string): string {
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** Our own names for what a question asks beside the selection's columns. */
export const keyField = "calltune_key";
export const timeField = "calltune_time";
export const callField = "calltune_call";

/** The column as text under another name: no number loses digits on the way. */
export function asText(field: string, column: string): string {
  return `${field}:${columnName(column)}::text`;
}

export function textField(row: JsonObject, field: string): string | null {
  const value = row[field];
  return typeof value === "string" ? value : null;
}

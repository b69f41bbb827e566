import type { RunSql } from "./postgrest-server.ts";

/** A foreign key of one column. */
export interface ForeignKey {
  readonly table: string;
  readonly column: string;
  readonly otherTable: string;
  readonly otherColumn: string;
}

/** A refusal that PostgREST itself decides on. */
export class PostgrestRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly hint: string | null;

  constructor(status: number, code: string, message: string, hint: string | null = null) {
    super(message);
    this.status = status;
    this.code = code;
    this.hint = hint;
  }
}

export async function readForeignKeys(run: RunSql): Promise<ForeignKey[]> {
  const rows = await run(
    `SELECT c.conrelid::regclass::text AS t, a.attname::text AS col, c.confrelid::regclass::text AS ot, b.attname::text AS oc
     FROM pg_constraint c
     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1]
     WHERE c.contype = 'f' AND cardinality(c.conkey) = 1`,
  );
  return rows.map((row) => ({
    table: String(row["t"]),
    column: String(row["col"]),
    otherTable: String(row["ot"]),
    otherColumn: String(row["oc"]),
  }));
}

export interface ApiRequest {
  readonly table: string;
  readonly query: URLSearchParams;
  readonly keys: readonly ForeignKey[];
  readonly maxRows: number;
}

/** The statements that answer a request: one row with one value, `answer`. */
export function requestSql(request: ApiRequest): { rows: string; count: string } {
  const where = whereOf(request.query);
  const limit = Math.min(Number(request.query.get("limit") ?? request.maxRows), request.maxRows);
  const inner = `SELECT ${selectList(request, parseSelect(request.query.get("select") ?? "*"))} FROM ${name(request.table)} t
    WHERE ${where} ${orderOf(request.query.get("order"), "t")} LIMIT ${limit}`;
  return {
    rows: `SELECT coalesce(json_agg(r), '[]')::text AS answer FROM (${inner}) r`,
    count: `SELECT count(*)::text AS answer FROM ${name(request.table)} t WHERE ${where}`,
  };
}

interface Selected {
  readonly alias: string;
  readonly name: string;
  readonly cast: string | undefined;
  readonly hint: string | undefined;
  readonly inner: readonly Selected[] | undefined;
}

/** `alias:name::cast`, `alias:table!hint(inner)`. */
function parseSelect(text: string): Selected[] {
  return splitTop(text).map((part) => {
    const found = /^(?:([^:("]+|"[^"]+"):(?!:))?([^:!(]+)(?:::(\w+))?(?:!([^(]+))?(?:\((.*)\))?$/s.exec(part);
    if (!found?.[2]) throw new PostgrestRefusal(400, "PGRST100", "failed to parse select parameter");
    const plain = unquote(found[2]);
    return {
      alias: unquote(found[1] ?? plain),
      name: plain,
      cast: found[3],
      hint: found[4] === undefined ? undefined : unquote(found[4]),
      inner: found[5] === undefined ? undefined : parseSelect(found[5]),
    };
  });
}

function selectList(request: ApiRequest, selected: readonly Selected[]): string {
  return selected
    .map((field) => (field.inner ? embed(request, field, field.inner) : column(field, "t")))
    .join(", ");
}

function column({ alias, name: field, cast }: Selected, table: string): string {
  if (field === "*") return `${table}.*`;
  return `${table}.${name(field)}${cast ? `::${cast}` : ""} AS ${name(alias)}`;
}

function embed(
  { table, keys, query, maxRows }: ApiRequest,
  field: Selected,
  inner: readonly Selected[],
): string {
  const up = keys.find(
    (key) =>
      key.table === table &&
      key.otherTable === field.name &&
      [key.column, key.otherColumn].includes(field.hint ?? ""),
  );
  const down = keys.find(
    (key) =>
      key.otherTable === table &&
      key.table === field.name &&
      [key.column, key.otherColumn].includes(field.hint ?? ""),
  );
  if (up === undefined && down === undefined) {
    throw new PostgrestRefusal(
      400,
      "PGRST200",
      `Could not find a relationship between '${table}' and '${field.name}' in the schema cache`,
    );
  }
  const columns = inner.map((part) => column(part, "e")).join(", ");
  if (up) {
    return `(SELECT row_to_json(x) FROM (SELECT ${columns} FROM ${name(field.name)} e
      WHERE e.${name(up.otherColumn)} = t.${name(up.column)}) x) AS ${name(field.alias)}`;
  }
  const joined = down ? `e.${name(down.column)} = t.${name(down.otherColumn)}` : "false";
  return `(SELECT coalesce(json_agg(x), '[]') FROM (SELECT ${columns} FROM ${name(field.name)} e
    WHERE ${joined} ${orderOf(query.get(`${field.alias}.order`), "e")} LIMIT ${maxRows}) x) AS ${name(field.alias)}`;
}

function orderOf(order: string | null, table: string): string {
  if (order === null) return "";
  const parts = splitTop(order).map((part) => {
    const [field = "", ...words] = part.split(".");
    const nulls = words.includes("nullsfirst") ? " NULLS FIRST" : "";
    return `${table}.${name(unquote(field))} ${words.includes("desc") ? "DESC" : "ASC"}${nulls}`;
  });
  return `ORDER BY ${parts.join(", ")}`;
}

const reserved = /^(select|order|limit|offset|.*\.order|.*\.limit)$/;

function whereOf(query: URLSearchParams): string {
  const conditions = ["true"];
  for (const [field, value] of query) {
    if (reserved.test(field)) continue;
    if (field === "or" || field === "and") conditions.push(tree(field, value));
    else conditions.push(condition(unquote(field), value));
  }
  return conditions.join(" AND ");
}

/** `(a.eq."x",and(b.gt.1,…))`. */
function tree(word: string, text: string): string {
  const parts = splitTop(text.slice(1, -1)).map((part) => {
    const nested = /^(or|and)(\(.*\))$/s.exec(part);
    if (nested?.[1] && nested[2]) return tree(nested[1], nested[2]);
    const dot = part.indexOf(".", part.startsWith('"') ? part.indexOf('"', 1) : 0);
    return condition(unquote(part.slice(0, dot)), part.slice(dot + 1));
  });
  return `(${parts.join(word === "or" ? " OR " : " AND ")})`;
}

const operators: Record<string, string> = { eq: "=", gt: ">", gte: ">=", lt: "<", lte: "<=" };

function condition(field: string, text: string): string {
  const own = `t.${name(field)}`;
  if (text === "is.null") return `${own} IS NULL`;
  if (text === "not.is.null") return `${own} IS NOT NULL`;
  const [word = "", ...rest] = text.split(".");
  const value = rest.join(".");
  if (word === "in") return `${own} IN (${splitTop(value.slice(1, -1)).map(literal).join(", ")})`;
  const operator = operators[word];
  if (operator === undefined) throw new PostgrestRefusal(400, "PGRST100", `unexpected operator ${word}`);
  return `${own} ${operator} ${literal(value)}`;
}

function literal(text: string): string {
  return `'${unquote(text).replaceAll("'", "''")}'`;
}

/** Splits at commas outside of brackets and quotes. */
function splitTop(text: string): string[] {
  const parts: string[] = [];
  let part = "";
  let depth = 0;
  let inQuotes = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? "";
    if (inQuotes && character === "\\") {
      part += character + (text[index + 1] ?? "");
      index += 1;
      continue;
    }
    if (character === '"') inQuotes = !inQuotes;
    if (!inQuotes && character === "(") depth += 1;
    if (!inQuotes && character === ")") depth -= 1;
    if (character === "," && depth === 0 && !inQuotes) {
      parts.push(part);
      part = "";
    } else {
      part += character;
    }
  }
  return [...parts, part];
}

function unquote(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/gs, "$1") : text;
}

function name(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

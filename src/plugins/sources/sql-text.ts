import { UsageError } from "../../lib/errors.ts";

/** A name as Postgres reads it whatever it holds. */
export function identifier(name: string): string {
  return `"${withoutNul(name).replaceAll('"', '""')}"`;
}

/** `name` or `schema.name`, quoted; `schema` serves names that have none. */
export function tableIdentifier(table: string, schema: string | null): string {
  const dot = table.indexOf(".");
  if (dot !== -1) return `${identifier(table.slice(0, dot))}.${identifier(table.slice(dot + 1))}`;
  return schema === null ? identifier(table) : `${identifier(schema)}.${identifier(table)}`;
}

/** Text as a literal; holds with `standard_conforming_strings`, which `beginSnapshot` sets. */
export function literal(text: string): string {
  return `'${withoutNul(text).replaceAll("'", "''")}'`;
}

/** `column IN ('a', 'b')`, false for no values. */
export function isOneOf(expression: string, values: readonly string[]): string {
  return values.length === 0 ? "false" : `${expression} IN (${values.map(literal).join(", ")})`;
}

/** Postgres keeps no NUL, so nothing of it can be called by one. */
function withoutNul(text: string): string {
  if (text.includes("\0"))
    throw new UsageError("a name or a filter's value holds a NUL character; Postgres has none");
  return text;
}

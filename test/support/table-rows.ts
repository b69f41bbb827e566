import { tables } from "../../src/plugins/call-formats/tables.ts";

/** Reads a record as calls in tables, with the usual options but for those given. */
export function parseTables(record: unknown, options: object = {}) {
  const context = { place: "calls:1", callerId: (key: string) => `opaque ${key}` };
  return tables.parse(record, context, tables.options.parse(options));
}

/** An instant so many seconds into the call, as Postgres writes it. */
export function at(seconds: number): string {
  return new Date(Date.UTC(2026, 2, 4, 12) + seconds * 1000)
    .toISOString()
    .replace("T", " ")
    .replace("Z", "+00");
}

/** An entry of a transcript. */
export function said(role: string, content: unknown, seconds?: number) {
  return { role, content, ...(seconds === undefined ? {} : { timestamp: at(seconds) }) };
}

/** A tool call's row. */
export function row(columns: object) {
  return { id: "f-1", function_name: "check", arguments: "{}", result: '"free"', success: true, ...columns };
}

import type { JsonObject } from "../lib/json.ts";
import type { CallRedactor } from "./create-redactor.ts";
import { readMessagesRow } from "./read-row.ts";
import { redactRows } from "./redact-rows.ts";
import type { RedactionCounts } from "./report.ts";

export interface RedactedRow {
  readonly row: Readonly<Record<string, unknown>>;
  readonly counts: RedactionCounts;
}

/**
 * Redacts one row of OpenAI messages. `scope` is what values share a surrogate in: the same word for all rows of a
 * file that was cut from the same calls. Null where the row has no messages.
 */
export function redactMessagesRow(
  row: JsonObject,
  redactor: CallRedactor,
  scope: string,
): RedactedRow | null {
  const read = readMessagesRow(row);
  if (read === null) return null;
  const { rows, counts } = redactRows([read], redactor, scope);
  return rows[0] === undefined ? null : { row: rows[0], counts };
}

import { addLeaks, type LeakReport, noLeaks } from "../../domain/leak-report.ts";
import type { RedactionSettings } from "../../domain/redaction-settings.ts";
import { isJsonObject, type Json, type JsonObject, parseJson } from "../../lib/json.ts";
import { toJsonLine } from "../../lib/json-lines.ts";
import { createRedactor } from "../../redaction/create-redactor.ts";
import { redactExchangeRow } from "../../redaction/redact-exchange.ts";
import { type RedactedRow, redactMessagesRow } from "../../redaction/redact-row.ts";
import { textsOfRow } from "../../redaction/row-texts.ts";
import { scopeOfRow } from "../../redaction/scope-of-row.ts";
import { createSecondLook } from "../../redaction/second-look.ts";

export interface RedactSetup {
  readonly settings: RedactionSettings;
  readonly salt: string;
}

/** A line as it was read; no text where it is too long or not UTF-8. */
export interface TextLine {
  readonly number: number;
  readonly text: string | null;
}

export interface LineProblem {
  readonly line: number;
  /** What is wrong; never what stands there. */
  readonly sentence: string;
}

export interface RedactedLines {
  /** Redacted rows, each with its end. A line that can't be read isn't among them. */
  readonly text: string;
  readonly rows: number;
  readonly problems: readonly LineProblem[];
  readonly report: LeakReport;
}

/** A function from lines of a training file to redacted lines; each by itself, so that threads can share them. */
export function lineRedactor({ settings, salt }: RedactSetup): (lines: readonly TextLine[]) => RedactedLines {
  const redactor = createRedactor({ ...settings, salt });
  const look = createSecondLook();
  return (lines) => {
    let text = "";
    let rows = 0;
    let report = noLeaks;
    const problems: LineProblem[] = [];
    for (const line of lines) {
      if (line.text?.trim() === "") continue;
      const row = rowOf(line);
      const redacted = typeof row === "string" ? row : redactRow(row, redactor);
      if (typeof redacted === "string") {
        problems.push({ line: line.number, sentence: redacted });
        continue;
      }
      text += `${toJsonLine(redacted.row)}\n`;
      rows += 1;
      const seen = look(textsOfRow(redacted.row as JsonObject));
      const secondLook = { calls: 1, personal: { ...seen.personal }, ofBusiness: { ...seen.ofBusiness } };
      report = addLeaks(report, { calls: 1, entities: redacted.counts, secondLook });
    }
    return { text, rows, problems, report };
  };
}

/** The row, or what is wrong with its line. */
function rowOf({ text }: TextLine): JsonObject | string {
  if (text === null) return "the line is not UTF-8, or has more than 64 MB";
  const value: Json | undefined = parseJson(text);
  if (value === undefined) return "the line isn't JSON";
  return isJsonObject(value) ? value : "the line isn't a JSON object";
}

function redactRow(row: JsonObject, redactor: ReturnType<typeof createRedactor>): RedactedRow | string {
  const scope = scopeOfRow(row);
  try {
    const redacted = redactMessagesRow(row, redactor, scope) ?? redactExchangeRow(row, redactor, scope);
    return redacted ?? "the row has no list of messages, each with a role";
  } catch (error) {
    // JSON nested so deep that following it takes more stack than there is.
    if (error instanceof RangeError) return "the row nests too deep";
    throw error;
  }
}

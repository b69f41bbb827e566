import { type LeakReport, noLeaks, sumLeaks } from "../../domain/leak-report.ts";
import type { RedactionSettings } from "../../domain/redaction-settings.ts";
import { isJsonObject, type Json, type JsonObject, parseJson } from "../../lib/json.ts";
import { toJsonLine } from "../../lib/json-lines.ts";
import { type CallRedactor, createRedactor } from "../../redaction/create-redactor.ts";
import { type ReadRow, readExchangeRow, readMessagesRow } from "../../redaction/read-row.ts";
import { type RedactedRows, redactRows } from "../../redaction/redact-rows.ts";
import { textsOfRow } from "../../redaction/row-texts.ts";
import { callOfRow, scopeOfRow } from "../../redaction/scope-of-row.ts";
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

/**
 * A function from lines of a training file to redacted lines. Neighbours of one call are redacted together; batches
 * know nothing of each other, so that threads can share them.
 */
export function lineRedactor({ settings, salt }: RedactSetup): (lines: readonly TextLine[]) => RedactedLines {
  const redactor = createRedactor({ ...settings, salt });
  const look = createSecondLook();
  const lookAt = (row: object): LeakReport => {
    const seen = look(textsOfRow(row as JsonObject));
    const secondLook = { calls: 1, personal: { ...seen.personal }, ofBusiness: { ...seen.ofBusiness } };
    return { calls: 1, entities: {}, secondLook };
  };
  return (lines) => {
    let [text, rows] = ["", 0];
    const leaks = sumLeaks();
    const problems: LineProblem[] = [];
    const read = lines.filter((line) => line.text?.trim() !== "").map(readLine);
    for (const { line, sentence } of read) if (sentence !== null) problems.push({ line, sentence });
    for (const group of groupsOfCalls(read)) {
      const redacted = redactGroup(group, redactor);
      problems.push(...redacted.problems);
      leaks.add({ ...noLeaks, entities: redacted.counts });
      for (const row of redacted.rows) {
        text += `${toJsonLine(row)}\n`;
        rows += 1;
        leaks.add(lookAt(row));
      }
    }
    return {
      text,
      rows,
      problems: problems.sort((one, other) => one.line - other.line),
      report: leaks.read(),
    };
  };
}

/** A line that holds a row, or a sentence that says what is wrong with it. */
type ReadLine = RowLine | { readonly line: number; readonly sentence: string };

interface RowLine {
  readonly line: number;
  readonly sentence: null;
  readonly row: ReadRow;
  /** The call it names. */
  readonly call: string | null;
  readonly scope: string;
}

function readLine({ number: line, text }: TextLine): ReadLine {
  if (text === null) return { line, sentence: "the line is not UTF-8, or has more than 64 MB" };
  const value: Json | undefined = parseJson(text);
  if (value === undefined) return { line, sentence: "the line isn't JSON" };
  if (!isJsonObject(value)) return { line, sentence: "the line isn't a JSON object" };
  try {
    const row = readMessagesRow(value) ?? readExchangeRow(value);
    if (row === null) return { line, sentence: "the row has no list of messages, each with a role" };
    return { line, sentence: null, row, call: callOfRow(value), scope: scopeOfRow(value) };
  } catch (error) {
    return { line, sentence: tooDeep(error) };
  }
}

/** Neighbours that name one call; others each by itself. */
function groupsOfCalls(lines: readonly ReadLine[]): RowLine[][] {
  const groups: RowLine[][] = [];
  for (const line of lines) {
    if (line.sentence !== null) continue;
    const last = groups.at(-1);
    if (last !== undefined && line.call !== null && last[0]?.call === line.call) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

interface RedactedGroup extends RedactedRows {
  readonly problems: readonly LineProblem[];
}

function redactGroup(group: readonly RowLine[], redactor: CallRedactor): RedactedGroup {
  const rows = group.map(({ row }) => row);
  try {
    return { ...redactRows(rows, redactor, group[0]?.scope ?? ""), problems: [] };
  } catch (error) {
    const sentence = tooDeep(error);
    return { rows: [], counts: {}, problems: group.map(({ line }) => ({ line, sentence })) };
  }
}

/** JSON nested so deep that following it takes more stack than there is. */
function tooDeep(error: unknown): string {
  if (error instanceof RangeError) return "the row, or one of the same call, nests too deep";
  throw error;
}

import type { MadeToolCall } from "../../../domain/call.ts";
import { isJsonObject, type JsonObject } from "../../../lib/json.ts";
import { firstOf, flagOf, numberOf, wordOf } from "../reading/fields.ts";
import { argumentsText, decoded, rawText } from "../reading/jsonish.ts";
import type { ProblemList } from "../reading/problem-list.ts";
import { type Moment, readMoment } from "../reading/times.ts";
import type { TablesOptions, ToolCallsTable } from "./options.ts";
import { recordNames } from "./selection.ts";

/** A tool call that lies outside the transcript. */
export interface ToolCallRow {
  /** `llm_function_calls:<key>`, for problems. */
  readonly place: string;
  readonly toolCall: MadeToolCall;
  readonly time: Moment | null;
  /** What the caller had said when it was made. */
  readonly callerWords: string | null;
}

/** The rows of one call that can be read, in the order they came. */
export function readToolCallRows(
  record: JsonObject,
  options: TablesOptions,
  problems: ProblemList,
): ToolCallRow[] {
  const mapping = options.toolCalls;
  if (mapping === "embedded") return [];
  const names = [
    recordNames(options).toolCalls,
    "tool_calls",
    "llm_function_calls",
    "function_calls",
    mapping.table,
  ];
  const rows = decoded(firstOf(record, names));
  if (rows === null || rows === undefined) return [];
  if (!Array.isArray(rows)) {
    problems.add("tool_call_unreadable", `${mapping.table} is not a list`);
    return [];
  }
  return rows.flatMap((row, index) => {
    const read = isJsonObject(row) ? readRow(row, index, mapping) : null;
    if (read === null) problems.add("tool_call_unreadable", placeOf(row, index, mapping));
    return read ?? [];
  });
}

function readRow(row: JsonObject, index: number, mapping: ToolCallsTable): ToolCallRow | null {
  const name = wordOf(row[mapping.name]);
  if (name === null) return null;
  const latencyMs = mapping.latencyMs === null ? null : numberOf(row[mapping.latencyMs]);
  return {
    place: placeOf(row, index, mapping),
    toolCall: {
      id: wordOf(row[mapping.id]) ?? `unnamed_${index + 1}`,
      name,
      arguments: argumentsText(row[mapping.arguments]),
      result: rawText(row[mapping.result]),
      succeeded: mapping.succeeded === null ? null : flagOf(row[mapping.succeeded]),
      ...(latencyMs === null || latencyMs < 0 ? {} : { latencyMs }),
    },
    time: mapping.createdAt === null ? null : readMoment(row[mapping.createdAt]),
    callerWords: mapping.userMessage === null ? null : wordOf(row[mapping.userMessage]),
  };
}

function placeOf(row: unknown, index: number, { table, id }: ToolCallsTable): string {
  const key = isJsonObject(row) ? wordOf(row[id]) : null;
  return key === null ? `${table}[${index}]` : `${table}:${key}`;
}

import type { MadeToolCall } from "../../../domain/call.ts";
import type { Entry } from "../reading/entry.ts";
import type { ProblemList } from "../reading/problem-list.ts";
import type { ToolCallRow } from "./tool-call-rows.ts";

/**
 * A transcript may tell of the same tool calls as the rows. The rows then count, having results and times; what only
 * the transcript has is a problem.
 */
export function withoutToolCalls(
  entries: readonly Entry[],
  rows: readonly ToolCallRow[],
  problems: ProblemList,
): readonly Entry[] {
  const told = entries.flatMap((entry) => (entry.kind === "agent" ? entry.toolCalls : []));
  if (told.length === 0 && entries.every(({ kind }) => kind !== "result")) return entries;
  const missing = countMissing(told, rows);
  if (missing > 0) problems.add("tool_call_unplaced", `transcript: ${missing} without a row`);
  return entries.flatMap((entry) => {
    if (entry.kind === "result") return [];
    if (entry.kind !== "agent" || entry.toolCalls.length === 0) return entry;
    return entry.text === "" ? [] : { ...entry, toolCalls: [] };
  });
}

/** How many of the tool calls told have no row of their own with that tool. */
function countMissing(told: readonly MadeToolCall[], rows: readonly ToolCallRow[]): number {
  const unused = new Map<string, number>();
  for (const { toolCall } of rows) unused.set(toolCall.name, (unused.get(toolCall.name) ?? 0) + 1);
  let missing = 0;
  for (const { name } of told) {
    const left = unused.get(name) ?? 0;
    if (left === 0) missing += 1;
    else unused.set(name, left - 1);
  }
  return missing;
}

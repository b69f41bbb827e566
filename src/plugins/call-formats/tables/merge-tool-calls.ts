import type { AgentEntry, Entry } from "../reading/entry.ts";
import type { ProblemList } from "../reading/problem-list.ts";
import { createTimeline } from "./place-by-time.ts";
import { placesByWords } from "./place-by-words.ts";
import type { ToolCallRow } from "./tool-call-rows.ts";
import type { ReadTranscript } from "./transcript.ts";

export interface MergeSettings {
  readonly startedAtMs: number | null;
  readonly sideBySideMs: number;
  readonly problems: ProblemList;
}

/**
 * The transcript with its tool calls where they were made: by time, else behind the caller's words they were made
 * for. A tool call that can be placed by neither is a problem, since a guess would teach a wrong example.
 */
export function mergeToolCalls(
  transcript: ReadTranscript,
  rows: readonly ToolCallRow[],
  { startedAtMs, sideBySideMs, problems }: MergeSettings,
): readonly Entry[] {
  const { entries, placeOf } = createTimeline(transcript.entries, { startedAtMs, sortBy: transcript.sortBy });
  if (rows.length === 0) return entries;
  const made = inOrderOfTime(rows);
  const byWords = placesByWords(
    entries,
    made.map(({ callerWords, time }) => (placeOf(time) === null ? callerWords : null)),
  );
  const placed = made.flatMap((row, index) => {
    const place = placeOf(row.time) ?? byWords[index] ?? null;
    if (place === null) problems.add("tool_call_unplaced", row.place);
    return place === null ? [] : { row, place };
  });
  return woven(entries, sideBySide(placed, sideBySideMs));
}

/** Rows without a time stay behind the one before. */
function inOrderOfTime(rows: readonly ToolCallRow[]): ToolCallRow[] {
  let latest = 0;
  const timed = rows.map((row) => {
    latest = row.time?.ms ?? latest;
    return { row, ms: latest };
  });
  return timed.sort((left, right) => left.ms - right.ms).map(({ row }) => row);
}

interface PlacedRow {
  readonly row: ToolCallRow;
  readonly place: number;
}

interface Group {
  readonly place: number;
  readonly rows: readonly ToolCallRow[];
}

/** Rows at one place whose times lie close to that of the first. */
function sideBySide(placed: readonly PlacedRow[], withinMs: number): Group[] {
  const groups: { place: number; rows: ToolCallRow[] }[] = [];
  for (const { row, place } of placed) {
    const last = groups.at(-1);
    const first = last?.rows[0]?.time ?? null;
    const together = first !== null && row.time !== null && row.time.ms - first.ms <= withinMs;
    if (last?.place === place && together) last.rows.push(row);
    else groups.push({ place, rows: [row] });
  }
  return groups.sort((left, right) => left.place - right.place);
}

function woven(entries: readonly Entry[], groups: readonly Group[]): Entry[] {
  const all: Entry[] = [];
  let next = 0;
  for (let place = 0; place <= entries.length; place += 1) {
    for (let group = groups[next]; group?.place === place; group = groups[next]) {
      all.push(asEntry(group));
      next += 1;
    }
    const entry = entries[place];
    if (entry !== undefined) all.push(entry);
  }
  return all;
}

function asEntry({ rows }: Group): AgentEntry {
  return {
    kind: "agent",
    text: "",
    toolCalls: rows.map(({ toolCall }) => toolCall),
    interrupted: false,
    time: rows[0]?.time ?? null,
  };
}

import type { AgentEntry, Entry } from "./entry.ts";

/**
 * Some stacks write tool calls that were made side by side as one message each, all before the first result. Such a
 * run is one entry again. With a result in between, or none behind, they stay as logged: one after the other.
 */
export function joinSplitToolCalls(entries: readonly Entry[]): Entry[] {
  const joined: Entry[] = [];
  let start = 0;
  while (start < entries.length) {
    const end = endOfRun(entries, start);
    const run = entries.slice(start, end);
    for (const entry of entries[end]?.kind === "result" ? asOne(run) : run) joined.push(entry);
    start = end;
  }
  return joined;
}

function asOne(run: readonly Entry[]): readonly Entry[] {
  const [first] = run;
  if (first?.kind !== "agent" || run.length === 1) return run;
  return [{ ...first, toolCalls: run.flatMap((entry) => (entry.kind === "agent" ? entry.toolCalls : [])) }];
}

/** The index behind the tool calls that begin at `start`; only the first may have words. */
function endOfRun(entries: readonly Entry[], start: number): number {
  const first = entries[start];
  if (first?.kind !== "agent" || first.toolCalls.length === 0) return start + 1;
  let end = start + 1;
  while (isToolCallsAlone(entries[end])) end += 1;
  return end;
}

function isToolCallsAlone(entry: Entry | undefined): entry is AgentEntry {
  return entry?.kind === "agent" && entry.text === "" && entry.toolCalls.length > 0;
}

import type { AgentEntry, Entry } from "./entry.ts";

/**
 * Some stacks write tool calls that were made side by side as one message each, all before the first result. Such a
 * run is one entry again. With a result in between, or none behind, they stay as logged: one after the other.
 */
export function joinSplitToolCalls(entries: readonly Entry[]): Entry[] {
  const joined: Entry[] = [];
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index];
    if (entry === undefined) break;
    const end = endOfRun(entries, index);
    if (entry.kind !== "agent" || end === index + 1 || entries[end]?.kind !== "result") {
      joined.push(entry);
      continue;
    }
    const more = entries.slice(index + 1, end).flatMap((one) => (one.kind === "agent" ? one.toolCalls : []));
    joined.push({ ...entry, toolCalls: [...entry.toolCalls, ...more] });
    index = end - 1;
  }
  return joined;
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

import type { AgentTurn, CallerTurn, Turn } from "../../../domain/call.ts";
import { alignTimes, startOf } from "./align-times.ts";
import type { AgentEntry, CallerEntry, Entry, SystemEntry } from "./entry.ts";
import { createPendingResults, type OpenToolCall, type PendingResults } from "./pending-results.ts";
import type { ProblemList } from "./problem-list.ts";

export interface TurnMaker {
  /** When the call began, in ms since 1970; null where the log doesn't say. */
  readonly startedAtMs: number | null;
  readonly problems: ProblemList;
}

/**
 * Entries, in their order, as turns: what one side said in several entries is one turn; the agent's words behind its
 * tool calls are its next turn, since it spoke having seen the results. Results go to the tool calls they answer.
 */
export function turnsFromEntries(entries: readonly Entry[], { startedAtMs, problems }: TurnMaker): Turn[] {
  const moments = entries.map(({ time }) => time);
  const times = alignTimes(moments, startOf(moments, startedAtMs));
  const pending = createPendingResults();
  const turns: OpenTurn[] = [];
  for (const [index, entry] of entries.entries()) {
    const atMs = times[index] ?? null;
    if (entry.kind === "caller") addCaller(turns, entry, atMs);
    if (entry.kind === "system") addSystem(turns, entry, atMs);
    if (entry.kind === "agent") addAgent(turns, entry, { atMs, pending });
    if (entry.kind === "caller") pending.interrupt();
    if (entry.kind === "result" && !pending.answer(entry))
      problems.add("result_without_tool_call", entry.place);
  }
  return turns;
}

type OpenAgentTurn = Omit<AgentTurn, "toolCalls"> & { toolCalls: OpenToolCall[] };
type OpenTurn = CallerTurn | OpenAgentTurn | Extract<Turn, { role: "system" }>;

/** Silence is no turn. */
function addCaller(turns: OpenTurn[], { text, confidence }: CallerEntry, atMs: number | null): void {
  if (text === "") return;
  const last = turns.at(-1);
  if (last?.role !== "caller") {
    turns.push({ role: "caller", text, ...at(atMs), ...(confidence === null ? {} : { confidence }) });
    return;
  }
  last.text = `${last.text} ${text}`;
  if (confidence !== null) last.confidence = Math.min(confidence, last.confidence ?? 1);
}

function addSystem(turns: OpenTurn[], { text }: SystemEntry, atMs: number | null): void {
  if (text !== "") turns.push({ role: "system", text, ...at(atMs) });
}

function addAgent(
  turns: OpenTurn[],
  { text, toolCalls, interrupted }: AgentEntry,
  { atMs, pending }: { readonly atMs: number | null; readonly pending: PendingResults },
): void {
  const open: OpenToolCall[] = toolCalls.map((toolCall) => ({ ...toolCall }));
  if (open.length > 0) pending.made(open);
  const last = turns.at(-1);
  if (last?.role !== "agent" || last.toolCalls.length > 0) {
    turns.push({
      role: "agent",
      text,
      toolCalls: open,
      ...at(atMs),
      ...(interrupted ? { interrupted } : {}),
    });
    return;
  }
  last.text = joined(last.text, text);
  last.toolCalls = open;
  if (interrupted) last.interrupted = true;
}

function joined(before: string, text: string): string {
  if (before === "") return text;
  return text === "" ? before : `${before} ${text}`;
}

function at(atMs: number | null): { readonly atMs?: number } {
  return atMs === null ? {} : { atMs };
}

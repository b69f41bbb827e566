import type { MadeToolCall } from "../../../domain/call.ts";
import type { Moment } from "./times.ts";

/** The caller said something. */
export interface CallerEntry {
  readonly kind: "caller";
  readonly text: string;
  readonly time: Moment | null;
  readonly confidence: number | null;
}

/** The agent said something, used tools, or both at once. */
export interface AgentEntry {
  readonly kind: "agent";
  readonly text: string;
  readonly toolCalls: readonly MadeToolCall[];
  readonly interrupted: boolean;
  readonly time: Moment | null;
}

export interface SystemEntry {
  readonly kind: "system";
  readonly text: string;
  readonly time: Moment | null;
}

/** What came back of a tool call that stands before it. */
export interface ResultEntry {
  readonly kind: "result";
  /** Where it stands, for problems: `messages[4]`. */
  readonly place: string;
  /** Ids and names of the tool call it answers; null where the log has none. */
  readonly id: string | null;
  readonly name: string | null;
  /** Null: still waiting (Pipecat's IN_PROGRESS); a later result may come. */
  readonly result: string | null;
  readonly succeeded: boolean | null;
  readonly time: Moment | null;
}

/** One thing that a log tells, whatever its shape: every call format reads its logs into these. */
export type Entry = CallerEntry | AgentEntry | SystemEntry | ResultEntry;

/** Whether anybody said or did anything: a log of blanks is no call. */
export function saysSomething(entries: readonly Entry[]): boolean {
  return entries.some(
    (entry) =>
      (entry.kind === "caller" && entry.text !== "") ||
      (entry.kind === "agent" && (entry.text !== "" || entry.toolCalls.length > 0)),
  );
}

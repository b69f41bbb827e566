import type { Label } from "../domain/label.ts";
import type {
  BusinessTruth,
  DecisionTruth,
  PersonalTruth,
  ToolCallRow,
  TranscriptEntry,
} from "./sample-call.ts";
import type { DraftLabel, DraftTurn, DraftUse, Stage } from "./stage.ts";
import { createLedger, type Ledger } from "./truth-ledger.ts";

/** What a made call comes to: rows without ids, and the truth. */
export interface Finished {
  readonly transcript: TranscriptEntry[];
  readonly toolCalls: Omit<ToolCallRow, "id" | "tenant_id" | "call_sid">[];
  readonly endedAtMs: number;
  readonly decisions: DecisionTruth[];
  readonly personal: PersonalTruth[];
  readonly business: BusinessTruth[];
}

/** Turns drafts into rows with instants, reading off the marks where each value came to stand. */
export function finishCall(stage: Stage, turns: readonly DraftTurn[], startedAtMs: number): Finished {
  const ledger = createLedger(stage.caller.number);
  const transcript: TranscriptEntry[] = [];
  const toolCalls: Finished["toolCalls"] = [];
  const decisions: DecisionTruth[] = [];
  let atMs = startedAtMs + 400 + stage.random.below(900);
  let lastWords: string | null = null;
  turns.forEach((turn, index) => {
    const text = stage.marks.read(turn.text, ledger.at({ in: "turn", turn: index }));
    const uses = turn.role === "agent" ? turn.uses : [];
    // An agent turn of tool calls alone leaves no line in the transcript; an empty reply does.
    if (text !== "" || uses.length === 0) {
      transcript.push({
        role: turn.role === "agent" ? "assistant" : "user",
        content: text,
        timestamp: instant(atMs),
      });
    }
    if (turn.role === "caller") lastWords = text;
    else decisions.push({ turn: index, label: toLabel(stage, turn.label) });
    uses.forEach((use, order) => {
      const created_at = instant(atMs + 30 + order * 40);
      toolCalls.push({
        ...readUse(stage, use, { turn: index, toolCall: order, ledger }),
        user_message: lastWords,
        created_at,
      });
    });
    atMs +=
      900 + speakingMs(text) + (uses.length > 0 ? 400 + stage.random.below(1800) : stage.random.below(700));
  });
  return { transcript, toolCalls, endedAtMs: atMs, decisions, ...ledger.entries() };
}

interface Where {
  readonly turn: number;
  readonly toolCall: number;
  readonly ledger: Ledger;
}

function readUse(stage: Stage, use: DraftUse, { turn, toolCall, ledger }: Where) {
  return {
    function_name: use.name,
    arguments: stage.marks.readJson(use.args, ledger.at({ in: "arguments", turn, toolCall, path: "" })),
    result: stage.marks.readJson(use.result, ledger.at({ in: "result", turn, toolCall, path: "" })),
    success: use.succeeded,
  };
}

function toLabel(stage: Stage, label: DraftLabel): Label {
  if (label === "good") return { verdict: "good" };
  if (typeof label === "string") return { verdict: "rejected", reason: label };
  const toolCalls = label.correctedBy.map((use, index) => ({
    id: `call_${index + 1}`,
    type: "function" as const,
    function: { name: use.name, arguments: JSON.stringify(stage.marks.readJson(use.args, () => {})) },
  }));
  return { verdict: "corrected", toolCalls };
}

function instant(atMs: number): string {
  return new Date(atMs).toISOString();
}

/** About 16 characters a second; nobody is heard for more than a minute. */
function speakingMs(text: string): number {
  return Math.min(60_000, text.length * 60);
}

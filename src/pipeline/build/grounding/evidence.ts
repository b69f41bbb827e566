import type { Call, Turn } from "../../../domain/call.ts";
import { isJsonObject, type Json, parseJson } from "../../../lib/json.ts";
import { callDays } from "./call-days.ts";
import { isoDay } from "./days.ts";
import { denialEnd } from "./denial.ts";
import { createIndex, type Evidence, type EvidenceIndex } from "./evidence-index.ts";
import { tokensOf } from "./tokens.ts";

const beforeTheCall = -1;

/**
 * Indexes a call. Caller's turns and tool results count from the turn after them, the prompt and the tenant's columns
 * from the start; the agent's own words only once the caller has answered and let them stand. Linear in the call.
 */
export function evidenceOf(call: Call): Evidence {
  const today = callDays(call);
  const index = createIndex(today);
  for (const text of [call.systemPrompt ?? "", ...leafTexts(call.tenant?.columns ?? null)])
    index.add(tokensOf(text), "system", beforeTheCall);
  for (const day of today) index.addReading("date", isoDay(day), "system", beforeTheCall);
  let unanswered: string[] = [];
  for (const [place, turn] of call.turns.entries()) {
    if (turn.role === "agent" && turn.text !== "") unanswered.push(turn.text);
    if (turn.role === "caller") unanswered = answer(index, unanswered, turn.text, place);
    else addOther(index, turn, place);
  }
  return index.evidence;
}

/** The caller's words, and the agent's words before them unless they are rejected; nothing stays unanswered. */
function answer(index: EvidenceIndex, unanswered: readonly string[], text: string, place: number): string[] {
  const tokens = tokensOf(text);
  index.add(tokens, "caller", place);
  if (denialEnd(tokens) === null) for (const said of unanswered) index.add(tokensOf(said), "agent", place);
  return [];
}

function addOther(index: EvidenceIndex, turn: Turn, place: number): void {
  if (turn.role === "system") index.add(tokensOf(turn.text), "system", place);
  if (turn.role !== "agent") return;
  for (const { result } of turn.toolCalls) {
    if (result === null) continue;
    const texts = leafTexts(parseJson(result) ?? result);
    index.add(tokensOf(texts.join(" | ")), "tool", place);
  }
}

/** Strings and numbers in a value, in order; keys are not evidence. */
function leafTexts(value: Json): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  if (Array.isArray(value)) return value.flatMap(leafTexts);
  return isJsonObject(value) ? Object.values(value).flatMap(leafTexts) : [];
}

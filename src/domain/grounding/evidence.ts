import { parseKeptJson } from "../../lib/kept-json.ts";
import { isoDay } from "../../lib/spoken/days.ts";
import { denialEnd } from "../../lib/spoken/denial.ts";
import { tokensOf } from "../../lib/spoken/tokens.ts";
import type { AgentTurn, Call } from "../call.ts";
import { callDays } from "./call-days.ts";
import { type CallerWords, callerWords } from "./caller-words.ts";
import { createIndex, type EvidenceIndex, type IndexedEvidence } from "./evidence-index.ts";
import { leafTexts } from "./leaf-texts.ts";

const beforeTheCall = -1;
/** An answer rejects at its front. */
const answerLength = 200;

/** Everything that was said and returned in a call, indexed once, so that any prefix of it can be asked. */
export interface Evidence extends IndexedEvidence {
  /**
   * Indexes the weaker witnesses too: the prompt, the tenant's columns, and the agent's own words where the caller
   * answered and let them stand. Few values need them. True when that is new, so that asking again is worth while.
   */
  widen(): boolean;
}

/**
 * What a call's caller said and its tools returned, indexed as far as is asked for; both are known to the turns after
 * them. Linear in the call.
 */
export function evidenceOf(call: Call, callers: CallerWords = callerWords(call)): Evidence {
  const today = callDays(call).possible;
  const index = createIndex(today);
  let indexed = 0;
  let isWide = false;
  const upTo = (before: number) => {
    for (const end = Math.min(before, call.turns.length); indexed < end; indexed += 1) {
      const turn = call.turns[indexed];
      if (turn?.role === "caller") index.add(callers.tokensAt(indexed), "caller", indexed);
      if (turn?.role === "agent") addResults(index, turn, indexed);
    }
    return index;
  };
  return {
    today,
    word: (token, before) => upTo(before).word(token),
    reading: (kind, form, before) => upTo(before).reading(kind, form),
    words: (before) => upTo(before).words(),
    callerReadOut: (digits, before) => upTo(before).callerReadOut(digits, before),
    callerSaid: callers.said,
    callerSpells: callers.spelled,
    widen() {
      if (isWide) return false;
      isWide = true;
      addSystem(index, call);
      addAgent(index, call);
      return true;
    },
  };
}

function addResults(index: EvidenceIndex, { toolCalls }: AgentTurn, place: number): void {
  for (const { result } of toolCalls) {
    if (result === null) continue;
    index.add(tokensOf(leafTexts(parseKeptJson(result) ?? result).join(" | ")), "tool", place);
  }
}

function addSystem(index: EvidenceIndex, call: Call): void {
  for (const text of [call.systemPrompt ?? "", ...leafTexts(call.tenant?.columns ?? null)])
    index.add(tokensOf(text), "system", beforeTheCall);
  for (const day of callDays(call).known) index.addReading("date", isoDay(day), "system", beforeTheCall);
  for (const [place, turn] of call.turns.entries())
    if (turn.role === "system") index.add(tokensOf(turn.text), "system", place);
}

/** The agent's words count from the caller's answer on, unless that rejects them. */
function addAgent(index: EvidenceIndex, { turns }: Call): void {
  let unanswered: string[] = [];
  for (const [place, turn] of turns.entries()) {
    if (turn.role === "agent" && turn.text !== "") unanswered.push(turn.text);
    if (turn.role !== "caller") continue;
    if (denialEnd(tokensOf(turn.text.slice(0, answerLength))) === null)
      for (const said of unanswered) index.add(tokensOf(said), "agent", place);
    unanswered = [];
  }
}

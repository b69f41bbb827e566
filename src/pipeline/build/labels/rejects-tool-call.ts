import { type Leaf, leavesOf } from "../../../domain/grounding/leaves.ts";
import type { ValueKind } from "../../../lib/spoken/mentions.ts";
import type { Answer } from "./read-answer.ts";
import type { JudgedToolCall } from "./rule.ts";
import { isLookup } from "./says-failure.ts";
import { isTakenUp } from "./taken-up.ts";
import { conflict, type Values, valuesOfLeaves } from "./values.ts";
import { callerSaid, isCorrection, isReadBackOf, isShort, rulesOutValues, settledBy } from "./whose-fault.ts";

export function rejectsToolCall(judged: JudgedToolCall, answer: Answer): boolean {
  const { cues } = answer;
  if (cues.rejects === "deed") return isLastDeed(judged, answer);
  if (cues.rejects === "purpose") return isLastDeed(judged, answer) && !isLookup(judged.toolCall.name);
  const leaves = leavesOf(judged.arguments ?? {}, judged.tool?.function.parameters);
  const values = valuesOfLeaves(leaves, judged.reading.evidence().today);
  const kind = conflict(answer.values, values);
  const settled = kind === null ? null : settledBy(judged, answer, { kind, values });
  if (settled !== null) return settled;
  if (answer.isBare) return false;
  if (cues.restates !== null || cues.rejects !== null)
    return (
      (kind !== null && concerns(answer, values, kind)) ||
      isTakenUp(judged, answer, leaves) ||
      isDisputed(judged, answer, values)
    );
  if (rulesOutValues(answer, values, judged)) return true;
  return (
    cues.wishes === null && isCorrection(cues) && correctsToolCall(judged, answer, { leaves, values, kind })
  );
}

interface Given {
  readonly leaves: readonly Leaf[];
  readonly values: Values;
  readonly kind: ValueKind | null;
}

function correctsToolCall(judged: JudgedToolCall, answer: Answer, { leaves, values, kind }: Given): boolean {
  const chooses = answer.isChoice && !answer.cues.insists;
  if (kind === null) return !chooses && isTakenUp(judged, answer, leaves);
  if (chooses) return callerSaid(judged, answer.values, kind) && !callerSaid(judged, values, kind);
  return isPlain(answer) || !callerSaid(judged, values, kind);
}

/** "That's wrong, I should have 500" is about the balance read out, not about the account asked for. */
function concerns({ cues, saidValues }: Answer, values: Values, kind: ValueKind): boolean {
  if (cues.rejects === null || saidValues.forms[kind].length === 0) return true;
  return saidValues.forms[kind].some((form) => values.forms[kind].includes(form));
}

/** "That's wrong" to what was just done, with an argument of it read back. */
function isDisputed(judged: JudgedToolCall, answer: Answer, values: Values): boolean {
  const isPlea = answer.cues.rejects !== null && !answer.isChoice;
  return (
    isPlea && !isLookup(judged.toolCall.name) && isLastDeed(judged, answer) && isReadBackOf(values, answer)
  );
}

/** "No, six", "no, make that six": nothing but another value. */
function isPlain({ cues, tokens }: Answer): boolean {
  if (cues.wishes !== null) return false;
  return cues.replaces !== null || isShort(tokens, cues.denies ?? 0);
}

/** "That's not what I asked for" speaks of the last thing that was done. */
function isLastDeed({ reading, turn, toolCall }: JudgedToolCall, answer: Answer): boolean {
  for (let index = answer.turn - 1; index > turn; index -= 1) {
    const later = reading.call.turns[index];
    if (later?.role === "agent" && later.toolCalls.length > 0) return false;
  }
  const deeds = reading.call.turns[turn];
  return deeds?.role === "agent" && deeds.toolCalls.at(-1) === toolCall;
}

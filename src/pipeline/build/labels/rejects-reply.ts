import { leavesOf } from "../../../domain/grounding/leaves.ts";
import type { ValueKind } from "../../../lib/spoken/mentions.ts";
import { isClarification, isReadBack, isReport } from "./agent-words.ts";
import type { Answer } from "./read-answer.ts";
import type { Decision } from "./rule.ts";
import { conflict, valuesOfLeaves } from "./values.ts";
import {
  callerSaid,
  type Difference,
  followsDeed,
  isContent,
  isCorrection,
  isShort,
  reportsResult,
  rulesOutValues,
  saidLast,
  settledBy,
} from "./whose-fault.ts";

export function rejectsReply(decision: Decision, answer: Answer): boolean {
  const { cues, saidValues } = answer;
  const kind = conflict(answer.values, saidValues);
  if (cues.rejects !== null) return objectsToReply(decision, answer, kind);
  const settled = kind === null ? null : settledBy(decision, answer, { kind, values: saidValues });
  if (settled !== null) return settled;
  if (answer.isBare) return kind === "spelled" && isReadBack(answer.said);
  if (cues.restates !== null)
    return kind !== null || (!isClarification(answer.said) && isRestated(answer, cues.restates));
  return rulesOutValues(answer, saidValues, decision) || correctsReply(decision, answer, kind);
}

function objectsToReply(decision: Decision, { cues }: Answer, kind: ValueKind | null): boolean {
  if (cues.rejects === "purpose") return followsDeed(decision);
  return cues.rejects === "deed" || cues.restates !== null || kind !== null || !reportsResult(decision);
}

function correctsReply(decision: Decision, answer: Answer, kind: ValueKind | null): boolean {
  const { cues, saidValues, values } = answer;
  if (cues.wishes === "asks" || !isCorrection(cues)) return false;
  if (kind === null) return isCorrectedReadBack(answer, cues.replaces ?? cues.denies ?? 0);
  if (answer.isChoice && !cues.insists) return !answer.isAsked && callerSaid(decision, values, kind);
  const difference: Difference = { kind, values: saidValues };
  return !isNewWish(decision, answer, difference) && !isFound(decision, difference);
}

/** Who wants another value than they said before has changed their mind; nobody changes a phone number. */
function isNewWish(
  decision: Decision,
  { cues, values: wanted }: Answer,
  { kind, values }: Difference,
): boolean {
  if ((cues.insists && cues.wishes === null) || kind === "digits") return false;
  return callerSaid(decision, values, kind) && !saidLast(decision, wanted, { kind, values });
}

/** What a tool of questions found, and wasn't asked with, is not the agent's doing. */
function isFound(decision: Decision, { kind, values }: Difference): boolean {
  const { reading, turn } = decision;
  const before = reading.call.turns[turn - 1];
  if (before?.role !== "agent" || before.toolCalls.length === 0 || followsDeed(decision)) return false;
  return before.toolCalls.every((made) => {
    const leaves = leavesOf(reading.argumentsOf(made) ?? {}, undefined);
    const asked = valuesOfLeaves(leaves, reading.evidence().today).forms[kind];
    return !values.forms[kind].some((form) => asked.includes(form));
  });
}

/** "No, I said a checkup"; without the "no" only where something had been read back. */
function isRestated(answer: Answer, from: number): boolean {
  return answer.cues.denies === null ? isCorrectedReadBack(answer, from) : !isRepeated(answer, from);
}

/** "So that's Smith?" – "No, Smyth.": in one breath, or in a list that is otherwise the same. */
function isCorrectedReadBack(answer: Answer, from: number): boolean {
  const { cues, tokens, said } = answer;
  const isStated =
    isReadBack(said) || (isReport(said) && !answer.isChoice && (cues.insists || cues.restates !== null));
  if (cues.wishes !== null || !isStated || isRepeated(answer, from)) return false;
  const content = tokens.slice(from).filter(isContent);
  const known = content.filter((token) => said.includes(token));
  return isShort(tokens, from) || known.length * 2 >= content.length;
}

/** The caller only says again what the agent said. */
function isRepeated({ tokens, said }: Answer, from: number): boolean {
  const content = tokens.slice(from).filter(isContent).join(" ");
  return said.filter(isContent).join(" ").includes(content);
}

import type { Call, MadeToolCall } from "../../../domain/call.ts";
import { type Leaf, leavesOf } from "../grounding/leaves.ts";
import { stopWords } from "../grounding/lexicon.ts";
import type { ValueKind } from "../grounding/mentions.ts";
import { tokensOf } from "../grounding/tokens.ts";
import { isOffer, isReadBack } from "./agent-words.ts";
import { type Change, changedLeaves } from "./changed-leaves.ts";
import type { Cues } from "./cues.ts";
import type { Answer } from "./read-answer.ts";
import type { Decision, JudgedToolCall, Rule } from "./rule.ts";
import { comparedKinds, conflict, rulesOut, type Values, valuesOfLeaves } from "./values.ts";

/** How many of the agent's next turns may hold the tool call that takes up the caller's correction. */
const turnsToTakeUp = 4;
/** "No, pepperoni." A correction in one breath. */
const shortCorrection = 7;
/** More arguments changed at once are another deed. */
const mostChanges = 2;

export const contradicted: Rule = {
  about: "the caller's next turn says that it was wrong",
  ofReply(decision) {
    const answer = decision.reading.answerTo(decision.turn);
    return answer !== null && isAnswered(decision, answer) && rejectsReply(decision, answer);
  },
  ofToolCall(judged) {
    const answer = judged.reading.answerTo(judged.turn);
    return answer !== null && rejectsToolCall(judged, answer);
  },
};

/** A caller answers the last words before theirs. */
function isAnswered({ reading, turn }: Decision, answer: Answer): boolean {
  for (let index = turn + 1; index < answer.turn; index += 1) {
    const between = reading.call.turns[index];
    if (between?.role === "agent" && between.text.trim() !== "") return false;
  }
  return true;
}

function rejectsReply(decision: Decision, answer: Answer): boolean {
  const { cues, saidValues } = answer;
  const kind = conflict(answer.values, saidValues);
  if (cues.rejects !== null)
    return cues.rejects === "deed" || cues.restates !== null || kind !== null || !reportsResult(decision);
  if (cues.restates !== null) return kind !== null || isRestated(answer, cues.restates);
  if (rulesOutValues(answer, saidValues, decision)) return true;
  if (cues.wishes === "asks" || !isCorrection(cues)) return false;
  if (kind === null) return isCorrectedReadBack(answer, cues.replaces ?? cues.denies ?? 0);
  if (isOffer(answer.said) && !cues.insists) return callerSaid(decision, answer.values, kind);
  // Who now wants another value than they said before has changed their mind.
  return isPlain(answer) || !callerSaid(decision, saidValues, kind);
}

function rejectsToolCall(judged: JudgedToolCall, answer: Answer): boolean {
  const { cues } = answer;
  if (cues.rejects === "deed") return isLastDeed(judged, answer);
  const leaves = leavesOf(judged.arguments ?? {}, judged.tool?.function.parameters);
  const values = valuesOfLeaves(leaves, judged.reading.evidence().today);
  const kind = conflict(answer.values, values);
  if (cues.restates !== null || cues.rejects !== null)
    return kind !== null || isTakenUp(judged, answer, leaves) || isDisputed(judged, answer, values);
  if (rulesOutValues(answer, values, judged)) return true;
  if (cues.wishes !== null || !isCorrection(cues)) return false;
  const isChoice = isOffer(answer.said) && !cues.insists;
  if (kind === null) return !isChoice && isTakenUp(judged, answer, leaves);
  if (isChoice) return callerSaid(judged, answer.values, kind) && !callerSaid(judged, values, kind);
  return isPlain(answer) || !callerSaid(judged, values, kind);
}

function isCorrection({ replaces, denies }: Cues): boolean {
  return replaces !== null || denies !== null;
}

/** "That's wrong" to what was just done, with an argument of it read back. */
function isDisputed(judged: JudgedToolCall, answer: Answer, values: Values): boolean {
  const isPlea = answer.cues.rejects !== null && !isOffer(answer.said);
  return isPlea && isLastDeed(judged, answer) && isReadBackOf(values, answer);
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

/**
 * The agent's next act is the same tool again with a value changed: to words of the caller's, or, where the caller
 * was plain about it, to whatever the agent understood by them.
 */
function isTakenUp(
  { reading, toolCall, tool }: JudgedToolCall,
  answer: Answer,
  leaves: readonly Leaf[],
): boolean {
  const next = toolCallsBeforeNextAnswer(reading.call, answer.turn).find(
    ({ name }) => name === toolCall.name,
  );
  const renewed = next === undefined ? null : reading.argumentsOf(next);
  if (renewed === null) return false;
  const changes = changedLeaves(
    leaves,
    leavesOf(renewed, tool?.function.parameters),
    reading.evidence().today,
  );
  if (changes.some((change) => isReplaced(change, answer.values))) return true;
  const { restates, replaces, rejects } = answer.cues;
  const isTold = restates !== null || replaces !== null || rejects !== null;
  const isExchanged = changes.some(({ before, after }) => before !== null && after !== null);
  return isTold && isExchanged && changes.length <= mostChanges;
}

function toolCallsBeforeNextAnswer(call: Call, turn: number): MadeToolCall[] {
  const following = call.turns.slice(turn + 1, turn + 1 + turnsToTakeUp);
  const answered = following.findIndex(({ role }) => role === "caller");
  const acts = answered === -1 ? following : following.slice(0, answered);
  return acts.flatMap((act) => (act.role === "agent" ? act.toolCalls : []));
}

function isReplaced({ before, after }: Change, said: Values): boolean {
  if (before === null || after === null) return false;
  const [old, fresh] = [contentOf(before.value), contentOf(after.value)];
  const added = fresh.filter((token) => !old.includes(token));
  const isSaid = (token: string) => said.words.has(token);
  return added.length > 0 && added.every(isSaid) && !old.every(isSaid);
}

function contentOf(value: Leaf["value"]): string[] {
  return tokensOf(String(value)).filter((token) => !stopWords.has(token));
}

/** The caller had said a value of that kind before the decision. */
function callerSaid({ reading, turn }: Decision, values: Values, kind: ValueKind): boolean {
  const evidence = reading.evidence();
  return values.forms[kind].some((form) => {
    const seen = evidence.reading(kind, form);
    return seen !== undefined && seen.caller < turn;
  });
}

/** The agent passes on what a tool returned: who objects to that objects to the world. */
function reportsResult({ reading, turn }: Decision): boolean {
  const before = reading.call.turns[turn - 1];
  return before?.role === "agent" && before.toolCalls.length > 0;
}

/** The agent has said back one of the arguments. */
function isReadBackOf(values: Values, { said, saidValues }: Answer): boolean {
  const isSaid = comparedKinds.some((kind) =>
    values.forms[kind].some((form) => saidValues.forms[kind].includes(form)),
  );
  return isSaid || said.some((token) => values.words.has(token) && !stopWords.has(token));
}

/** "No, not six": what the agent did is named to be ruled out. */
function rulesOutValues({ cues, tokens }: Answer, values: Values, { reading }: Decision): boolean {
  if (cues.excludes === null) return false;
  // Without a "no" before it, "not a restaurant" may answer a question.
  const named = cues.denies === null ? { ...values, words: new Set<string>() } : values;
  return rulesOut(tokens, cues.excludes, named, reading.evidence().today);
}

/** "No, I said a checkup"; without the "no" only where something had been read back. */
function isRestated(answer: Answer, from: number): boolean {
  return answer.cues.denies === null ? isCorrectedReadBack(answer, from) : !isRepeated(answer, from);
}

/** "So that's Smith?" – "No, Smyth.": in one breath, or in a list that is otherwise the same. */
function isCorrectedReadBack(answer: Answer, from: number): boolean {
  const { cues, tokens, said } = answer;
  if (cues.wishes !== null || !isReadBack(said) || isRepeated(answer, from)) return false;
  const content = tokens.slice(from).filter(isContent);
  const known = content.filter((token) => said.includes(token));
  return isShort(tokens, from) || known.length * 2 >= content.length;
}

/** The caller only says again what the agent said. */
function isRepeated({ tokens, said }: Answer, from: number): boolean {
  const content = tokens.slice(from).filter(isContent).join(" ");
  return said.filter(isContent).join(" ").includes(content);
}

function isContent(token: string): boolean {
  return !stopWords.has(token);
}

function isShort(tokens: readonly string[], from: number): boolean {
  const left = tokens.length - from;
  return left > 0 && left <= shortCorrection;
}

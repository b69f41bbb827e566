import { isJsonObject, type JsonObject } from "../../../lib/json.ts";
import { leavesOf } from "../grounding/leaves.ts";
import { stopWords } from "../grounding/lexicon.ts";
import type { ValueKind } from "../grounding/mentions.ts";
import { tokensOf } from "../grounding/tokens.ts";
import { isOffer, isReadBack } from "./agent-words.ts";
import type { Answer } from "./read-answer.ts";
import type { Decision, JudgedToolCall, Rule } from "./rule.ts";
import { comparedKinds, conflict, rulesOut, type Values, valuesOfLeaves } from "./values.ts";

/** How many of the agent's next turns may hold the tool call that takes up the caller's correction. */
const turnsToTakeUp = 4;
/** "No, pepperoni." A correction in one breath. */
const shortCorrection = 5;

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
  const { cues } = answer;
  const kind = conflict(answer.values, answer.saidValues);
  if (cues.rejects !== null && (cues.rejects === "deed" || cues.restates !== null || kind !== null))
    return true;
  if (cues.rejects !== null) return !reportsResult(decision);
  if (cues.restates !== null) return kind !== null || isCorrectedReadBack(answer, cues.restates);
  if (rulesOutValues(answer, answer.saidValues, decision)) return true;
  if (cues.wishes === "asks") return false;
  if (isOffer(answer.said)) return kind !== null && callerSaid(decision, answer.values, kind);
  const front = cues.replaces ?? cues.denies;
  if (kind === null) return isCorrectedReadBack(answer, front ?? 0);
  const isPlain = cues.wishes === null && (cues.replaces !== null || isShort(answer, front));
  // Who now wants another value than they said before has changed their mind.
  return isPlain || !callerSaid(decision, answer.saidValues, kind);
}

function rejectsToolCall(judged: JudgedToolCall, answer: Answer): boolean {
  const { cues } = answer;
  if (cues.rejects === "deed") return isLastDeed(judged, answer);
  const given = judged.arguments ?? {};
  const values = valuesOfLeaves(
    leavesOf(given, judged.tool?.function.parameters),
    judged.reading.evidence().today,
  );
  const kind = conflict(answer.values, values);
  if (cues.restates !== null || cues.rejects !== null) {
    if (kind !== null || isTakenUp(judged, answer, given)) return true;
    return cues.rejects !== null && isLastDeed(judged, answer) && isReadBackOf(values, answer);
  }
  if (rulesOutValues(answer, values, judged)) return true;
  if (cues.wishes !== null) return false;
  if (kind === null) return !isOffer(answer.said) && isTakenUp(judged, answer, given);
  if (isOffer(answer.said))
    return callerSaid(judged, answer.values, kind) && !callerSaid(judged, values, kind);
  return cues.replaces !== null || isShort(answer, cues.denies) || !callerSaid(judged, values, kind);
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

/** The same tool is used again with a value that the caller has just given in place of another. */
function isTakenUp({ reading, toolCall }: JudgedToolCall, answer: Answer, given: JsonObject): boolean {
  const next = reading.call.turns
    .slice(answer.turn + 1, answer.turn + 1 + turnsToTakeUp)
    .flatMap((turn) => (turn.role === "agent" ? turn.toolCalls : []))
    .find(({ name }) => name === toolCall.name);
  const renewed = next === undefined ? null : reading.argumentsOf(next);
  return (
    renewed !== null && Object.keys(renewed).some((key) => isReplaced(given, renewed, key, answer.values))
  );
}

function isReplaced(given: JsonObject, renewed: JsonObject, key: string, said: Values): boolean {
  const [old, fresh] = [contentOf(given[key]), contentOf(renewed[key])];
  if (old.length === 0 || fresh.length === 0 || old.join(" ") === fresh.join(" ")) return false;
  const added = fresh.filter((token) => !old.includes(token));
  return (
    added.length > 0 &&
    added.every((token) => said.words.has(token)) &&
    !old.every((token) => said.words.has(token))
  );
}

function contentOf(value: unknown): string[] {
  if (value === undefined || isJsonObject(value) || Array.isArray(value)) return [];
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
  return cues.denies !== null && rulesOut(tokens, cues.denies - 1, values, reading.evidence().today);
}

/** "So that's Smith?" – "No, Smyth.": something new, in one breath or in a list that is otherwise the same. */
function isCorrectedReadBack(answer: Answer, from: number): boolean {
  if (answer.cues.wishes !== null || !isReadBack(answer.said)) return false;
  const content = answer.tokens.slice(from).filter((token) => !stopWords.has(token));
  const fresh = content.filter((token) => !answer.said.includes(token));
  return fresh.length > 0 && (isShort(answer, from) || fresh.length * 2 <= content.length);
}

function isShort(answer: Answer, from: number | null): boolean {
  const left = answer.tokens.length - (from ?? 0);
  return left > 0 && left <= shortCorrection && answer.cues.wishes === null;
}

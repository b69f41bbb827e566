import { isJsonObject, type JsonObject } from "../../../lib/json.ts";
import { leavesOf } from "../grounding/leaves.ts";
import { stopWords } from "../grounding/lexicon.ts";
import { tokensOf } from "../grounding/tokens.ts";
import { isOffer, isReadBack } from "./agent-words.ts";
import type { Answer } from "./read-answer.ts";
import type { Decision, JudgedToolCall, Rule } from "./rule.ts";
import { isLookup } from "./says-failure.ts";
import { conflict, type Values, valuesOfLeaves } from "./values.ts";

/** How many of the agent's next turns may hold the tool call that takes up the caller's correction. */
const turnsToTakeUp = 4;
/** "No, pepperoni." A correction in one breath. */
const shortCorrection = 4;

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
  const conflicting = conflict(answer.values, answer.saidValues);
  if (cues.rejects !== null) return true;
  if (cues.restates !== null) return conflicting !== null || !repeats(answer.values, answer.saidValues);
  if (cues.replaces === null && cues.denies === null) return false;
  if (cues.wishes === "asks") return false;
  if (isOffer(answer.said)) return conflicting !== null && wasToldBefore(decision, answer);
  if (conflicting !== null) return cues.wishes === null || !callerSaid(decision, answer.saidValues);
  return cues.denies !== null && isShort(answer, cues.denies) && isReadBack(answer.said);
}

function rejectsToolCall(judged: JudgedToolCall, answer: Answer): boolean {
  const { cues } = answer;
  if (cues.rejects === "deed") return isLastDeed(judged, answer);
  const given = judged.arguments ?? {};
  const leaves = leavesOf(given, judged.tool?.function.parameters);
  const values = valuesOfLeaves(leaves, judged.reading.evidence().today);
  const conflicting = conflict(answer.values, values);
  if (cues.restates !== null && conflicting !== null) return true;
  if (cues.rejects !== null)
    return conflicting !== null || (isLastDeed(judged, answer) && !isLookup(judged.toolCall.name));
  if (cues.restates !== null) return isTakenUp(judged, answer, given);
  if (cues.wishes !== null) return false;
  if (isOffer(answer.said))
    return conflicting !== null && wasToldBefore(judged, answer) && !callerSaid(judged, values);
  return conflicting !== null || isTakenUp(judged, answer, given);
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

/** The value now given had been given before the decision: it was misheard, and is no new wish. */
function wasToldBefore({ reading, turn }: Decision, answer: Answer): boolean {
  return saidByCaller(reading.evidence(), answer.values, turn);
}

function callerSaid({ reading, turn }: Decision, values: Values): boolean {
  return saidByCaller(reading.evidence(), values, turn);
}

function saidByCaller(
  evidence: ReturnType<Decision["reading"]["evidence"]>,
  values: Values,
  before: number,
): boolean {
  return (["time", "date", "digits", "number"] as const).some((kind) =>
    values.forms[kind].some((form) => {
      const seen = evidence.reading(kind, form);
      return seen !== undefined && seen.caller < before;
    }),
  );
}

/** Nothing new is said of the values: "I said at seven" to "At seven, right?" */
function repeats(values: Values, said: Values): boolean {
  const content = [...values.words].filter((word) => !stopWords.has(word));
  return content.length === 0 || content.every((word) => said.words.has(word));
}

function isShort(answer: Answer, from: number): boolean {
  const left = answer.tokens.length - from;
  return left > 0 && left <= shortCorrection && answer.cues.wishes === null;
}

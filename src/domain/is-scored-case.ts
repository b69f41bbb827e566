import { isJsonObject, type Json } from "../lib/json.ts";
import { type Field, isFlag, isText, isTextOrNull } from "./field.ts";
import { FailureReason } from "./generation.ts";
import { ArgumentError, Decision, ToolCallFault } from "./judgement.ts";
import type { ScoredCase } from "./scored-case.ts";

/** The same answer as `ScoredCase.safeParse` gives, in a tenth of its time: there are tens of thousands of lines. */
export function isScoredCase(value: unknown): value is ScoredCase {
  if (!isJsonObject(value)) return false;
  const { caseId, callId, candidate, outcome, reason, judgement, scores } = value;
  if (!isText(caseId) || !isText(callId) || !isText(candidate)) return false;
  if (outcome === "failed") return reasons.has(reason);
  return outcome === "scored" && isJudgement(judgement) && hasScores(scores);
}

const reasons: ReadonlySet<Field> = new Set(FailureReason.options);
const decisions: ReadonlySet<Field> = new Set(Decision.options);
const faults: ReadonlySet<Field> = new Set([null, ...ToolCallFault.options]);
const errors: ReadonlySet<Field> = new Set([null, ...ArgumentError.options]);

function isJudgement(value: Field): boolean {
  if (!isJsonObject(value)) return false;
  const { decision, toolCalls, exact, callInText, premature, truncated } = value;
  if (!isFlag(exact) || !isFlag(callInText) || !isFlag(premature) || !isFlag(truncated)) return false;
  return decisions.has(decision) && Array.isArray(toolCalls) && toolCalls.every(isJudgedToolCall);
}

function isJudgedToolCall(value: Field): boolean {
  if (!isJsonObject(value)) return false;
  const { expected, given, fault, arguments: verdicts, expectedArguments, exact } = value;
  if (!isTextOrNull(expected) || !isTextOrNull(given) || !faults.has(fault) || !isFlag(exact)) return false;
  return Number.isSafeInteger(expectedArguments) && Array.isArray(verdicts) && verdicts.every(isVerdict);
}

function isVerdict(value: Field): boolean {
  if (!isJsonObject(value)) return false;
  const { parameter, error, comparator, ungrounded } = value;
  return isText(parameter) && errors.has(error) && isText(comparator) && isFlag(ungrounded);
}

function hasScores(value: Field): boolean {
  return isJsonObject(value) && Object.values(value).every((score) => score === null || isScore(score));
}

function isScore(score: Json): boolean {
  if (!isJsonObject(score)) return false;
  const { value, of } = score;
  return Number.isFinite(value) && typeof of === "number" && Number.isFinite(of) && of > 0;
}

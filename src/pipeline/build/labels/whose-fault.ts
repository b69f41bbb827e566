import { stopWords } from "../../../lib/spoken/lexicon.ts";
import type { ValueKind } from "../../../lib/spoken/mentions.ts";
import { tokensOf } from "../../../lib/spoken/tokens.ts";
import type { Cues } from "./cues.ts";
import type { Answer } from "./read-answer.ts";
import type { Decision } from "./rule.ts";
import { isLookup } from "./says-failure.ts";
import { comparedKinds, rulesOut, type Values, valuesOf } from "./values.ts";

/** "No, pepperoni." A correction in one breath. */
const shortCorrection = 7;

/** What the answer differs from, and in which kind of value. */
export interface Difference {
  readonly kind: ValueKind;
  readonly values: Values;
}

/** Where the call itself shows whose fault a difference is; null where it doesn't. */
export function settledBy(decision: Decision, answer: Answer, difference: Difference): boolean | null {
  if (isSaidAgain(decision, answer, difference)) return true;
  return !answer.isBare && isOwnFault(decision, answer, difference) ? false : null;
}

/** "Two, just two": the caller says once more what the agent had been told, and took for something else. */
function isSaidAgain(decision: Decision, answer: Answer, { kind, values }: Difference): boolean {
  const { isBare, isChoice, isAsked, cues } = answer;
  if (isAsked || (isBare && (isChoice || !isReadBackOf(values, answer)))) return false;
  const isSaid = isBare || cues.restates !== null || isCorrection(cues);
  return isSaid && callerSaid(decision, answer.values, kind) && !callerSaid(decision, values, kind);
}

/** "Oh sorry, it's …", "actually …": what was done is what they had said. */
function isOwnFault(decision: Decision, { cues }: Answer, { kind, values }: Difference): boolean {
  return cues.admits && !cues.claims && cues.rejects === null && callerSaid(decision, values, kind);
}

/** The caller had said a value of that kind before the decision. */
export function callerSaid({ reading, turn }: Decision, values: Values, kind: ValueKind): boolean {
  const evidence = reading.evidence();
  return values.forms[kind].some((form) => {
    const seen = evidence.reading(kind, form, turn);
    const word = kind === "spelled" ? evidence.word(form, turn) : undefined;
    return [seen, word].some((one) => one !== undefined && one.caller < turn);
  });
}

/** Of the two values the caller last said the wanted one before the decision, or both in one turn. */
export function saidLast({ reading, turn }: Decision, wanted: Values, { kind, values }: Difference): boolean {
  for (let index = turn - 1; index >= 0; index -= 1) {
    const earlier = reading.call.turns[index];
    if (earlier?.role !== "caller") continue;
    const forms = valuesOf(tokensOf(earlier.text), reading.evidence().today).forms[kind];
    if (wanted.forms[kind].some((form) => forms.includes(form))) return true;
    if (values.forms[kind].some((form) => forms.includes(form))) return false;
  }
  return false;
}

export function isCorrection({ replaces, denies }: Cues): boolean {
  return replaces !== null || denies !== null;
}

/** The agent has said back one of the arguments. */
export function isReadBackOf(values: Values, { said, saidValues }: Answer): boolean {
  const isSaid = comparedKinds.some((kind) =>
    values.forms[kind].some((form) => saidValues.forms[kind].includes(form)),
  );
  return isSaid || said.some((token) => values.words.has(token) && !stopWords.has(token));
}

/** "No, not six": what the agent did is named to be ruled out. */
export function rulesOutValues({ cues, tokens }: Answer, values: Values, { reading }: Decision): boolean {
  if (cues.excludes === null) return false;
  // Without a "no" before it, "not a restaurant" may answer a question.
  const named = cues.denies === null ? { ...values, words: new Set<string>() } : values;
  return rulesOut(tokens, cues.excludes, named, reading.evidence().today);
}

/** The agent passes on what a tool returned: who objects to that objects to the world. */
export function reportsResult({ reading, turn }: Decision): boolean {
  const before = reading.call.turns[turn - 1];
  return before?.role === "agent" && before.toolCalls.length > 0;
}

/** The turn before holds a tool call that did something. */
export function followsDeed({ reading, turn }: Decision): boolean {
  const before = reading.call.turns[turn - 1];
  return before?.role === "agent" && before.toolCalls.some(({ name }) => !isLookup(name));
}

export function isContent(token: string): boolean {
  return !stopWords.has(token);
}

export function isShort(tokens: readonly string[], from: number): boolean {
  const left = tokens.length - from;
  return left > 0 && left <= shortCorrection;
}

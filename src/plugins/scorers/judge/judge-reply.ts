import { isSupportedCountry } from "libphonenumber-js/min";
import type { Case, ExpectedToolCall } from "../../../domain/case.ts";
import type { AnsweredGeneration } from "../../../domain/generation.ts";
import { callDays } from "../../../domain/grounding/call-days.ts";
import type { Decision, JudgedToolCall, Judgement } from "../../../domain/judgement.ts";
import type { ScoringOptions } from "../../../domain/scoring-options.ts";
import { createSchemaCompiler } from "../../../domain/tool-schemas.ts";
import { UsageError } from "../../../lib/errors.ts";
import type { Day } from "../../../lib/spoken/days.ts";
import type { TextVerdicts } from "../comparators/comparator.ts";
import { hasCallInText } from "./call-in-text.ts";
import { groundingCheck } from "./case-grounding.ts";
import { judgeExtra, judgeMissing, judgePair, type ReplyContext } from "./judge-tool-call.ts";
import { type Pair, pairToolCalls } from "./pair-tool-calls.ts";
import { createParameterBook, type ParameterBook } from "./parameter-book.ts";
import { createParameterTrees } from "./parameter-tree.ts";
import { type GivenToolCall, readToolCalls } from "./read-tool-calls.ts";

/** Judges replies; keeps compiled schemas and the comparators it chose from case to case. */
export interface Judge {
  judge(question: Case, generation: AnsweredGeneration): Judgement;
  /** Which comparator each parameter got, to be shown. */
  readonly book: ParameterBook;
}

/**
 * `texts` are verdicts on free texts that were asked for before.
 * @throws UsageError where the options name a comparator or a country that doesn't exist
 */
export function createJudge(options: ScoringOptions, texts?: TextVerdicts): Judge {
  const { country } = options;
  if (!isSupportedCountry(country))
    throw new UsageError(`scoring.country: "${country}" is no country's code`);
  const book = createParameterBook(options);
  const parametersOf = createParameterTrees(book);
  const schemasOf = createSchemaCompiler();
  return {
    book,
    judge(question, generation) {
      const context: ReplyContext = {
        schemas: schemasOf(question.tools),
        book,
        parametersOf,
        today: dayOf(question),
        country,
        texts,
        isUngrounded: groundingCheck(question),
      };
      return judgeReply(question, generation, context);
    },
  };
}

/** The day that the prompt names as today, else the one the call began on; looked for when first asked. */
function dayOf({ messages: [first], callStartedAt: startedAt }: Case): () => Day | null {
  let day: Day | null | undefined;
  return () => {
    if (day === undefined) {
      const systemPrompt = first?.role === "system" ? first.content : null;
      day = callDays({ systemPrompt, startedAt }).known[0] ?? null;
    }
    return day;
  };
}

function judgeReply(
  question: Case,
  { message, finishReason }: AnsweredGeneration,
  context: ReplyContext,
): Judgement {
  const given = readToolCalls(message);
  const { expected, next = [] } = question;
  const wanted = expected.kind === "calls" ? expected.toolCalls : [];
  const matched = match(wanted, given, context);
  const inOrder = expected.kind === "reply" || expected.order === "any" || isRising(matched.pairs);
  const isSilent = (message.content ?? "").trim() === "";
  const counts = { wanted: wanted.length, given: given.length, inOrder, isSilent };
  const decision = decisionOf(matched.toolCalls, counts);
  const callInText = hasCallInText(message, question.tools);
  return {
    decision,
    toolCalls: matched.toolCalls,
    exact: isExact(decision, matched.toolCalls) && !callInText,
    callInText,
    premature:
      decision === "false_call" &&
      isAllOf(
        next.map(({ function: due }) => due),
        given,
        context,
      ),
    truncated: finishReason === "length",
  };
}

interface Matched {
  readonly pairs: readonly Pair[];
  readonly toolCalls: JudgedToolCall[];
}

function match(
  wanted: readonly ExpectedToolCall[],
  given: readonly GivenToolCall[],
  context: ReplyContext,
): Matched {
  const judged = wanted.map((expected) => given.map((made) => judgePair(expected, made, context)));
  const pairs = pairToolCalls(judged, given.length);
  const toolCalls = pairs.flatMap((pair) => {
    const [expected, made] = [wanted[pair.expected ?? -1], given[pair.given ?? -1]];
    if (expected === undefined) return made === undefined ? [] : [judgeExtra(made, context)];
    const both = judged[pair.expected ?? -1]?.[pair.given ?? -1];
    return [both ?? judgeMissing(expected, context)];
  });
  return { pairs, toolCalls };
}

interface Counts {
  readonly wanted: number;
  readonly given: number;
  readonly inOrder: boolean;
  /** Not a word was said. */
  readonly isSilent: boolean;
}

/** The gravest first: another tool than wanted, then one that is missing, then one too many. */
function decisionOf(
  toolCalls: readonly JudgedToolCall[],
  { wanted, given, inOrder, isSilent }: Counts,
): Decision {
  if (wanted === 0 && given === 0) return isSilent ? "empty" : "reply";
  if (wanted === 0) return "false_call";
  if (toolCalls.some(({ expected, given: made }) => expected !== null && made !== null && expected !== made))
    return "wrong_tool";
  if (given < wanted) return "missed_call";
  if (given > wanted) return "extra_call";
  return inOrder ? "right_tool" : "wrong_order";
}

function isExact(decision: Decision, toolCalls: readonly JudgedToolCall[]): boolean {
  if (decision === "reply") return true;
  return decision === "right_tool" && toolCalls.every(({ exact }) => exact);
}

/** Whether tool calls were made in the order in which they are listed. */
function isRising(pairs: readonly Pair[]): boolean {
  const places = pairs.filter(({ expected }) => expected !== null).map(({ given }) => given ?? -1);
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1));
}

function isAllOf(
  due: readonly ExpectedToolCall[],
  given: readonly GivenToolCall[],
  context: ReplyContext,
): boolean {
  if (due.length === 0 || due.length !== given.length) return false;
  return match(due, given, context).toolCalls.every(({ exact }) => exact);
}

import { ArgumentError, type ArgumentVerdict, type Judgement } from "../../../domain/judgement.ts";
import { ratio } from "./confusion.ts";

/** One parameter of one tool: how often it was right, and in what ways it was wrong. */
export interface ParameterFigures {
  readonly tool: string;
  readonly parameter: string;
  readonly comparator: string;
  /** How often it was due in tool calls that were made. */
  readonly expected: number;
  readonly right: number;
  readonly errors: Readonly<Record<ArgumentError, number>>;
  /** Wrong or extra values that nobody had said. */
  readonly ungrounded: number;
  /** A wrong value is both a false positive and a false negative. Null where nothing was there to divide by. */
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

interface Tally {
  readonly tool: string;
  readonly parameter: string;
  readonly comparator: string;
  right: number;
  ungrounded: number;
  readonly errors: Record<ArgumentError, number>;
}

/** Figures that judgements are counted into one by one. */
export interface ParameterTally {
  add(judgement: Judgement): void;
  /** Tool × parameter, in their order of appearance. */
  figures(): ParameterFigures[];
}

/** Arguments of tool calls that nobody expected count as extra. */
export function parameterTally(): ParameterTally {
  const tallies = new Map<string, Tally>();
  return {
    add({ toolCalls }) {
      for (const { given, arguments: verdicts } of toolCalls)
        for (const verdict of verdicts) count(tallies, given ?? "", verdict);
    },
    figures: () => [...tallies.values()].map(figuresFrom),
  };
}

export function parameterFigures(judgements: Iterable<Judgement>): ParameterFigures[] {
  const tally = parameterTally();
  for (const judgement of judgements) tally.add(judgement);
  return tally.figures();
}

function count(tallies: Map<string, Tally>, tool: string, verdict: ArgumentVerdict): void {
  const { parameter, comparator, error, ungrounded } = verdict;
  const key = JSON.stringify([tool, parameter]);
  const tally = tallies.get(key) ?? emptyTally(tool, parameter, comparator);
  tallies.set(key, tally);
  if (error === null) tally.right += 1;
  else tally.errors[error] += 1;
  if (ungrounded) tally.ungrounded += 1;
}

function emptyTally(tool: string, parameter: string, comparator: string): Tally {
  const errors = Object.fromEntries(ArgumentError.options.map((error) => [error, 0]));
  return { tool, parameter, comparator, right: 0, ungrounded: 0, errors: errors as Tally["errors"] };
}

function figuresFrom(tally: Tally): ParameterFigures {
  const { right, errors } = tally;
  const wrong = errors.wrong_value + errors.wrong_type + errors.wrong_format + errors.not_in_enum;
  const expected = right + wrong + errors.missing;
  const given = right + wrong + errors.extra;
  return {
    ...tally,
    expected,
    precision: ratio(right, given),
    recall: ratio(right, expected),
    f1: ratio(2 * right, given + expected),
  };
}

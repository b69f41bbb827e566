import type { Case } from "../../domain/case.ts";
import type { AnsweredGeneration } from "../../domain/generation.ts";
import type { Judgement } from "../../domain/judgement.ts";
import type { Score } from "../../domain/scored-case.ts";
import type { TokenPrice } from "../../domain/token-price.ts";

/** A reply to a case with what is to be said of it. */
export interface JudgedReply {
  readonly case: Case;
  readonly generation: AnsweredGeneration;
  readonly judgement: Judgement;
  /** Of the candidate; null where unknown, and its costs then stay unknown. */
  readonly price: TokenPrice | null;
}

/**
 * How scores become a metric: `rate` is all values by all sizes; `every` is the share of calls in which every case has
 * full marks; `percentiles` and `mean` are of milliseconds and dollars.
 */
export type Summary = "rate" | "every" | "percentiles" | "mean";

/** Judges one reply. Pure: no network, no clock. */
export interface Scorer {
  /** What the metric says, in a column's few words. */
  readonly about: string;
  readonly better: "higher" | "lower";
  readonly unit: "share" | "ms" | "dollars";
  readonly summary: Summary;
  /** Null where it doesn't apply to the case: never 0 for that. */
  score(reply: JudgedReply): Score | null;
}

/** Full marks or none. */
export function mark(isSo: boolean): Score {
  return isSo ? fullMarks : noMarks;
}

/** One for all: an evaluation has many. */
const fullMarks: Score = Object.freeze({ value: 1, of: 1 });
const noMarks: Score = Object.freeze({ value: 0, of: 1 });

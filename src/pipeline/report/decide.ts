import type { CandidateResult } from "../../domain/evaluation.ts";
import type { Outcome } from "../../domain/report.ts";
import type { Comparison, Verdict } from "../../domain/verdict.ts";
import { failedShare, mostFailed } from "./failed-share.ts";
import { gainOf, looksWorse } from "./gains.ts";
import { type Headline, type HeadlineName, headlineOf } from "./headlines.ts";

/** Two candidates and their comparisons, corrected. */
export interface DecisionFacts {
  readonly baseline: CandidateResult;
  readonly candidate: CandidateResult;
  readonly comparisons: readonly Comparison[];
}

/** Between them they hold every way to be wrong at a turn. */
const primary: readonly HeadlineName[] = ["right_decision", "exact_call"];

/**
 * What is said of a candidate as a whole (docs/evaluation.md has the rule in words). Being right comes first; where two
 * candidates are as right, speed and cost decide.
 */
export function decide({ baseline, candidate, comparisons }: DecisionFacts): Outcome {
  const right = comparisons.filter(isAbout("right"));
  const hasFailed = [baseline, candidate].some((result) => failedShare(result) > mostFailed);
  if (hasFailed || right.length === 0) return "no_verdict";
  if (right.some(says("worse"))) return "worse";
  const isUnharmed = !right.some(looksWorse);
  const isSlower = comparisons.filter(isAbout("speed")).some(says("worse"));
  if (isUnharmed && right.some(says("better"))) return isSlower ? "cant_tell_yet" : "better";
  if (isUnharmed && isAsRight(right)) return isSlower ? "worse" : amongEquals(comparisons);
  return "cant_tell_yet";
}

/** More often right and slower: a matter of taste, which no more calls would settle. */
export function isTradeOff({ comparisons }: Pick<DecisionFacts, "comparisons">): boolean {
  const right = comparisons.filter(isAbout("right"));
  return (
    !right.some(looksWorse) &&
    right.some(says("better")) &&
    comparisons.filter(isAbout("speed")).some(says("worse"))
  );
}

/** All of the primary metrics that there are must be shown not to be worse, so each may be tested at the full level. */
function isAsRight(right: readonly Comparison[]): boolean {
  const decisive = right.filter(({ scorer }) => primary.some((name) => name === scorer));
  return (
    decisive.length > 0 && decisive.every(({ verdict }) => verdict === "better" || verdict === "not_worse")
  );
}

/** Faster by more than the margin, with nothing that looks slower; or cheaper. */
function amongEquals(comparisons: readonly Comparison[]): Outcome {
  const speed = comparisons.filter(isAbout("speed"));
  if (!speed.some(looksWorse) && speed.some(isWorthIt)) return "better";
  return comparisons.filter(isAbout("cost")).some(isWorthIt) ? "better" : "not_worse";
}

function isWorthIt(comparison: Comparison): boolean {
  return comparison.verdict === "better" && gainOf(comparison).difference >= comparison.margin;
}

function isAbout(about: Headline["about"]): (comparison: Comparison) => boolean {
  return ({ scorer }) => headlineOf(scorer).about === about;
}

function says(verdict: Verdict): (comparison: Comparison) => boolean {
  return (comparison) => comparison.verdict === verdict;
}

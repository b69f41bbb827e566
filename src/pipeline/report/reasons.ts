import type { CandidateResult } from "../../domain/evaluation.ts";
import { FailureReason } from "../../domain/generation.ts";
import type { Outcome } from "../../domain/report.ts";
import type { Comparison, Verdict } from "../../domain/verdict.ts";
import { type DecisionFacts, isTradeOff } from "./decide.ts";
import { failedCount, failedShare, mostFailed } from "./failed-share.ts";
import { countText, differenceRangeText, differenceText, figureText, marginText } from "./figure-text.ts";
import { verdictAlone } from "./gains.ts";
import { headlineOf } from "./headlines.ts";

const usualOrder: readonly Verdict[] = ["worse", "cant_tell_yet", "not_worse", "better"];

/** Which comparisons explain an outcome, the weightiest first; equal ones stay in the order of headlines. */
const weightOrders: Readonly<Record<Outcome, readonly Verdict[]>> = {
  better: ["better", "cant_tell_yet", "not_worse", "worse"],
  not_worse: ["not_worse", "better", "cant_tell_yet", "worse"],
  worse: ["worse", "better", "cant_tell_yet", "not_worse"],
  cant_tell_yet: usualOrder,
  no_verdict: usualOrder,
};

/**
 * Why the outcome is what it is, in sentences with their numbers. `family` is the number of comparisons that the p values
 * were corrected for.
 */
export function reasonsFor(outcome: Outcome, facts: DecisionFacts, family: number): string[] {
  const order = weightOrders[outcome];
  const weighed = [...facts.comparisons].sort(
    (one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict),
  );
  return [...leadOf(outcome, facts), ...weighed.map((comparison) => comparisonText(comparison, family))];
}

/** What no comparison says. */
function leadOf(outcome: Outcome, facts: DecisionFacts): string[] {
  const { baseline, candidate, comparisons } = facts;
  const failed = [candidate, baseline].filter((result) => failedShare(result) > mostFailed);
  if (failed.length > 0) return failed.map(failureText);
  if (outcome === "no_verdict")
    return [`no case was answered by both ${candidate.candidate.name} and ${baseline.candidate.name}`];
  if (outcome === "cant_tell_yet" && isTradeOff({ comparisons }))
    return ["more often right, but slower: which weighs more is yours to say, by report.margins or a gate"];
  return [];
}

/** `16 of 500 requests of tuned failed (3.2 %: 10 timeouts, 6 rate limits), more than the 2 % …` */
function failureText(result: CandidateResult): string {
  const failed = failedCount(result);
  const share = figureText("share", failedShare(result));
  const whole = countText(result.answered + failed, "request");
  return `${failed} of ${whole} of ${result.candidate.name} failed (${share}: ${failureList(result)}), more than the ${mostFailed * 100} % up to which the others can stand for all`;
}

const failureWords: Readonly<Record<FailureReason, (count: number) => string>> = {
  timeout: (count) => countText(count, "timeout"),
  rate_limited: (count) => countText(count, "rate limit"),
  connection: (count) => countText(count, "broken connection"),
  server_error: (count) => countText(count, "server error"),
  refused: (count) => countText(count, "refusal"),
  not_a_reply: (count) => (count === 1 ? "1 unreadable reply" : `${count} unreadable replies`),
};

/** `10 timeouts, 6 rate limits`; empty where nothing failed. */
export function failureList({ failed }: CandidateResult): string {
  return FailureReason.options
    .flatMap((reason) => {
      const count = failed[reason] ?? 0;
      return count === 0 ? [] : [failureWords[reason](count)];
    })
    .join(", ");
}

/** `better: exact tool calls 71.2 % → 83.4 %, +12.2 points (95 %: +8.0 to +16.4) on 512 turns of 128 calls` */
function comparisonText(comparison: Comparison, family: number): string {
  const { scorer, baseline, candidate, difference, bounds } = comparison;
  const { label, unit } = headlineOf(scorer);
  const [before, after] = [figureText(unit, baseline), figureText(unit, candidate)];
  const change = `${differenceText(unit, difference)} (${differenceRangeText(unit, bounds)})`;
  return `${claimOf(comparison)}: ${label} ${before} → ${after}, ${change} on ${extentOf(comparison)}${tailOf(comparison, family)}`;
}

function claimOf({ scorer, verdict, margin }: Comparison): string {
  const { unit } = headlineOf(scorer);
  const claims: Readonly<Record<Verdict, string>> = {
    better: "better",
    not_worse: margin === 0 ? "not worse" : `not worse by ${marginText(unit, margin)} or more`,
    worse: "worse",
    cant_tell_yet: "not told yet",
  };
  return claims[verdict];
}

function extentOf({ scorer, cases, calls }: Comparison): string {
  if (headlineOf(scorer).of === "call") return countText(calls, "call");
  return `${countText(cases, "turn")} of ${countText(calls, "call")}`;
}

function tailOf(comparison: Comparison, family: number): string {
  const alone = verdictAlone(comparison);
  const isDoubtful = (alone === "better" || alone === "worse") && alone !== comparison.verdict;
  const doubt = isDoubtful ? `; looks ${alone}, but one in ${family} comparisons may do so by chance` : "";
  const { moreCalls } = comparison;
  return moreCalls === null ? doubt : `${doubt}; about ${countText(moreCalls, "more call")} would tell`;
}

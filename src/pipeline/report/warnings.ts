import type { CandidateResult, EvaluationSummary } from "../../domain/evaluation.ts";
import { leastCallsToReckon } from "../../lib/statistics/sample-size.ts";
import { countText } from "./figure-text.ts";
import type { ReportPlan } from "./plan-report.ts";

/** What a reader must know before the figures. */
export function warningsOf(summary: EvaluationSummary, { baseline }: ReportPlan): string[] {
  return [
    ...unfinished(summary),
    ...unoffered(summary.cases),
    ...tooFew(summary.cases),
    ...(summary.candidates.length === 1
      ? [`${baseline} is the only candidate, so there is nothing to compare it with`]
      : []),
    ...unpriced(summary.candidates),
    ...untimed(summary.candidates),
    ...unjudged(summary),
  ];
}

/** Intervals are too wide to decide much by, and tests hardly ever tell. */
function tooFew({ calls }: EvaluationSummary["cases"]): string[] {
  if (calls >= leastCallsToReckon) return [];
  return [
    `only ${countText(calls, "call")}: intervals are wide, and little can be told; how many more would tell can be reckoned from ${leastCallsToReckon} calls on`,
  ];
}

function unfinished({ id, candidates, cases }: EvaluationSummary): string[] {
  const missing = candidates.filter((result) => result.missing > 0);
  if (missing.length === 0) return [];
  const each = missing.map(({ candidate, missing: count }) => `${count} of ${candidate.name}`).join(", ");
  return [
    `the evaluation isn't finished: of ${countText(cases.count, "case")} were never asked ${each}; calltune evaluate --evaluation ${id} goes on with it`,
  ];
}

/** They pull every candidate down alike, and stand in the way of a gate that nobody could pass. */
function unoffered({ unoffered: unanswerable = 0, count }: EvaluationSummary["cases"]): string[] {
  if (unanswerable === 0) return [];
  return [
    `${unanswerable} of ${countText(count, "case")} expect a tool that isn't offered in them, so no model can be right there`,
  ];
}

function unpriced(candidates: readonly CandidateResult[]): string[] {
  const names = candidates
    .filter(({ candidate }) => candidate.kind === "model" && candidate.price === null)
    .map(({ candidate }) => candidate.name);
  return names.length === 0
    ? []
    : [`the price of ${names.join(", ")} isn't known, and so its cost isn't either`];
}

function untimed(candidates: readonly CandidateResult[]): string[] {
  const names = candidates.filter(({ candidate }) => candidate.batch).map(({ candidate }) => candidate.name);
  return names.length === 0
    ? []
    : [
        `asked in a batch: ${names.join(", ")}; nothing is known of latency, and costs are those of live requests`,
      ];
}

/** A judge that is configured and decides nothing. */
function unjudged({ textJudge }: EvaluationSummary): string[] {
  if (textJudge === undefined || textJudge.believed || textJudge.unasked === 0) return [];
  const { judge, wrongControls } = textJudge;
  const why =
    wrongControls.length > 0
      ? `got controls wrong (${wrongControls.join(", ")}), so it isn't believed`
      : "was never asked";
  return [`free texts are compared by their words: the judge ${judge} ${why}`];
}

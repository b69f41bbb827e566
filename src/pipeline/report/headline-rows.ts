import type { CandidateReport, Outcome } from "../../domain/report.ts";
import type { Verdict } from "../../domain/verdict.ts";
import { failedCount } from "./failed-share.ts";
import { figureText, rangeText } from "./figure-text.ts";
import { headlineNames, headlineOf } from "./headlines.ts";

/** One metric of one candidate, for a table. */
export interface HeadlineCell {
  /** `83.4 %`, `–` where there is none. */
  readonly figure: string;
  /** `79.9–86.4`; empty where nothing bounds it. */
  readonly range: string;
  /** Against the baseline; null where nothing was compared. */
  readonly verdict: Verdict | null;
}

/** One line of the headline table: a metric, and each candidate's cell. */
export interface HeadlineRow {
  readonly label: string;
  readonly cells: readonly HeadlineCell[];
}

/** The headline metrics that anybody has, replies without a word where there are any, then the requests that failed. */
export function headlineRows(candidates: readonly CandidateReport[]): HeadlineRow[] {
  const rows = headlineNames.map((name) => ({
    label: headlineOf(name).label,
    cells: candidates.map((candidate) => cellOf(name, candidate)),
  }));
  const shown = rows.filter(({ cells }) => cells.some(({ figure }) => figure !== none));
  return [
    ...shown,
    ...emptyReplies(candidates),
    { label: "failed requests", cells: candidates.map(failedCell) },
  ];
}

/** Hardly a model has them, so that a row of zeros would say nothing; one that has them must not hide it. */
function emptyReplies(candidates: readonly CandidateReport[]): HeadlineRow[] {
  const rates = candidates.map(({ result }) => result.metrics["empty_reply_rate"]?.figures?.["rate"]);
  if (!rates.some((rate) => rate !== undefined && rate.value > 0)) return [];
  const cells = rates.map((rate) => ({
    figure: rate === undefined ? none : figureText("share", rate.value),
    range: rate === undefined ? "" : rangeText("share", rate.bounds),
    verdict: null,
  }));
  return [{ label: "empty replies", cells }];
}

const none = "–";

function cellOf(name: string, { result, comparisons }: CandidateReport): HeadlineCell {
  const { figure: which, unit } = headlineOf(name);
  const figure = result.metrics[name]?.figures?.[which];
  if (figure === undefined) return { figure: none, range: "", verdict: null };
  const comparison = comparisons.find(({ scorer }) => scorer === name);
  return {
    figure: figureText(unit, figure.value),
    range: rangeText(unit, figure.bounds),
    verdict: comparison?.verdict ?? null,
  };
}

function failedCell({ result }: CandidateReport): HeadlineCell {
  const failed = failedCount(result);
  return { figure: `${failed} of ${result.answered + failed}`, range: "", verdict: null };
}

/** What the outcome says, behind the candidate's name: `is better than base`. */
export function outcomeText(outcome: Outcome, baseline: string): string {
  const sentences: Readonly<Record<Outcome, string>> = {
    better: `is better than ${baseline}`,
    not_worse: `is not worse than ${baseline}`,
    worse: `is worse than ${baseline}`,
    cant_tell_yet: `can't be told from ${baseline} yet`,
    no_verdict: "gets no verdict",
  };
  return sentences[outcome];
}

import type { Comparison, Verdict } from "../../domain/verdict.ts";
import { holm } from "../../lib/statistics/holm.ts";
import { scorers } from "../../plugins/scorers/index.ts";
import { compareColumns } from "../../plugins/scorers/summary/compare.ts";
import { emptyColumn, type ScoreColumn } from "../../plugins/scorers/summary/score-column.ts";
import { callsToTell } from "./calls-to-tell.ts";
import { verdictAlone } from "./gains.ts";
import { type HeadlineName, headlineNames } from "./headlines.ts";

/** A candidate's scores by scorer; all candidates number cases and calls alike. */
export interface CandidateScores {
  readonly name: string;
  readonly columns: ReadonlyMap<string, ScoreColumn>;
}

export interface ComparingOrder {
  readonly baseline: CandidateScores;
  readonly others: readonly CandidateScores[];
  readonly margins: Readonly<Record<HeadlineName, number>>;
  readonly seed: number;
}

/** All comparisons of a report count for a claim as one family, whose chance of any false claim is at most this. */
const alpha = 0.05;

/**
 * Each other candidate against the baseline by every headline metric, on the cases that both answered. The p values are
 * Holm's over all of these; "better" and "worse" are said only where they hold after it.
 */
export function compareCandidates(order: ComparingOrder): Map<string, Comparison[]> {
  const alone = order.others.flatMap((candidate) =>
    headlineNames.flatMap((name) => {
      const comparison = compareBy(name, candidate, order);
      return comparison === null ? [] : [{ candidate: candidate.name, comparison }];
    }),
  );
  const corrected = correct(alone.map(({ comparison }) => comparison));
  const byCandidate = new Map(order.others.map(({ name }): [string, Comparison[]] => [name, []]));
  for (const [index, { candidate }] of alone.entries()) {
    const comparison = corrected[index];
    if (comparison !== undefined) byCandidate.get(candidate)?.push(comparison);
  }
  return byCandidate;
}

function compareBy(name: HeadlineName, candidate: CandidateScores, order: ComparingOrder): Comparison | null {
  return compareColumns({
    name,
    scorer: scorers[name],
    baseline: order.baseline.columns.get(name) ?? emptyColumn,
    candidate: candidate.columns.get(name) ?? emptyColumn,
    margin: order.margins[name],
    seed: order.seed,
  });
}

/** One family: Holm's correction over what has a p value. */
export function correct(comparisons: readonly Comparison[]): Comparison[] {
  const tested = comparisons.flatMap(({ p }) => p ?? []);
  const adjusted = holm(tested);
  let next = 0;
  return comparisons.map((comparison) => {
    const p = comparison.p === null ? null : (adjusted[next++] ?? null);
    const verdict = verdictAfter(verdictAlone(comparison), p);
    const isTold = verdict === "better" || verdict === "worse" || verdict === "not_worse";
    const moreCalls = isTold ? null : callsToTell(comparison, alpha / tested.length);
    return { ...comparison, p, verdict, moreCalls };
  });
}

/** What isn't better for sure is still not worse: its interval lies above 0. What isn't worse for sure isn't told. */
function verdictAfter(alone: Verdict, p: number | null): Verdict {
  const holds = p !== null && p <= alpha;
  if (alone === "better") return holds ? "better" : "not_worse";
  if (alone === "worse") return holds ? "worse" : "cant_tell_yet";
  return alone;
}

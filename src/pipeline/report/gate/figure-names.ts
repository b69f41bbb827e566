import type { EvaluationSummary } from "../../../domain/evaluation.ts";
import type { Metric } from "../../../domain/metric.ts";
import { scorers } from "../../../plugins/scorers/index.ts";
import type { Scorer } from "../../../plugins/scorers/scorer.ts";
import { shownPercentiles } from "../../../plugins/scorers/summary/summarize.ts";
import type { FigurePlace } from "./condition.ts";

/** What a scorer's figures are called in a gate, and where they lie. */
type Names = readonly (readonly [name: string, place: FigurePlace])[];

/**
 * Every figure that a gate may name: `exact_call`, `ttft_p95_ms`, `cost_per_call_dollars`, `failed_rate`, and those of a
 * user's own scorers.
 */
export function figureNames(summary: EvaluationSummary): ReadonlyMap<string, FigurePlace> {
  const builtIn = Object.entries<Scorer>(scorers).flatMap(([name, scorer]) => namesOf(name, scorer));
  const own = summary.candidates
    .flatMap(({ metrics }) => Object.values(metrics))
    .filter(({ scorer }) => !Object.hasOwn(scorers, scorer))
    .flatMap(ownNames);
  const books: Names = [
    ["failed_rate", { kind: "failed_rate" }],
    ["missing_cases", { kind: "missing_cases" }],
  ];
  return new Map([...own, ...builtIn, ...books]);
}

function namesOf(scorer: string, { summary, unit }: Scorer): Names {
  const place = (figure: string): FigurePlace => ({ kind: "metric", scorer, figure, unit });
  if (summary === "percentiles") {
    const stem = scorer.replace(/_ms$/, "");
    return Object.keys(shownPercentiles).map(
      (figure) => [`${stem}_${figure}_${unit}`, place(figure)] as const,
    );
  }
  if (summary === "mean")
    return ["per_turn", "per_call"].map((figure) => [`${scorer}_${figure}_${unit}`, place(figure)] as const);
  return [[scorer, place("rate")]];
}

/** Of a user's own scorer the summary tells figures and no unit: `mine`, `mine_p95`, `mine_per_call`. */
function ownNames({ scorer, figures }: Metric): Names {
  return Object.keys(figures ?? { rate: null }).map((figure) => [
    figure === "rate" ? scorer : `${scorer}_${figure}`,
    { kind: "metric", scorer, figure, unit: figure === "rate" ? "share" : "number" },
  ]);
}

import type { Figure, Metric } from "../../../domain/metric.ts";
import type { CandidateReport } from "../../../domain/report.ts";
import { type ScorerName, scorers } from "../../../plugins/scorers/index.ts";
import type { Scorer } from "../../../plugins/scorers/scorer.ts";
import type { Unit } from "./figures.ts";

/** One figure as a row of the page: which metric it is of, and in which unit it is shown. */
export interface ShownMetric {
  readonly scorer: string;
  readonly figure: string;
  readonly title: string;
  readonly about: string;
  readonly better: Scorer["better"];
  readonly unit: Unit;
  /** Values are shown times this: dollars of a turn as dollars of 1,000 turns. */
  readonly times: number;
}

const titles: Record<ScorerName, string> = {
  right_decision: "Right decision",
  false_call_rate: "False calls",
  missed_call_rate: "Missed calls",
  empty_reply_rate: "Empty replies",
  right_tool: "Right tool",
  exact_call: "Exact call",
  right_arguments: "Right arguments",
  valid_call: "Valid call",
  ungrounded_arguments: "Made-up arguments",
  whole_call: "Whole call right",
  ttft_ms: "Time to first token",
  tool_call_ms: "Time to tool call",
  cost: "Cost",
  bfcl_ast: "BFCL",
};

/** What the page begins with; the other figures, and empty replies where there are none, stand behind a fold. */
const headline = [
  ["right_decision", "rate"],
  ["exact_call", "rate"],
  ["right_arguments", "rate"],
  ["false_call_rate", "rate"],
  ["missed_call_rate", "rate"],
  ["empty_reply_rate", "rate"],
  ["whole_call", "rate"],
  ["ttft_ms", "p95"],
  ["tool_call_ms", "p95"],
  ["cost", "per_turn"],
] as const;

const figureWords: Readonly<Record<string, string>> = {
  p50: "half are faster (p50)",
  p90: "90 % are faster (p90)",
  p95: "95 % are faster (p95)",
  p99: "99 % are faster (p99)",
};

export function headlineMetrics(candidates: readonly CandidateReport[]): ShownMetric[] {
  return headline.flatMap(([scorer, figure]) =>
    isMeasured(candidates, scorer, figure) && isTelling(candidates, scorer)
      ? [shownMetric(scorer, figure)]
      : [],
  );
}

/** Hardly a model says nothing at all: a row of zeros would take the place of a figure that tells something. */
function isTelling(candidates: readonly CandidateReport[], scorer: string): boolean {
  if (scorer !== "empty_reply_rate") return true;
  return candidates.some(
    ({ result }) => (metricOf(result.metrics, scorer)?.figures?.["rate"]?.value ?? 0) > 0,
  );
}

/** All that was measured and isn't in the headline, a user's own scorers too. */
export function otherMetrics(candidates: readonly CandidateReport[]): ShownMetric[] {
  const isHeadline = (scorer: string, figure: string) =>
    isTelling(candidates, scorer) && headline.some((shown) => shown[0] === scorer && shown[1] === figure);
  const found = new Map<string, ShownMetric>();
  for (const { result } of candidates)
    for (const metric of Object.values(result.metrics))
      for (const figure of Object.keys(metric.figures ?? {}))
        if (!isHeadline(metric.scorer, figure))
          found.set(`${metric.scorer} ${figure}`, shownMetric(metric.scorer, figure));
  return [...found.values()];
}

export function shownMetric(scorer: string, figure: string): ShownMetric {
  const isOurs = Object.hasOwn(scorers, scorer);
  const rules: Pick<Scorer, "about" | "better" | "unit"> = isOurs
    ? scorers[scorer as ScorerName]
    : { about: "a scorer of your own", better: "higher", unit: unitOf(figure) };
  const title = isOurs ? titles[scorer as ScorerName] : scorer.replaceAll("_", " ");
  const word = Object.hasOwn(figureWords, figure) ? figureWords[figure] : undefined;
  const isTurn = figure === "per_turn" && rules.unit === "dollars";
  return {
    scorer,
    figure,
    title: figure === "rate" ? title : `${title}, ${isTurn ? "per 1,000 turns" : shortFigure(figure)}`,
    about: word === undefined ? rules.about : `${rules.about}; ${word}`,
    better: rules.better,
    unit: rules.unit,
    times: isTurn ? 1000 : 1,
  };
}

/** Null where the candidate's cases gave none. */
export function figureOf({ result }: CandidateReport, shown: ShownMetric): Figure | null {
  const figure = metricOf(result.metrics, shown.scorer)?.figures?.[shown.figure];
  if (figure === undefined) return null;
  const times = (bound: number | null) => (bound === null ? null : bound * shown.times);
  const { value, bounds } = figure;
  return {
    value: value * shown.times,
    bounds: bounds && { low: times(bounds.low), high: times(bounds.high) },
  };
}

export function metricOf(metrics: Readonly<Record<string, Metric>>, scorer: string): Metric | undefined {
  return Object.hasOwn(metrics, scorer) ? metrics[scorer] : undefined;
}

function isMeasured(candidates: readonly CandidateReport[], scorer: string, figure: string): boolean {
  return candidates.some(({ result }) => metricOf(result.metrics, scorer)?.figures?.[figure] !== undefined);
}

function unitOf(figure: string): Unit {
  if (/^p\d+$/.test(figure)) return "ms";
  return figure.startsWith("per_") ? "dollars" : "share";
}

function shortFigure(figure: string): string {
  return figure === "per_call" ? "per phone call" : figure;
}

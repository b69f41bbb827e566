import type { EvaluationSummary } from "../../domain/evaluation.ts";
import type { GateOn } from "../../domain/report.ts";
import type { ReportOptions } from "../../domain/report-options.ts";
import { closest } from "../../lib/closest.ts";
import { UsageError } from "../../lib/errors.ts";
import { printable } from "../../lib/printable.ts";
import { usualConditions } from "./gate/check-gate.ts";
import type { Condition, FigurePlace } from "./gate/condition.ts";
import { figureNames } from "./gate/figure-names.ts";
import { parseCondition } from "./gate/parse-condition.ts";
import { type HeadlineName, headlineNames, headlines } from "./headlines.ts";

/** What is to be compared and asked, all of it decided before a result is seen. */
export interface ReportPlan {
  readonly baseline: string;
  readonly margins: Readonly<Record<HeadlineName, number>>;
  readonly gate: GatePlan | null;
}

export interface GatePlan {
  readonly candidate: string;
  readonly conditions: readonly Condition[];
  readonly on: GateOn;
}

/** @throws UsageError for names that aren't there and conditions that can't be read */
export function planReport(summary: EvaluationSummary, options: ReportOptions): ReportPlan {
  const baseline = chooseBaseline(summary, options.baseline);
  const margins = headlineNames.map(
    (name) => [name, options.margins?.[name] ?? headlines[name].margin] as const,
  );
  return {
    baseline,
    margins: Object.fromEntries(margins) as Record<HeadlineName, number>,
    gate: planGate(summary, options, baseline),
  };
}

/** The one named, else the model called `base`, else the first. */
function chooseBaseline(summary: EvaluationSummary, wished: string | undefined): string {
  if (wished !== undefined) return candidateNamed(summary, "baseline", wished);
  const all = summary.candidates.map(({ candidate }) => candidate);
  const base = all.find(({ kind, name }) => kind === "model" && name === "base");
  return (base ?? all[0])?.name ?? "";
}

function planGate(summary: EvaluationSummary, options: ReportOptions, baseline: string): GatePlan | null {
  const written = options.gate ?? [];
  // Checked even where no gate asks for it: a typing error must not wait for the day of the gate.
  const wished =
    options.candidate === undefined ? null : candidateNamed(summary, "candidate", options.candidate);
  if (written.length === 0) return null;
  const words = { figures: figureNames(summary), baseline };
  const conditions = written.map((text) => parseCondition(text, words));
  const own = new Set(conditions.map(subjectOf));
  const usual = usualConditions
    .map((text) => parseCondition(text, words))
    .filter((condition) => !own.has(subjectOf(condition)));
  return {
    candidate: wished ?? chooseCandidate(summary, baseline),
    conditions: [...conditions, ...usual],
    on: options.gateOn ?? "figure",
  };
}

function subjectOf(condition: Condition): FigurePlace["kind"] | null {
  return condition.kind === "figure" ? condition.place.kind : null;
}

/** The only model beside the baseline, else the one called `tuned`; the baseline where it is alone. */
function chooseCandidate(summary: EvaluationSummary, baseline: string): string {
  const names = summary.candidates
    .filter(({ candidate }) => candidate.kind === "model" && candidate.name !== baseline)
    .map(({ candidate }) => candidate.name);
  if (names.length === 0) return baseline;
  const chosen = names.length === 1 ? names[0] : names.find((name) => name === "tuned");
  if (chosen !== undefined) return chosen;
  throw new UsageError(
    `the gate is about one candidate, and there are ${names.map((name) => printable(name)).join(", ")}; name it with --candidate NAME or report.candidate in the config`,
  );
}

function candidateNamed(summary: EvaluationSummary, flag: string, wished: string): string {
  const names = summary.candidates.map(({ candidate }) => candidate.name);
  if (names.includes(wished)) return wished;
  const meant = closest(wished, names);
  const hint =
    meant === null ? `it has ${names.map((name) => printable(name)).join(", ")}` : `did you mean ${meant}?`;
  throw new UsageError(
    `--${flag} ${printable(wished)}: the evaluation ${summary.id} has no such candidate; ${hint}`,
  );
}

import type { CandidateResult, EvaluationSummary } from "../../domain/evaluation.ts";
import type { CandidateReport, Outcome, Report } from "../../domain/report.ts";
import type { Comparison } from "../../domain/verdict.ts";
import { columnTotals } from "../../lib/statistics/cluster-totals.ts";
import { rateInterval } from "../../lib/statistics/rate-interval.ts";
import { candidateTables } from "./candidate-tables.ts";
import { compareCandidates } from "./compare-candidates.ts";
import { type DecisionFacts, decide } from "./decide.ts";
import { checkCondition, failedFigure } from "./gate/check-gate.ts";
import type { GatheredCandidate } from "./gather-candidate.ts";
import { learningCurveText } from "./learning-curve.ts";
import type { GatePlan, ReportPlan } from "./plan-report.ts";
import type { GatheredResults } from "./read-results.ts";
import { reasonsFor } from "./reasons.ts";
import { warningsOf } from "./warnings.ts";

/** All that a report is made of. */
export interface ReportFacts {
  readonly summary: EvaluationSummary;
  readonly results: GatheredResults;
  readonly plan: ReportPlan;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** Compares, decides, and asks the gate. Pure: the same facts give the same report. */
export function buildReport(facts: ReportFacts): Report {
  const { summary, results, plan, createdAt } = facts;
  const { id, manifestHash, curve, comparators } = summary;
  const { from, count, calls, withToolCalls } = summary.cases;
  const candidates = candidateReports(facts);
  return {
    version: 1,
    id,
    createdAt,
    resultsSha256: results.sha256,
    manifestHash,
    cases: { from, count, calls, withToolCalls },
    baseline: plan.baseline,
    warnings: warningsOf(summary, plan),
    margins: { ...plan.margins },
    candidates,
    gate: plan.gate === null ? null : askGate(plan.gate, candidates, results),
    curve,
    curveSays: learningCurveText(curve),
    comparators,
  };
}

function candidateReports({ summary, results, plan }: ReportFacts): CandidateReport[] {
  const baseline = summary.candidates.find(({ candidate }) => candidate.name === plan.baseline);
  if (baseline === undefined) throw new Error("a report was planned with a baseline that isn't there");
  const others = summary.candidates.filter((result) => result !== baseline);
  const comparisons = compareCandidates({
    baseline: scoresOf(baseline, results),
    others: others.map((result) => scoresOf(result, results)),
    margins: plan.margins,
    seed: summary.seed,
  });
  const family = [...comparisons.values()].flat().filter(({ p }) => p !== null).length;
  return summary.candidates.map((candidate) => ({
    result: candidate,
    ...(candidate === baseline
      ? { comparisons: [], outcome: null, reasons: [] }
      : judged(
          { baseline, candidate, comparisons: comparisons.get(candidate.candidate.name) ?? [] },
          family,
        )),
    ...candidateTables(gatheredOf(candidate, results)),
  }));
}

function judged(
  facts: DecisionFacts,
  family: number,
): { comparisons: Comparison[]; outcome: Outcome; reasons: string[] } {
  const outcome = decide(facts);
  return { comparisons: [...facts.comparisons], outcome, reasons: reasonsFor(outcome, facts, family) };
}

function askGate(
  { candidate, conditions, on }: GatePlan,
  candidates: readonly CandidateReport[],
  results: GatheredResults,
): Report["gate"] {
  const report = candidates.find(({ result }) => result.candidate.name === candidate);
  if (report === undefined) throw new Error("a gate was planned for a candidate that isn't there");
  const { result, comparisons, outcome } = report;
  const bounds = rateInterval(columnTotals(gatheredOf(result, results).failures));
  const facts = { result, comparisons, outcome, on, failedRate: failedFigure(result, bounds) };
  const answers = conditions.map((condition) => checkCondition(condition, facts));
  return { passed: answers.every(({ passed }) => passed), on, results: answers };
}

function scoresOf(result: CandidateResult, results: GatheredResults) {
  return { name: result.candidate.name, columns: gatheredOf(result, results).columns };
}

function gatheredOf({ candidate }: CandidateResult, { candidates }: GatheredResults): GatheredCandidate {
  const gathered = candidates.get(candidate.name);
  if (gathered === undefined)
    throw new Error("results were gathered without one of the summary's candidates");
  return gathered;
}

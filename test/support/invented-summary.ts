import type { EvaluationSummary } from "../../src/domain/evaluation.ts";
import { ScoringOptions } from "../../src/domain/scoring-options.ts";
import { sha256 } from "../../src/lib/hash.ts";
import type { InventedEvaluation } from "./invented-evaluation.ts";

/** The summary that `evaluate` would have written; `seed` is that of its redraws. */
export function summaryOf({ report, cases }: InventedEvaluation, seed: number): EvaluationSummary {
  const { id, createdAt, manifestHash, comparators, curve } = report;
  const lines = cases.map((question) => `${JSON.stringify(question)}\n`).join("");
  return {
    version: 1,
    id,
    startedAt: createdAt,
    endedAt: createdAt,
    seed,
    cases: { ...report.cases, sha256: sha256(lines) },
    manifestHash,
    scoring: ScoringOptions.parse({}),
    comparators,
    candidates: report.candidates.map(({ result }) => result),
    curve,
  };
}

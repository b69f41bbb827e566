import type { Candidate, EvaluationSummary } from "../../domain/evaluation.ts";
import { isSameCandidate } from "./fingerprint.ts";

/** What is to be asked, of whom. */
export interface WantedEvaluation {
  readonly casesSha256: string;
  readonly candidates: readonly Candidate[];
}

/**
 * Of evaluations, oldest first, the one that these cases and candidates were begun in, in whatever order, maybe with others
 * beside them: the one with the fewest others, then the newest. Null where there is none.
 */
export function fittingEvaluation(
  summaries: readonly EvaluationSummary[],
  { casesSha256, candidates }: WantedEvaluation,
): EvaluationSummary | null {
  const fitting = summaries.filter(
    (summary) =>
      summary.cases.sha256 === casesSha256 && candidates.every((candidate) => holds(summary, candidate)),
  );
  const [best] = fitting.reverse().sort((one, other) => one.candidates.length - other.candidates.length);
  return best ?? null;
}

/** Which of these candidates were asked these cases before, in one evaluation: the one that has most of them. */
export interface AskedBefore {
  readonly id: string;
  readonly names: readonly string[];
}

/** Null where nobody was. The log costs nothing, and so doesn't count. */
export function askedBefore(
  summaries: readonly EvaluationSummary[],
  { casesSha256, candidates }: WantedEvaluation,
): AskedBefore | null {
  const models = candidates.filter(({ kind }) => kind === "model");
  const found = summaries
    .filter(({ cases }) => cases.sha256 === casesSha256)
    .map((summary) => ({
      id: summary.id,
      names: models.filter((candidate) => hasAnswered(summary, candidate)).map(({ name }) => name),
    }))
    .filter(({ names }) => names.length > 0);
  const [most] = found.reverse().sort((one, other) => other.names.length - one.names.length);
  return most ?? null;
}

function holds({ candidates }: EvaluationSummary, wanted: Candidate): boolean {
  return candidates.some(({ candidate }) => isSameCandidate(candidate, wanted));
}

function hasAnswered({ candidates }: EvaluationSummary, wanted: Candidate): boolean {
  return candidates.some(({ candidate, answered }) => answered > 0 && isSameCandidate(candidate, wanted));
}

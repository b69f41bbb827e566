import type { EvaluationSummary } from "../../domain/evaluation.ts";

/** Candidates that someone asks for by name. */
interface NamedCandidates {
  readonly baseline?: string | undefined;
  readonly candidate?: string | undefined;
}

/**
 * The evaluation without the candidates that only stand for a point of the learning curve: all but the largest, which is
 * the model one would use. To compare them would make every other comparison pay for them.
 */
export function withoutShares(summary: EvaluationSummary, named: NamedCandidates = {}): EvaluationSummary {
  const shares = [...summary.curve]
    .sort((one, other) => one.examples - other.examples)
    .slice(0, -1)
    .map(({ candidate }) => candidate);
  const isCompared = (name: string) =>
    !shares.includes(name) || name === named.baseline || name === named.candidate;
  const candidates = summary.candidates.filter(({ candidate }) => isCompared(candidate.name));
  return candidates.length === 0 ? summary : { ...summary, candidates };
}

import type { Candidate, CandidateResult, CurvePoint } from "../../../domain/evaluation.ts";
import { UsageError } from "../../../lib/errors.ts";
import type { Evaluation } from "../evaluation.ts";
import { isSameCandidate } from "../fingerprint.ts";

/** A candidate that learnt from so many examples. */
export interface LearntCandidate {
  readonly candidate: Candidate;
  readonly examples: number;
}

export interface PlacedPoints {
  /** Candidates that weren't there before. */
  readonly added: readonly Candidate[];
  /** By rising number of examples; without metrics, which scoring brings. */
  readonly points: readonly CurvePoint[];
}

/**
 * A model that is a candidate already is asked once: its point has that candidate's name.
 * @throws UsageError where a name is taken by another model
 */
export function placePoints(known: readonly Candidate[], learnt: readonly LearntCandidate[]): PlacedPoints {
  const added: Candidate[] = [];
  const points = learnt.map(({ candidate, examples }): CurvePoint => {
    const same = known.find((each) => isSameCandidate({ ...each, name: candidate.name }, candidate));
    if (same !== undefined) return { examples, candidate: same.name, metrics: {} };
    if (known.some(({ name }) => name === candidate.name))
      throw new UsageError(
        `a candidate is called ${candidate.name} already, and isn't the model that the curve learnt now; give it another name, or leave --evaluation out`,
      );
    added.push(candidate);
    return { examples, candidate: candidate.name, metrics: {} };
  });
  return { added, points: inOrder(points) };
}

/** The evaluation with these points beside the ones it had. */
export function withPoints({ files, summary }: Evaluation, points: readonly CurvePoint[]): Evaluation {
  const all = new Map([...summary.curve, ...points].map((point) => [point.candidate, point]));
  return { files, summary: { ...summary, curve: inOrder([...all.values()]) } };
}

/** Points with their candidates' metrics; none where cases are missing, since only the same cases can be compared. */
export function scoredPoints(
  curve: readonly CurvePoint[],
  results: readonly CandidateResult[],
): CurvePoint[] {
  return curve.map((point) => {
    const result = results.find(({ candidate }) => candidate.name === point.candidate);
    return { ...point, metrics: result?.missing === 0 ? result.metrics : {} };
  });
}

function inOrder(points: readonly CurvePoint[]): CurvePoint[] {
  return [...points].sort((one, other) => one.examples - other.examples);
}

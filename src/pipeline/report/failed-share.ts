import type { CandidateResult } from "../../domain/evaluation.ts";

/** Beyond, those that were answered may be the easy ones, and no verdict is given. */
export const mostFailed = 0.02;

export function failedCount({ failed }: CandidateResult): number {
  return Object.values(failed).reduce((sum, count) => sum + (count ?? 0), 0);
}

/** Of the requests made; 0 where none was made. */
export function failedShare(result: CandidateResult): number {
  const failed = failedCount(result);
  const asked = result.answered + failed;
  return asked === 0 ? 0 : failed / asked;
}

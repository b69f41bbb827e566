import type { Candidate } from "../../../domain/evaluation.ts";
import type { FailedGeneration } from "../../../domain/generation.ts";
import { RemoteError } from "../../../lib/errors.ts";
import type { ChatTarget } from "../ask/chat-target.ts";

/** So many requests that say the candidate isn't there, before it has ever answered, are believed. */
export const mostAtFirst = 3;

/** No such model or path, or nobody who listens. */
export function saysAbsent({ reason, status }: FailedGeneration): boolean {
  return reason === "refused" || (reason === "connection" && status === null);
}

export interface FailedRequests {
  /** `3 requests in a row failed` */
  readonly what: string;
  /** What became of the others, and how it goes on. */
  readonly goOn: string;
}

/** A model that isn't there, an address where nobody listens: every other request would end like the last. */
export function unusable(
  { candidate, url }: ChatTarget,
  { reason, status }: FailedGeneration,
  { what, goOn }: FailedRequests,
): RemoteError {
  const last = status === null ? reason : `${status} (${reason})`;
  const { origin } = new URL(url);
  return new RemoteError({
    system: candidate.provider ?? "provider",
    sentence: `candidate ${candidate.name}: ${what}, the last with ${last}`,
    status: status ?? undefined,
    retryable: status === null || status >= 500,
    advice: `${temperatureAdvice(candidate, status)}check the model's id (${candidate.model}) and the address (${origin}), or leave the candidate out; ${goOn}`,
  });
}

/** OpenAI's models that think refuse every temperature but their own, and a temperature of 0 is what we ask unless told. */
function temperatureAdvice({ temperature }: Candidate, status: number | null): string {
  if (temperature === null || (status !== 400 && status !== 422)) return "";
  return "if the model takes no temperature of yours (those that think mostly don't), add temperature=default to the candidate; else ";
}

import type { Case } from "../../../domain/case.ts";
import type { FailedGeneration, Generation } from "../../../domain/generation.ts";
import type { ChatTarget } from "../ask/chat-target.ts";

/** What is asked and thrown away before anything is timed: a greeting with the first case's prompt and tools. */
export interface WarmUp {
  readonly target: ChatTarget;
  readonly greeting: Case;
}

/**
 * As the cases are asked, the longest reply too: a short limit of its own would be used up by the thoughts of a model that
 * thinks, which OpenAI answers with 400 where its newer models had come to no word.
 */
export function warmUpOf(target: ChatTarget, first: Case): WarmUp {
  const system = first.messages.filter(({ role }, index) => role === "system" && index === 0);
  const greeting: Case = { ...first, messages: [...system, { role: "user", content: "Hello?" }] };
  return { target: { ...target, shotsFor: null }, greeting };
}

/** What warm-ups say of a candidate: that it answers; that nobody is there, so that every case would end alike; or nothing. */
export type Readiness =
  | { readonly says: "answers" | "nothing" }
  | { readonly says: "absent"; readonly failure: FailedGeneration };

/** A refusal may be of the greeting alone, so it says nothing of the cases; a model or path that isn't there does. */
export function readinessOf(came: readonly Generation[]): Readiness {
  if (came.some(({ outcome }) => outcome === "answered")) return { says: "answers" };
  const failures = came.flatMap((each) => (each.outcome === "failed" ? [each] : []));
  const [failure] = failures;
  const isRefused = failures.some(({ reason, status }) => reason === "refused" && status !== 404);
  return failure === undefined || isRefused ? { says: "nothing" } : { says: "absent", failure };
}

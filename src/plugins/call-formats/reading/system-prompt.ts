import type { Turn } from "../../../domain/call.ts";

export interface Prompted {
  readonly systemPrompt: string | null;
  readonly turns: Turn[];
}

/**
 * Takes the system prompt off the head of a call. What stands in the call itself is what the model saw, so it comes
 * before the one that the log keeps beside.
 */
export function takeSystemPrompt(turns: Turn[], beside: string | null): Prompted {
  const [first, ...rest] = turns;
  if (first?.role !== "system") return { systemPrompt: beside, turns };
  return { systemPrompt: first.text, turns: rest };
}

import type { ArgumentVerdict, JudgedToolCall } from "../../../domain/judgement.ts";

/** How many arguments of a reply's tool calls are such as that. */
export function countArguments(
  toolCalls: readonly JudgedToolCall[],
  isCounted: (verdict: ArgumentVerdict) => boolean,
): number {
  let count = 0;
  for (const { arguments: verdicts } of toolCalls)
    for (const verdict of verdicts) if (isCounted(verdict)) count += 1;
  return count;
}

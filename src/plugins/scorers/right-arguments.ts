import type { Scorer } from "./scorer.ts";

/** Arguments of missing and wrong tool calls count as wrong: else a model that calls less would look better. */
export const rightArguments: Scorer = {
  about: "expected arguments that are right",
  better: "higher",
  unit: "share",
  summary: "rate",
  score({ judgement: { toolCalls } }) {
    const of = toolCalls.reduce((sum, { expectedArguments }) => sum + expectedArguments, 0);
    if (of === 0) return null;
    const right = toolCalls.flatMap((made) => made.arguments).filter(({ error }) => error === null);
    return { value: right.length, of };
  },
};

import { countArguments } from "./judge/count-arguments.ts";
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
    return { value: countArguments(toolCalls, ({ error }) => error === null), of };
  },
};

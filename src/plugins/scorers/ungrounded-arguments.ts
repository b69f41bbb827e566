import type { Scorer } from "./scorer.ts";

/** A right value needs no witness; a wrong one that nobody gave is made up. */
export const ungroundedArguments: Scorer = {
  about: "arguments given that are wrong and that nobody had said",
  better: "lower",
  unit: "share",
  summary: "rate",
  score({ judgement: { toolCalls } }) {
    const given = toolCalls.flatMap((made) => made.arguments).filter(({ error }) => error !== "missing");
    if (given.length === 0) return null;
    return { value: given.filter(({ ungrounded }) => ungrounded).length, of: given.length };
  },
};

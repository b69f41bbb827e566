import { countArguments } from "./judge/count-arguments.ts";
import type { Scorer } from "./scorer.ts";

/** A right value needs no witness; a wrong one that nobody gave is made up. */
export const ungroundedArguments: Scorer = {
  about: "arguments given that are wrong and that nobody had said",
  better: "lower",
  unit: "share",
  summary: "rate",
  score({ judgement: { toolCalls } }) {
    const given = countArguments(toolCalls, ({ error }) => error !== "missing");
    if (given === 0) return null;
    return { value: countArguments(toolCalls, ({ ungrounded }) => ungrounded), of: given };
  },
};

import { mark, type Scorer } from "./scorer.ts";

/** A call written into the text is no abstention either: the caller hears it. */
export const falseCallRate: Scorer = {
  about: "turns that needed no tool and got a tool call",
  better: "lower",
  unit: "share",
  summary: "rate",
  score({ case: { expected }, judgement: { decision, callInText } }) {
    return expected.kind === "reply" ? mark(decision === "false_call" || callInText) : null;
  },
};

import { mark, type Scorer } from "./scorer.ts";

export const missedCallRate: Scorer = {
  about: "turns that needed a tool and lack a tool call",
  better: "lower",
  unit: "share",
  summary: "rate",
  score({ case: { expected }, judgement: { decision } }) {
    return expected.kind === "calls" ? mark(decision === "missed_call") : null;
  },
};

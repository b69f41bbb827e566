import { mark, type Scorer } from "./scorer.ts";

export const rightTool: Scorer = {
  about: "turns that needed tools and used exactly the right ones",
  better: "higher",
  unit: "share",
  summary: "rate",
  score({ case: { expected }, judgement: { decision } }) {
    return expected.kind === "calls" ? mark(decision === "right_tool") : null;
  },
};

import { mark, type Scorer } from "./scorer.ts";

export const exactCall: Scorer = {
  about: "turns that needed tools and got them with every argument right",
  better: "higher",
  unit: "share",
  summary: "rate",
  score: ({ case: { expected }, judgement: { exact } }) => (expected.kind === "calls" ? mark(exact) : null),
};

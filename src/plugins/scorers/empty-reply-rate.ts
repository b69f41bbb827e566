import { mark, type Scorer } from "./scorer.ts";

/** A model that thinks until its tokens are used up, or ends at once: the caller hears dead air. */
export const emptyReplyRate: Scorer = {
  about: "turns that needed a reply and got neither a word nor a tool call",
  better: "lower",
  unit: "share",
  summary: "rate",
  score({ case: { expected }, judgement: { decision } }) {
    return expected.kind === "reply" ? mark(decision === "empty") : null;
  },
};

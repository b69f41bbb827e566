import type { Rule } from "./rule.ts";

const cutMarks = ["\u2014", "\u2013", "--"];

export const interrupted: Rule = {
  about: "cut off by the caller: marked so, or ending in a dash",
  ofDecision({ agentTurn }) {
    const text = agentTurn.text.trimEnd();
    return agentTurn.interrupted === true || cutMarks.some((mark) => text.endsWith(mark));
  },
};

import type { Rule } from "./rule.ts";

export const beforeCaller: Rule = {
  about: "said before the caller's first words: there is nothing yet to learn from",
  ofDecision: ({ reading, turn }) => turn < reading.callerBegins,
};

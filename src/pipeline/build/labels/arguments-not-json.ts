import type { Rule } from "./rule.ts";

export const argumentsNotJson: Rule = {
  about: "the arguments are not a JSON object",
  ofToolCall: (judged) => judged.arguments === null,
};

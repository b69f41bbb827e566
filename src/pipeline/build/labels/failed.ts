import type { Rule } from "./rule.ts";
import { saysFailure } from "./says-failure.ts";

export const failed: Rule = {
  about: "the log's flag or the body of the result says that the tool failed",
  ofToolCall: ({ toolCall: { name, result, succeeded } }) =>
    succeeded === false || (result !== null && saysFailure(result, name)),
};

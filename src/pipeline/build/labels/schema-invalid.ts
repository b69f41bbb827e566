import type { Rule } from "./rule.ts";

export const schemaInvalid: Rule = {
  about: "the arguments break the tool's schema",
  ofToolCall: ({ reading, toolCall, arguments: given }) =>
    given !== null && !reading.schemas.allows(toolCall.name, given),
};

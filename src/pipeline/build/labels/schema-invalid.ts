import type { Rule } from "./rule.ts";
import { shownPath } from "./shown-name.ts";

export const schemaInvalid: Rule = {
  about: "the arguments break the tool's schema",
  ofToolCall: ({ reading, toolCall, arguments: given }) =>
    given !== null && !reading.schemas.allows(toolCall.name, given),
  explain({ reading, toolCall, arguments: given }) {
    const fault = given === null ? null : reading.schemas.faultOf(toolCall.name, given);
    if (fault === null) return {};
    const argument = shownPath(fault.path);
    return { ...(argument === "" ? {} : { argument }), keyword: fault.keyword };
  },
};

import type { Rule } from "./rule.ts";

/** What frameworks write while a tool runs, or when it was given up with the call. */
const placeholders: ReadonlySet<string> = new Set(["IN_PROGRESS", "CANCELLED", "PENDING"]);
const mayBePlaceholder = /^[\s"]*[ICP]/;

export const unfinished: Rule = {
  about: "nothing came back: the caller hung up, or the tool never answered",
  ofToolCall({ toolCall: { result, succeeded } }) {
    if (result === null) return succeeded === null;
    return mayBePlaceholder.test(result) && placeholders.has(result.trim().replaceAll('"', ""));
  },
};

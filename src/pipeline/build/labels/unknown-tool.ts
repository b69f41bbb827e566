import type { Rule } from "./rule.ts";
import { shownName } from "./shown-name.ts";

export const unknownTool: Rule = {
  about: "the call had no tool of that name",
  ofToolCall: ({ reading, tool }) => reading.schemas.known && tool === null,
  explain: ({ toolCall }) => ({ tool: shownName(toolCall.name) }),
};

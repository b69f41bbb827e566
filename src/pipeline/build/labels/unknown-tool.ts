import type { Rule } from "./rule.ts";

export const unknownTool: Rule = {
  about: "the call had no tool of that name",
  ofToolCall: ({ reading, tool }) => reading.schemas.known && tool === null,
};

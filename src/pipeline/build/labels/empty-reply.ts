import type { Rule } from "./rule.ts";

export const emptyReply: Rule = {
  about: "neither words nor a tool call",
  ofDecision: ({ agentTurn }) => agentTurn.text.trim() === "" && agentTurn.toolCalls.length === 0,
};

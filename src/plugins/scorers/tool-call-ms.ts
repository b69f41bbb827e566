import type { Scorer } from "./scorer.ts";

export const toolCallMs: Scorer = {
  about: "milliseconds until the tool calls are complete and the agent can act",
  better: "lower",
  unit: "ms",
  summary: "percentiles",
  score({ generation: { message, latency } }) {
    const complete = message.tool_calls === undefined ? null : (latency?.toolCallsMs ?? null);
    return complete === null ? null : { value: complete, of: 1 };
  },
};

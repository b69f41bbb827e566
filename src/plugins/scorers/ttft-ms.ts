import type { Scorer } from "./scorer.ts";

/** On turns that speak: where a tool is called nobody hears the first token. */
export const ttftMs: Scorer = {
  about: "milliseconds to the first token of spoken replies",
  better: "lower",
  unit: "ms",
  summary: "percentiles",
  score({ generation: { message, latency } }) {
    const first = message.tool_calls === undefined ? (latency?.firstTokenMs ?? null) : null;
    return first === null ? null : { value: first, of: 1 };
  },
};

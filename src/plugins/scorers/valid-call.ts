import type { Scorer } from "./scorer.ts";

export const validCall: Scorer = {
  about: "tool calls that can be executed: a known tool, JSON, and what the schema asks",
  better: "higher",
  unit: "share",
  summary: "rate",
  score({ judgement: { toolCalls } }) {
    const made = toolCalls.filter(({ given }) => given !== null);
    if (made.length === 0) return null;
    return { value: made.filter(({ fault }) => fault === null).length, of: made.length };
  },
};

import { bfclFault } from "./bfcl/bfcl-rules.ts";
import { mark, type Scorer } from "./scorer.ts";

/** To be compared with published figures, not to be believed: docs/evaluation.md tells where it is wrong. */
export const bfclAst: Scorer = {
  about: "cases right by the published rules of the Berkeley Function Calling Leaderboard",
  better: "higher",
  unit: "share",
  summary: "rate",
  score({ case: { bfcl }, generation: { message } }) {
    if (bfcl === undefined) return null;
    const toolCalls = (message.tool_calls ?? []).map((made) => made.function);
    return mark(bfclFault(bfcl, toolCalls, { dots: "underscores" }) === null);
  },
};

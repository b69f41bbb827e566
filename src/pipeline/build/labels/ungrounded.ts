import { groundingOfLeaf } from "../grounding/grounding-of.ts";
import { leavesOf } from "../grounding/leaves.ts";
import { isReckoned } from "./reckoned.ts";
import type { Rule } from "./rule.ts";

export const ungrounded: Rule = {
  about: "an argument that neither the caller said nor a tool returned",
  ofToolCall(judged) {
    const { reading, turn, arguments: given, tool } = judged;
    if (given === null) return false;
    const evidence = reading.evidence();
    return leavesOf(given, tool?.function.parameters).some(
      (leaf) => groundingOfLeaf(leaf, evidence, turn) === "none" && !isReckoned(leaf, judged),
    );
  },
};

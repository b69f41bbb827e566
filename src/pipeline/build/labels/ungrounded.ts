import { groundingOfLeaf } from "../grounding/grounding-of.ts";
import { leavesOf } from "../grounding/leaves.ts";
import type { Rule } from "./rule.ts";

export const ungrounded: Rule = {
  about: "an argument that neither the caller said nor a tool returned",
  ofToolCall({ reading, turn, arguments: given, tool }) {
    if (given === null) return false;
    const evidence = reading.evidence();
    return leavesOf(given, tool?.function.parameters).some(
      (leaf) => groundingOfLeaf(leaf, evidence, turn) === "none",
    );
  },
};

import { groundingOfLeaf } from "../../../domain/grounding/grounding-of.ts";
import { type Leaf, leavesOf } from "../../../domain/grounding/leaves.ts";
import { isReckoned } from "./reckoned.ts";
import type { JudgedToolCall, Rule } from "./rule.ts";
import { shownPath } from "./shown-name.ts";

export const ungrounded: Rule = {
  about: "an argument that neither the caller said nor a tool returned",
  ofToolCall: (judged) => ungroundedLeaf(judged) !== undefined,
  explain(judged) {
    const leaf = ungroundedLeaf(judged);
    return leaf === undefined ? {} : { argument: shownPath(leaf.path) };
  },
};

function ungroundedLeaf(judged: JudgedToolCall): Leaf | undefined {
  const { reading, turn, arguments: given, tool } = judged;
  if (given === null) return undefined;
  const evidence = reading.evidence();
  return leavesOf(given, tool?.function.parameters).find(
    (leaf) => groundingOfLeaf(leaf, evidence, turn) === "none" && !isReckoned(leaf, judged),
  );
}

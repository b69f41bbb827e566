import type { Json, JsonObject } from "../../lib/json.ts";
import { isFreeTextName } from "../../lib/spoken/parameter-names.ts";
import { tokensOf } from "../../lib/spoken/tokens.ts";
import type { JsonSchema } from "../tool.ts";
import type { Evidence } from "./evidence.ts";
import { isDescribed, isInferred } from "./inferred.ts";
import { type Leaf, leavesOf } from "./leaves.ts";
import { overlap } from "./overlap.ts";
import { numberWitnesses, textWitnesses } from "./witnesses.ts";

/** Where an argument's value comes from. */
export type Grounding =
  | "user_literal"
  | "user_normalised"
  | "agent_said"
  | "tool_result"
  | "system_prompt"
  | "inferred"
  | "none";

export interface GroundedLeaf {
  readonly path: readonly string[];
  readonly value: Json;
  readonly grounding: Grounding;
}

/** Texts with more words than this are the agent's own wording. */
const longestValue = 7;
/** A text with more words than this is not looked for word by word. */
const longestSearched = 60;
/** The share of a free text's words that must have been said. */
const wantedOverlap = 0.5;

/**
 * For every scalar in a tool call's arguments, who or what had given it before the turn with that index. `inferred`
 * are values that need no witness (enum, boolean, default, one of something).
 */
export function groundingOf(
  toolArguments: JsonObject,
  schema: JsonSchema | undefined,
  evidence: Evidence,
  before: number,
): GroundedLeaf[] {
  return leavesOf(toolArguments, schema).map((leaf) => ({
    path: leaf.path,
    value: leaf.value,
    grounding: groundingOfLeaf(leaf, evidence, before),
  }));
}

export function groundingOfLeaf(leaf: Leaf, evidence: Evidence, before: number): Grounding {
  if (isInferred(leaf)) return "inferred";
  const witnessed = witnessOf(leaf, evidence, before);
  if (witnessed !== null) return witnessed;
  const widened = evidence.widen() ? witnessOf(leaf, evidence, before) : null;
  if (widened !== null) return widened;
  if (isRetold(leaf, evidence, before)) return "user_normalised";
  return isDescribed(leaf) ? "inferred" : "none";
}

function witnessOf({ value }: Leaf, evidence: Evidence, before: number): Grounding | null {
  if (typeof value === "number") return numberWitnesses(value, evidence, before);
  if (typeof value !== "string") return "inferred";
  const tokens = tokensOf(value);
  return tokens.length > longestSearched ? null : textWitnesses(tokens, evidence, before);
}

/** The agent's own wording of what was said. */
function isRetold({ path, value }: Leaf, evidence: Evidence, before: number): boolean {
  if (typeof value !== "string") return false;
  const tokens = tokensOf(value);
  const isFreeText = tokens.length > longestValue || isFreeTextName(path.at(-1) ?? "");
  return isFreeText && overlap(tokens, evidence, before) >= wantedOverlap;
}

import type { MadeToolCall } from "../../../domain/call.ts";
import { type Grounding, groundingOfLeaf } from "../../../domain/grounding/grounding-of.ts";
import { type Leaf, leavesOf } from "../../../domain/grounding/leaves.ts";
import type { JsonObject } from "../../../lib/json.ts";
import { canonicalJson } from "../../../lib/json.ts";
import { type Change, changedLeaves } from "./changed-leaves.ts";
import type { CallReading } from "./read-call.ts";
import type { RuleName } from "./rules.ts";

export interface Retry {
  readonly reading: CallReading;
  /** The turn of the wrong tool call. */
  readonly turn: number;
  readonly wrong: MadeToolCall;
  /** The next good use of the same tool. */
  readonly next: MadeToolCall;
  /** What was wrong. */
  readonly reason: RuleName;
}

/**
 * Whether the later tool call is what the wrong one should have been: all it says was known before, and it is still
 * the same matter. A failure of the tool is corrected by the same again, or by other values only where the first were
 * unfounded: who takes another slot after a refusal makes a new choice.
 */
export function isCorrection(retry: Retry): boolean {
  const { reading, wrong, next, reason } = retry;
  const [before, after] = [reading.argumentsOf(wrong), reading.argumentsOf(next)];
  if (after === null) return false;
  if (before !== null && canonicalJson(before) === canonicalJson(after)) return reason === "failed";
  const leaves = leavesOf(after, schemaOf(retry));
  if (leaves.some((leaf) => groundingBefore(leaf, retry) === "none")) return false;
  // Text that can't be parsed, or has the wrong form, says nothing reliable of what was meant.
  if (before === null || reason === "schema_invalid") return true;
  const changed = changedLeaves(leavesOf(before, schemaOf(retry)), leaves, reading.evidence().today);
  return reason === "contradicted"
    ? isOneCorrection(changed, retry)
    : changed.every((change) => isMend(change, retry));
}

/** A caller objects to one value; where more are changed, each must be the caller's. */
function isOneCorrection(changed: readonly Change[], retry: Retry): boolean {
  if (changed.length <= 1) return true;
  return changed.every(({ after }) => after === null || isOfCaller(groundingBefore(after, retry)));
}

/** Only what had no ground may be replaced; adding what was known is no change of mind. */
function isMend({ before }: Change, retry: Retry): boolean {
  return before === null || groundingBefore(before, retry) === "none";
}

function isOfCaller(grounding: Grounding): boolean {
  return grounding === "user_literal" || grounding === "user_normalised";
}

function groundingBefore(leaf: Leaf, { reading, turn }: Retry): Grounding {
  return groundingOfLeaf(leaf, reading.evidence(), turn);
}

function schemaOf({ reading, next }: Retry): JsonObject | undefined {
  return reading.schemas.tool(next.name)?.function.parameters;
}

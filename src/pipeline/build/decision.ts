import type { RejectDetail, RejectReason } from "../../domain/label.ts";
import type { Split } from "../../domain/split.ts";
import type { ToolCall } from "../../domain/tool.ts";

/** What one example teaches, in little enough to be remembered for each that may be chosen. */
export interface Lesson {
  /** The agent's turns to be learnt, as indexes into `Call.turns`: one, or those of a whole call. */
  readonly turns: readonly number[];
  /** What should have been done instead of what the turn did; null where that was right. */
  readonly corrected: readonly ToolCall[] | null;
  /** A whole call is one example. */
  readonly whole: boolean;
  /** How many decisions it teaches. */
  readonly decisions: number;
}

/** An example that the label rules let through, as the selection sees it; its words stay on disk. */
export interface Candidate extends Lesson {
  /** `<call id>#<turn>`; the call's id where a whole call is one example. */
  readonly id: string;
  /** Which line of `calls.jsonl`, from 0. */
  readonly call: number;
  readonly split: Split;
  /** The first tool the label uses; null for a plain reply. */
  readonly tool: string | null;
  /** Hash of the caller's id, or of the call's. */
  readonly caller: number;
  readonly exact: number;
  readonly template: number;
  readonly label: number;
  readonly signature: string;
  /** In [0, 1): under a cap the smaller ones stay. Depends on id and seed alone. */
  readonly priority: number;
}

/** One line of `rejected.jsonl`. */
export interface Rejected extends RejectDetail {
  readonly id: string;
  /** How many decisions fell out with it: those of a whole call; absent means 1. */
  readonly decisions?: number;
  readonly reason: RejectReason;
  /** The example that was kept instead, for near duplicates. */
  readonly keptInstead?: string;
  /** The dialect's rule that the row would break. */
  readonly rule?: string;
}

/** A candidate that falls out, with all the decisions it would have taught. */
export function rejectedAs(
  { id, decisions }: Pick<Candidate, "id" | "decisions">,
  reason: RejectReason,
): Rejected {
  return decisions === 1 ? { id, reason } : { id, decisions, reason };
}

/** What a step of the choice keeps, and what it takes away. */
export interface Sifted {
  readonly kept: readonly Candidate[];
  readonly rejected: readonly Rejected[];
}

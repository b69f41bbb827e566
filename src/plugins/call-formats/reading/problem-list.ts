import type { Problem, ProblemReason } from "../../../domain/problem.ts";
import type { ParsedRecord } from "../call-format.ts";

/** What couldn't be read of one record; `add` is for parts, the call itself is kept. */
export interface ProblemList {
  readonly parts: readonly Problem[];
  /** `detail` names fields and positions, never a value. */
  add(reason: ProblemReason, detail: string): void;
}

export function createProblemList(place: string): ProblemList {
  const parts: Problem[] = [];
  return {
    parts,
    add(reason, detail) {
      parts.push({ place, scope: "part", reason, detail });
    },
  };
}

/** Why a record makes no call. */
export interface Loss {
  readonly reason: ProblemReason;
  /** Which field, which position; never a value. */
  readonly detail?: string;
}

/** A record that makes no call. */
export function lost(place: string, { reason, detail }: Loss, parts: readonly Problem[] = []): ParsedRecord {
  const problem: Problem = { place, scope: "call", reason, ...(detail === undefined ? {} : { detail }) };
  return { call: null, problems: [...parts, problem] };
}

import type { Case } from "../../../../domain/case.ts";
import type { AssistantMessage } from "../../../../domain/message.ts";
import type { ScoredCase } from "../../../../domain/scored-case.ts";

/** What one candidate answered to a case, and what was said of it. */
export interface PageReply {
  /** Null where the candidate was not asked yet. */
  readonly scored: ScoredCase | null;
  /** Null where the request failed, or was not made yet. */
  readonly message: AssistantMessage | null;
}

/** A case with all that came of it, as the page of a report shows it. */
export interface PageCase {
  readonly case: Case;
  /** By candidate, in the order of the report's. */
  readonly replies: readonly PageReply[];
}

/** Against the baseline's reply to the same case: exact where that one wasn't, or the other way round. */
export type Change = "win" | "regression";

/** Null for the baseline, for what both got right or wrong, and where one of the two has no reply. */
export function changeOf(reply: PageReply, baseline: PageReply | undefined): Change | null {
  const [now, before] = [isExact(reply), baseline === undefined ? null : isExact(baseline)];
  if (now === null || before === null || now === before) return null;
  return now ? "win" : "regression";
}

/** Null where there is no reply to judge. */
export function isExact({ scored }: PageReply): boolean | null {
  return scored?.outcome === "scored" ? scored.judgement.exact : null;
}

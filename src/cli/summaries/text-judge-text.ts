import type { TextJudgeFacts } from "../../domain/text-judge.ts";
import { counted } from "../table.ts";

/** What the judge of free texts did, and whether it is believed; nothing where none is configured. */
export function textJudgeText(facts: TextJudgeFacts | undefined): string[] {
  if (facts === undefined) return [];
  const { judge, promptVersion, believed, controls, wrongControls, same, different, undecided } = facts;
  const pairs = same + different + undecided + facts.unasked;
  if (pairs === 0) return [`judge ${judge}: no free texts differ by more than their letters`];
  if (wrongControls.length > 0)
    return [
      `judge ${judge} got ${wrongControls.length} of ${controls} controls wrong (${wrongControls.join(", ")}): it isn't believed, and words of free texts are counted instead`,
    ];
  if (!believed)
    return [
      `judge ${judge} wasn't asked (${counted(pairs, "pair")} of free texts): words are counted instead`,
    ];
  const left = [
    ...(undecided > 0 ? [`${undecided} undecided`] : []),
    ...(facts.unasked > 0 ? [`${facts.unasked} not asked`] : []),
  ];
  const words = left.length === 0 ? "" : `, ${left.join(", ")}, where words are counted instead`;
  return [
    `judge ${judge} (prompt ${promptVersion}, all ${controls} controls right): ${counted(pairs, "pair")} of free texts, ${same} the same, ${different} different${words}`,
  ];
}

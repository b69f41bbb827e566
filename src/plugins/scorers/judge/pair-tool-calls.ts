import type { JudgedToolCall } from "../../../domain/judgement.ts";
import { bestAssignment } from "../../../lib/assignment.ts";

/** Pairs by index; null where a side has no counterpart. */
export interface Pair {
  readonly expected: number | null;
  readonly given: number | null;
}

/** A pair of the same tool weighs more than any share of right arguments of it can make up for. */
const sameTool = 1;
/** Only what is left over pairs different tools, to be called a wrong tool. */
const otherTool = 1e-3;

/**
 * The best assignment of given tool calls to expected ones: as many wholly right ones as can be, then as many of the
 * right tool, then as many right arguments. `judged[e][g]` is the pair's judgement, whatever became of it.
 */
export function pairToolCalls(judged: readonly (readonly JudgedToolCall[])[], given: number): Pair[] {
  if (judged.length <= 1 && given <= 1) return onlyPair(judged.length === 1, given === 1);
  const most = Math.max(judged.length, given) + 1;
  const weights = judged.map((row) => row.map((pair) => weightOf(pair, most)));
  const partners = bestAssignment(weights);
  const taken = new Set(partners);
  const pairs: Pair[] = partners.map((partner, expected) => ({ expected, given: partner }));
  for (let index = 0; index < given; index += 1)
    if (!taken.has(index)) pairs.push({ expected: null, given: index });
  return pairs;
}

/** Nearly all there are: a turn needs one tool, or none. */
function onlyPair(isExpected: boolean, isGiven: boolean): Pair[] {
  if (!isExpected && !isGiven) return [];
  return [{ expected: isExpected ? 0 : null, given: isGiven ? 0 : null }];
}

function weightOf({ expected, given, exact, arguments: verdicts }: JudgedToolCall, most: number): number {
  if (expected !== given) return otherTool;
  const right = verdicts.filter(({ error }) => error === null).length;
  const share = verdicts.length === 0 ? 0 : right / verdicts.length;
  return sameTool + share / (most * most) + (exact ? most : 0);
}

import type { ExpectedToolCall } from "../../../../domain/case.ts";
import type { JudgedToolCall, Judgement } from "../../../../domain/judgement.ts";
import type { ToolCall } from "../../../../domain/tool.ts";
import { parseJsonObject } from "../../../../lib/json.ts";

/** Which expected tool call (its place, or −1) was judged with which of those made. */
export type PairPlaces = readonly [expected: number, given: number];

/**
 * The places of the judged pairs. A judgement names tools, in the order of those expected and then of what is left of
 * those made; where a tool was used several times, the one that is most like the expected one is taken.
 */
export function pairPlaces(
  { toolCalls }: Judgement,
  wanted: readonly ExpectedToolCall[],
  made: readonly ToolCall[],
): PairPlaces[] {
  const unused = new Set(made.keys());
  let nextExpected = 0;
  return toolCalls.map((judged) => {
    const expected = judged.expected === null ? -1 : nextExpected;
    if (judged.expected !== null) nextExpected += 1;
    const given = mostAlike(
      judged,
      wanted[expected],
      [...unused].map((place) => [place, made[place]]),
    );
    unused.delete(given);
    return [expected, given];
  });
}

function mostAlike(
  { given }: JudgedToolCall,
  expected: ExpectedToolCall | undefined,
  unused: readonly (readonly [number, ToolCall | undefined])[],
): number {
  let [best, most] = [-1, -1];
  for (const [place, made] of unused) {
    if (made === undefined || made.function.name !== given) continue;
    const alike = expected === undefined ? 0 : alikeArguments(expected.arguments, made.function.arguments);
    if (alike > most) [best, most] = [place, alike];
  }
  return best;
}

function alikeArguments(one: string, other: string): number {
  const [wanted, made] = [parseJsonObject(one), parseJsonObject(other)];
  if (wanted === undefined || made === undefined) return 0;
  const isAlike = (key: string) =>
    Object.hasOwn(made, key) && JSON.stringify(wanted[key]) === JSON.stringify(made[key]);
  return Object.keys(wanted).filter(isAlike).length;
}

import type { Call, MadeToolCall } from "../../../domain/call.ts";
import { groundingOfLeaf } from "../../../domain/grounding/grounding-of.ts";
import { type Leaf, leavesOf } from "../../../domain/grounding/leaves.ts";
import { stopWords } from "../../../lib/spoken/lexicon.ts";
import { tokensOf } from "../../../lib/spoken/tokens.ts";
import { type Change, changedLeaves } from "./changed-leaves.ts";
import type { Answer } from "./read-answer.ts";
import type { JudgedToolCall } from "./rule.ts";
import type { Values } from "./values.ts";

/** How many of the agent's next turns may hold the tool call that takes up the caller's correction. */
const turnsToTakeUp = 4;
/** More arguments changed at once are another deed. */
const mostChanges = 2;

/**
 * The agent's next act is the same tool again with a value changed: to words of the caller's, or, where the caller
 * was plain about it, to whatever the agent understood by them.
 */
export function isTakenUp(
  { reading, turn, toolCall, tool }: JudgedToolCall,
  answer: Answer,
  leaves: readonly Leaf[],
): boolean {
  const next = toolCallsBeforeNextAnswer(reading.call, answer.turn).find(
    ({ name }) => name === toolCall.name,
  );
  const renewed = next === undefined ? null : reading.argumentsOf(next);
  if (renewed === null) return false;
  const changes = changedLeaves(
    leaves,
    leavesOf(renewed, tool?.function.parameters),
    reading.evidence().today,
  );
  const { restates, replaces, rejects, admits, claims } = answer.cues;
  const isOfCaller = (leaf: Leaf) => groundingOfLeaf(leaf, reading.evidence(), turn).startsWith("user_");
  if (admits && !claims && changes.every(({ before }) => before === null || isOfCaller(before))) return false;
  if (changes.some((change) => isReplaced(change, answer.values))) return true;
  const isTold = restates !== null || replaces !== null || rejects !== null;
  const isExchanged = changes.some(({ before, after }) => before !== null && after !== null);
  return isTold && isExchanged && changes.length <= mostChanges;
}

function toolCallsBeforeNextAnswer(call: Call, turn: number): MadeToolCall[] {
  const following = call.turns.slice(turn + 1, turn + 1 + turnsToTakeUp);
  const answered = following.findIndex(({ role }) => role === "caller");
  const acts = answered === -1 ? following : following.slice(0, answered);
  return acts.flatMap((act) => (act.role === "agent" ? act.toolCalls : []));
}

function isReplaced({ before, after }: Change, said: Values): boolean {
  if (before === null || after === null) return false;
  const [old, fresh] = [contentOf(before.value), contentOf(after.value)];
  const added = fresh.filter((token) => !old.includes(token));
  const isSaid = (token: string) => said.words.has(token);
  return added.length > 0 && added.every(isSaid) && !old.every(isSaid);
}

function contentOf(value: Leaf["value"]): string[] {
  return tokensOf(String(value)).filter((token) => !stopWords.has(token));
}

import type { Sequence } from "../train/trainer.ts";
import { type Chat, fitChat } from "./prompt.ts";
import type { Tokenizer } from "./tokenizer.ts";

export interface EncodedRows {
  readonly sequences: readonly Sequence[];
  /** Rows of which more than descriptions had to be left out. */
  readonly shortenedRows: number;
}

interface Draft {
  readonly tokens: readonly number[];
  readonly learn: Uint8Array;
}

/**
 * Rows to learn from: every assistant message is learnt, but for those of weight 0. Rows that are the beginning of another
 * row, as the decisions of one call are, become one sequence with several learnt stretches.
 */
export function encodeRows(tokenizer: Tokenizer, rows: readonly Chat[], context: number): EncodedRows {
  let shortenedRows = 0;
  const drafts = rows.flatMap((row) => {
    const whole = draftOf(tokenizer, row, context);
    if (!whole.shortened) return [whole];
    shortenedRows += 1;
    return decisionsOf(row).map((decision) => draftOf(tokenizer, decision, context));
  });
  return { sequences: mergeBeginnings(drafts), shortenedRows };
}

function draftOf(tokenizer: Tokenizer, row: Chat, context: number): Draft & { readonly shortened: boolean } {
  const { head, messages, shortened } = fitChat(tokenizer, row, context);
  const tokens = [...head, ...messages.flatMap((message) => message.tokens)];
  const learn = new Uint8Array(tokens.length);
  let end = head.length;
  for (const message of messages) {
    end += message.tokens.length;
    learn.fill(1, end - message.replyLength, end);
  }
  return { tokens, learn, shortened };
}

/** One chat for each reply to learn, with what came before it: a long call is shortened for each by itself. */
function decisionsOf(row: Chat): Chat[] {
  return row.messages.flatMap((message, at) => {
    if (message.role !== "assistant" || message.weight === 0) return [];
    const before = row.messages
      .slice(0, at)
      .map((one) => (one.role === "assistant" ? { ...one, weight: 0 as const } : one));
    return [{ messages: [...before, message], tools: row.tools }];
  });
}

/** Keeps the order of the rows; a beginning is learnt where its longest continuation stands. */
function mergeBeginnings(drafts: readonly Draft[]): Draft[] {
  const sorted = [...drafts].sort((left, right) => compareTokens(left.tokens, right.tokens));
  const kept = new Set<Draft>();
  let longest: Draft | undefined;
  for (const draft of sorted.reverse()) {
    if (longest && isBeginning(draft.tokens, longest.tokens)) {
      for (let at = 0; at < draft.learn.length; at += 1) longest.learn[at] ||= draft.learn[at] ?? 0;
    } else {
      longest = draft;
      kept.add(draft);
    }
  }
  return drafts.filter((draft) => kept.has(draft) && draft.learn.includes(1));
}

function compareTokens(left: readonly number[], right: readonly number[]): number {
  const shared = Math.min(left.length, right.length);
  for (let at = 0; at < shared; at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function isBeginning(beginning: readonly number[], whole: readonly number[]): boolean {
  return beginning.length <= whole.length && beginning.every((token, at) => token === whole[at]);
}

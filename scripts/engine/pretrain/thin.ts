import type { Tokenizer } from "../../../src/engine/text/tokenizer.ts";
import type { Sequence } from "../../../src/engine/train/trainer.ts";
import type { Random } from "../../../src/lib/seeded-random.ts";

/** Share of the tokens that are learnt where a word or a value only goes on, in a tool's name behind its tag, and in what is said. */
const keptOfRest = 0.5;
const keptOfNames = 0.1;
const keptOfSaid = 0.15;

/**
 * The same sequence with fewer learnt tokens: where a tool, an argument or a value begins is what is hard, and rare among
 * the many tokens that only go on. Marks and beginnings are all kept, so they weigh about twice as much.
 */
export function thin(tokenizer: Tokenizer, sequence: Sequence, random: Random): Sequence {
  const learn = Uint8Array.from(sequence.learn);
  let kept = keptOfRest;
  for (let at = 1; at < learn.length; at += 1) {
    const before = sequence.tokens[at - 1] ?? 0;
    const afterMark = tokenizer.pieceOf(before) === null;
    if (afterMark) kept = keptBehind(tokenizer, before);
    const isMark = tokenizer.pieceOf(sequence.tokens[at] ?? 0) === null;
    if (learn[at] === 0 || isMark || (afterMark && kept === keptOfRest)) continue;
    if (!random.chance(kept)) learn[at] = 0;
  }
  return { tokens: sequence.tokens, learn };
}

function keptBehind(tokenizer: Tokenizer, mark: number): number {
  if (mark === tokenizer.special("<say>")) return keptOfSaid;
  return mark >= tokenizer.tag(0) ? keptOfNames : keptOfRest;
}

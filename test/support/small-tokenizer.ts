import { createTokenizer, type Tokenizer } from "../../src/engine/text/tokenizer.ts";
import { trainPieces } from "../../src/engine/text/train-pieces.ts";

/** A tokenizer whose pieces are learnt from this text. */
export function smallTokenizer(text: string, merges: number): Tokenizer {
  const words = new Map<string, number>();
  for (const [word] of text.matchAll(/[A-Za-z]+/g)) words.set(` ${word}`, (words.get(` ${word}`) ?? 0) + 1);
  return createTokenizer(trainPieces({ words, merges, capitals: 20 }));
}

import type { Tokenizer } from "../../src/engine/text/tokenizer.ts";

/** A tokenizer with the right size and pieces, for what stores or passes one on and reads no text. */
export function fakeTokenizer(size: number, pieces: readonly string[]): Tokenizer {
  return { size, pieces, special: () => 0, encode: () => [], decode: () => "", pieceOf: () => null };
}

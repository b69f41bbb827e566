import { createMerger } from "./merger.ts";
import type { PieceEnd } from "./piece-end.ts";
import type { Ranks } from "./read-ranks.ts";
import { createTextReader } from "./read-text.ts";
import { type PieceCount, rememberPieces } from "./remember-pieces.ts";

/** What turns one model family's text into tokens. */
export interface Vocabulary {
  readonly ranks: Ranks;
  readonly pieceEnd: PieceEnd;
  /** Texts that are one token wherever they stand, as an expression with the flag `g`; each begins with `<`. */
  readonly specials: RegExp;
  /** Unicode normal form of the text between special tokens, where the model wants one. */
  readonly normalForm?: "NFC";
}

/** Counts the tokens of plain text, special tokens in it included. */
export function createTextCounter({
  ranks,
  pieceEnd,
  specials,
  normalForm,
}: Vocabulary): (text: string) => number {
  const readText = createTextReader();
  const countPiece = rememberPieces(createPieceCounter(ranks));

  function countBetween(raw: string): number {
    const text = normalForm === undefined ? raw : raw.normalize(normalForm);
    const read = readText(text);
    let tokens = 0;
    for (let start = 0; start < text.length; ) {
      const end = pieceEnd(read, start);
      tokens += countPiece(read, start, end);
      start = end;
    }
    return tokens;
  }

  return (text) => {
    if (!text.includes("<")) return countBetween(text);
    let tokens = 0;
    let from = 0;
    for (const { index, 0: special } of text.matchAll(specials)) {
      tokens += countBetween(text.slice(from, index)) + 1;
      from = index + special.length;
    }
    return tokens + countBetween(text.slice(from));
  };
}

function createPieceCounter({ left, right, words }: Ranks): PieceCount {
  const merge = createMerger({ left, right });
  const encoder = new TextEncoder();
  const shared = new Uint8Array(256);
  return ({ text }, start, end) => {
    const piece = text.slice(start, end);
    if (words.has(piece)) return 1;
    const bytes = 3 * piece.length <= shared.length ? shared : new Uint8Array(3 * piece.length);
    return merge(bytes, encoder.encodeInto(piece, bytes).written);
  };
}

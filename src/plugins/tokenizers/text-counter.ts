import { createMerger } from "./merger.ts";
import type { PieceEnd } from "./piece-end.ts";
import type { Ranks } from "./read-ranks.ts";
import { createTextReader, type TextReader } from "./text-reader.ts";

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
export function createTextCounter({ ranks, pieceEnd, specials, normalForm }: Vocabulary): (text: string) => number {
  const reader = createTextReader();
  const countPiece = createPieceCounter(ranks, reader);

  function countBetween(raw: string): number {
    const text = normalForm === undefined ? raw : raw.normalize(normalForm);
    reader.read(text);
    let tokens = 0;
    for (let start = 0; start < text.length; ) {
      const end = pieceEnd(reader, start);
      tokens += countPiece(text, start, end);
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

/** Pieces up to this many UTF-16 units are remembered. */
const longest = 16;
const slots = 2 ** 15;

/**
 * The tokens of one piece. Speech repeats its words, so each slot of a fixed table (1 MB) remembers the last piece
 * that fell into it, whole: the count is never taken from a piece that is not the same.
 */
function createPieceCounter(
  { left, right, words }: Ranks,
  reader: TextReader,
): (text: string, start: number, end: number) => number {
  const merge = createMerger({ left, right });
  const encoder = new TextEncoder();
  const units = new Uint16Array(slots * longest);
  const lengths = new Uint8Array(slots);
  const counts = new Uint8Array(slots);
  let bytes = new Uint8Array(256);

  function countNew(piece: string): number {
    if (words.has(piece)) return 1;
    if (bytes.length < 3 * piece.length) bytes = new Uint8Array(6 * piece.length);
    return merge(bytes, encoder.encodeInto(piece, bytes).written);
  }

  function isRemembered(start: number, length: number, slot: number): boolean {
    if (lengths[slot] !== length) return false;
    for (let i = 0; i < length; i++)
      if (units[slot * longest + i] !== reader.unitAt(start + i)) return false;
    return true;
  }

  return (text, start, end) => {
    const length = end - start;
    if (length > longest) return countNew(text.slice(start, end));
    let hash = length;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ reader.unitAt(at), 0x01000193);
    const slot = (hash ^ (hash >>> 15)) & (slots - 1);
    if (isRemembered(start, length, slot)) return counts[slot] ?? 0;
    const count = countNew(text.slice(start, end));
    lengths[slot] = length;
    counts[slot] = count;
    for (let i = 0; i < length; i++) units[slot * longest + i] = reader.unitAt(start + i);
    return count;
  };
}

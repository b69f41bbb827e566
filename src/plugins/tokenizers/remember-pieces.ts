import type { ReadText } from "./read-text.ts";

/** How many tokens the piece from `start` to `end` is. */
export type PieceCount = (text: ReadText, start: number, end: number) => number;

export interface MemorySize {
  /** Longer pieces, in UTF-16 units, are always asked for. */
  readonly longest: number;
  /** How many pieces are remembered at most: a power of two. */
  readonly slots: number;
}

/**
 * The same counts, but those of pieces seen before without asking: speech repeats its words. The table has a fixed
 * size; each slot holds the last piece that fell into it, whole, so no count comes from another piece that only
 * hashes the same.
 */
export function rememberPieces(countPiece: PieceCount, { longest, slots }: MemorySize): PieceCount {
  const pieces = new Uint16Array(slots * longest);
  const lengths = new Uint8Array(slots);
  const counts = new Uint8Array(slots);
  return (text, start, end) => {
    const { units } = text;
    const length = end - start;
    if (length > longest) return countPiece(text, start, end);
    let hash = length;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (units[at] ?? 0), 0x01000193);
    const slot = (hash ^ (hash >>> 15)) & (slots - 1);
    const first = slot * longest;
    let same = lengths[slot] === length;
    for (let i = 0; same && i < length; i++) same = pieces[first + i] === units[start + i];
    if (same) return counts[slot] ?? 0;
    const count = countPiece(text, start, end);
    lengths[slot] = length;
    counts[slot] = count;
    pieces.set(units.subarray(start, end), first);
    return count;
  };
}

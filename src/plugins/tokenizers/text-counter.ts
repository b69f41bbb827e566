import { createMerger } from "./merger.ts";
import type { PieceEnd } from "./piece-end.ts";
import type { Ranks } from "./read-ranks.ts";
import { createTextReader, type ReadText } from "./read-text.ts";
import { type PieceCount, rememberPieces } from "./remember-pieces.ts";

/** What turns one model family's text into tokens. */
export interface Vocabulary {
  readonly ranks: Ranks;
  readonly pieceEnd: PieceEnd;
  /** Texts that are one token wherever they stand, as an expression with the flag `y`; each begins with `<`. */
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
  const countPiece = rememberPieces(
    rememberPieces(createPieceCounter(ranks), { longest: 64, slots: 2 ** 10 }),
    { longest: 16, slots: 2 ** 15 },
  );

  function countPieces(text: ReadText, from: number, to: number): number {
    let tokens = 0;
    for (let start = from; start < to; ) {
      const end = pieceEnd(text, start);
      tokens += countPiece(text, start, end);
      start = end;
    }
    return tokens;
  }

  return (raw) => {
    const text = normalForm === undefined ? raw : normalize(raw, specials, normalForm);
    const read = readText(text);
    let tokens = 0;
    let from = 0;
    for (const [start, end] of placesOf(specials, text)) {
      // To what comes before it, the text ends here.
      read.kinds[start] = 0;
      tokens += countPieces(read, from, start) + 1;
      from = end;
    }
    return tokens + countPieces(read, from, text.length);
  };
}

/** Special tokens keep what stands behind them from composing with their last character. */
function normalize(text: string, specials: RegExp, form: "NFC"): string {
  const whole = text.normalize(form);
  if (whole === text) return text;
  let normalized = "";
  let from = 0;
  for (const [start, end] of placesOf(specials, text)) {
    normalized += text.slice(from, start).normalize(form) + text.slice(start, end);
    from = end;
  }
  return normalized + text.slice(from).normalize(form);
}

function placesOf(specials: RegExp, text: string): readonly (readonly [start: number, end: number])[] {
  const places: (readonly [number, number])[] = [];
  for (let at = text.indexOf("<"); at !== -1; ) {
    specials.lastIndex = at;
    const isSpecial = specials.test(text);
    if (isSpecial) places.push([at, specials.lastIndex]);
    at = text.indexOf("<", isSpecial ? specials.lastIndex : at + 1);
  }
  return places;
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

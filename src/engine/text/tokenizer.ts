import { splitWords } from "./split-words.ts";

/** What isn't text: the marks that hold a prompt and a reply together. `text/prompt.ts` says where each stands. */
export const specialTokens = [
  "<pad>",
  "<begin>",
  "<end>",
  "<tool>",
  "<about>",
  "<parameter>",
  "<required>",
  "<type>",
  "<choice>",
  "<system>",
  "<user>",
  "<result>",
  "<agent>",
  "<say>",
  "<call>",
  "<argument>",
  "<value>",
  "<object>",
  "</object>",
  "<list>",
  "<item>",
  "</list>",
] as const;

export type SpecialToken = (typeof specialTokens)[number];

/** Tokens that stand for a tool; `text/tool-tags.ts` says which for which. */
export const toolTags = 64;

/** Text, marks and tags to tokens and back. A word has the same tokens wherever it stands, so that what was said can be copied. */
export interface Tokenizer {
  /** Special tokens, text tokens and tags together. */
  readonly size: number;
  special(token: SpecialToken): number;
  /** The token of a tool's tag, 0 to `toolTags` − 1. */
  tag(index: number): number;
  encode(text: string): number[];
  /** Special tokens and tags leave nothing. */
  decode(tokens: Iterable<number>): string;
  /**
   * The text of one token, with its leading space where it has one; null for a special token and for a tag. A byte of a character
   * outside ASCII has no text of its own and reads U+FFFD.
   */
  pieceOf(token: number): string | null;
  /** What `createTokenizer` makes it from again; part of the model's file. */
  readonly pieces: readonly string[];
}

const firstByte = specialTokens.length;
const firstPiece = firstByte + 256;
const remembered = 50_000;

/**
 * Token numbers: the special tokens, then the 256 bytes, then the pieces, then the tags of tools. Pieces in small letters are merges in the order
 * they were learnt; a piece with a capital is the same piece at the head of a capitalised word, so that "Maria" and
 * "maria" are cut at the same places.
 */
export function createTokenizer(pieces: readonly string[]): Tokenizer {
  const numberOf = new Map(pieces.map((piece, index) => [piece, firstPiece + index]));
  const cutWord = wordCutter(numberOf);
  const cache = new Map<string, readonly number[]>();
  const encodeWord = (word: string) => {
    const known = cache.get(word);
    if (known) return known;
    const tokens = cutWord(word);
    if (cache.size < remembered) cache.set(word, tokens);
    return tokens;
  };
  return {
    size: firstPiece + pieces.length + toolTags,
    special: (token) => specialTokens.indexOf(token),
    tag: (index) => firstPiece + pieces.length + index,
    encode(text) {
      const tokens: number[] = [];
      for (const word of splitWords(text)) for (const token of encodeWord(word)) tokens.push(token);
      return tokens;
    },
    decode: (tokens) => decodeTokens(tokens, pieces),
    pieceOf(token) {
      if (token < firstByte) return null;
      if (token < firstPiece)
        return token - firstByte < 128 ? String.fromCharCode(token - firstByte) : "\uFFFD";
      return pieces[token - firstPiece] ?? null;
    },
    pieces,
  };
}

/** Cuts a word into tokens; a capital at its head doesn't move the cuts where the head has a capitalised twin. */
function wordCutter(numberOf: ReadonlyMap<string, number>): (word: string) => number[] {
  const numbers = (parts: readonly string[]) =>
    parts.flatMap((part) => numberOf.get(part) ?? Array.from(new TextEncoder().encode(part), toByteToken));
  return (word) => {
    if (!/[A-Z]/.test(word)) return numbers(mergePieces(word, numberOf));
    const [head = "", ...rest] = mergePieces(word.toLowerCase(), numberOf);
    const twin = word.slice(0, head.length);
    if (numberOf.has(twin)) return numbers([twin, ...rest]);
    const capital = word.startsWith(" ") ? 2 : 1;
    return numbers([word.slice(0, capital), ...mergePieces(word.slice(capital), numberOf)]);
  };
}

function toByteToken(byte: number): number {
  return firstByte + byte;
}

/** Byte-pair encoding: the pair that was learnt first is joined first (Sennrich et al. 2016, arXiv:1508.07909). */
export function mergePieces(word: string, rankOf: ReadonlyMap<string, number>): string[] {
  const parts = Array.from(word);
  for (;;) {
    let best = -1;
    let bestRank = Number.POSITIVE_INFINITY;
    for (let at = 0; at + 1 < parts.length; at += 1) {
      const rank = rankOf.get(`${parts[at]}${parts[at + 1]}`) ?? Number.POSITIVE_INFINITY;
      if (rank < bestRank) {
        best = at;
        bestRank = rank;
      }
    }
    if (best === -1) return parts;
    parts.splice(best, 2, `${parts[best]}${parts[best + 1]}`);
  }
}

function decodeTokens(tokens: Iterable<number>, pieces: readonly string[]): string {
  let text = "";
  let bytes: number[] = [];
  const flush = () => {
    if (bytes.length > 0)
      text += new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes));
    bytes = [];
  };
  for (const token of tokens) {
    if (token < firstByte) continue;
    if (token < firstPiece) bytes.push(token - firstByte);
    else {
      flush();
      text += pieces[token - firstPiece] ?? "";
    }
  }
  flush();
  return text;
}

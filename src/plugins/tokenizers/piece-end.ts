import { kinds, type TextReader } from "./text-reader.ts";

/**
 * Where the piece that starts at `start` ends, always behind it. A tokenizer cuts a text into pieces first, and
 * merges bytes only within one. The functions here give the matches of a model's regular expression, but read each
 * character once.
 */
export type PieceEnd = (text: TextReader, start: number) => number;

const { upper, lower, caseless, mark, number, space, lineEnd, other } = kinds;
const letter = upper | lower | caseless;
const punctuation = mark | other;
const blank = 32;
const apostrophe = 39;
const slash = 47;

/**
 * Llama 3 (3 digits) and Qwen (1):
 *
 *     '(?:[sS]|[tT]|[rR][eE]|[vV][eE]|[mM]|[lL][lL]|[dD])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,digits}
 *     | ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+
 */
export function wordPieces(digits: 1 | 3): PieceEnd {
  return (text, start) => {
    const kind = text.kindAt(start);
    if ((kind & letter) !== 0) return text.runEnd(start, letter);
    if (kind === number) return numberEnd(text, start, digits);
    const contraction = contractionEnd(text, start);
    if (contraction > start) return contraction;
    const after = text.after(start);
    const kindAfter = text.kindAt(after);
    if ((kindAfter & letter) !== 0 && kind !== lineEnd) return text.runEnd(after, letter);
    if (startsPunctuation(text, start)) return text.runEnd(text.runEnd(after, punctuation), lineEnd);
    return spacesEnd(text, start);
  };
}

/**
 * OpenAI's o200k, where C is an optional contraction:
 *
 *     [^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+C
 *     |[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*C
 *     |\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+
 */
export const casedPieces: PieceEnd = (text, start) => {
  const kind = text.kindAt(start);
  if (kind === number) return numberEnd(text, start, 3);
  const after = text.after(start);
  const afterPrefix = (kind & (letter | lineEnd)) === 0 ? casedWordEnd(text, after) : after;
  if (afterPrefix > after) return contractionEnd(text, afterPrefix);
  const word = casedWordEnd(text, start);
  if (word > start) return contractionEnd(text, word);
  if (startsPunctuation(text, start)) return slashesEnd(text, text.runEnd(after, punctuation));
  return spacesEnd(text, start);
};

/**
 * Upper case, then lower case, either of which may be missing; characters without case are both. `start` where no
 * word is.
 */
function casedWordEnd(text: TextReader, start: number): number {
  const upperEnd = text.runEnd(start, upper | caseless | mark);
  if (text.kindAt(upperEnd) === lower) return text.runEnd(upperEnd, lower | caseless | mark);
  for (let end = upperEnd; end > start; end--)
    if ((text.kindAt(end - 1) & (caseless | mark)) !== 0) return end;
  return upperEnd;
}

function startsPunctuation(text: TextReader, start: number): boolean {
  if ((text.kindAt(start) & punctuation) !== 0) return true;
  return text.unitAt(start) === blank && (text.kindAt(start + 1) & punctuation) !== 0;
}

function slashesEnd(text: TextReader, start: number): number {
  let at = start;
  while (text.kindAt(at) === lineEnd || text.unitAt(at) === slash) at += 1;
  return at;
}

function numberEnd(text: TextReader, start: number, digits: number): number {
  let at = start;
  for (let n = 0; n < digits && text.kindAt(at) === number; n++) at = text.after(at);
  return at;
}

/**
 * A run of white space ends behind its last line end. Without one it leaves its last character to the word that
 * follows, unless nothing follows or it has no other.
 */
function spacesEnd(text: TextReader, start: number): number {
  const end = text.runEnd(start, space | lineEnd);
  for (let at = end; at > start; at--) if (text.kindAt(at - 1) === lineEnd) return at;
  return text.kindAt(end) === 0 || end === start + 1 ? end : end - 1;
}

/** Behind `'s`, `'t`, `'m`, `'d`, `'re`, `'ve` or `'ll` in either case; `start` where there is none. */
function contractionEnd(text: TextReader, start: number): number {
  if (text.unitAt(start) !== apostrophe) return start;
  const first = text.unitAt(start + 1);
  if ("sStTmMdD".includes(String.fromCharCode(first))) return start + 2;
  const both = String.fromCharCode(first, text.unitAt(start + 2)).toLowerCase();
  return both === "re" || both === "ve" || both === "ll" ? start + 3 : start;
}

import { kinds, nextPlace, type ReadText } from "./read-text.ts";

/**
 * Where the piece that starts at `start` ends, always behind it. A tokenizer cuts a text into pieces first, and
 * merges bytes only within one. The functions here give the matches of a model's regular expression, but look at
 * each character once.
 */
export type PieceEnd = (text: ReadText, start: number) => number;

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
    const kind = kindAt(text, start);
    if ((kind & letter) !== 0) return runEnd(text, start, letter);
    if (kind === number) return numberEnd(text, start, digits);
    const contraction = contractionEnd(text, start);
    if (contraction > start) return contraction;
    const next = nextPlace(text, start);
    if ((kindAt(text, next) & letter) !== 0 && kind !== lineEnd) return runEnd(text, next, letter);
    if (startsPunctuation(text, start)) return runEnd(text, runEnd(text, next, punctuation), lineEnd);
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
  const kind = kindAt(text, start);
  if (kind === number) return numberEnd(text, start, 3);
  const next = nextPlace(text, start);
  const behindPrefix = (kind & (letter | lineEnd)) === 0 ? next : start;
  const wordEnd =
    lowerWordEnd(text, behindPrefix) ||
    lowerWordEnd(text, start) ||
    upperWordEnd(text, behindPrefix) ||
    upperWordEnd(text, start);
  if (wordEnd > 0) return contractionEnd(text, wordEnd);
  if (startsPunctuation(text, start)) return slashesEnd(text, runEnd(text, next, punctuation));
  return spacesEnd(text, start);
};

/**
 * Upper case, if any, then lower case, which there must be; characters without case are both. 0 where there is no
 * such word.
 */
function lowerWordEnd(text: ReadText, start: number): number {
  const upperEnd = runEnd(text, start, upper | caseless | mark);
  if (kindAt(text, upperEnd) === lower) return runEnd(text, upperEnd, lower | caseless | mark);
  for (let end = upperEnd; end > start; end--)
    if ((kindAt(text, end - 1) & (caseless | mark)) !== 0) return end;
  return 0;
}

/** Upper case alone; 0 where there is none. */
function upperWordEnd(text: ReadText, start: number): number {
  const end = runEnd(text, start, upper);
  return end > start ? end : 0;
}

/** A blank before punctuation belongs to it. */
function startsPunctuation(text: ReadText, start: number): boolean {
  const first = text.units[start] === blank ? start + 1 : start;
  return (kindAt(text, first) & punctuation) !== 0;
}

function slashesEnd(text: ReadText, start: number): number {
  let at = start;
  while (kindAt(text, at) === lineEnd || text.units[at] === slash) at += 1;
  return at;
}

function numberEnd(text: ReadText, start: number, digits: number): number {
  let at = start;
  for (let n = 0; n < digits && kindAt(text, at) === number; n++) at = nextPlace(text, at);
  return at;
}

/**
 * A run of white space ends behind its last line end. Without one it leaves its last character to the word that
 * follows, unless nothing follows or it has no other.
 */
function spacesEnd(text: ReadText, start: number): number {
  const end = runEnd(text, start, space | lineEnd);
  for (let at = end; at > start; at--) if (kindAt(text, at - 1) === lineEnd) return at;
  return kindAt(text, end) === 0 || end === start + 1 ? end : end - 1;
}

/** Behind `'s`, `'t`, `'m`, `'d`, `'re`, `'ve` or `'ll` in either case; `start` where there is none. */
function contractionEnd({ units }: ReadText, start: number): number {
  if (units[start] !== apostrophe) return start;
  const first = String.fromCharCode(units[start + 1] ?? 0);
  if ("sStTmMdD".includes(first)) return start + 2;
  const both = (first + String.fromCharCode(units[start + 2] ?? 0)).toLowerCase();
  return both === "re" || both === "ve" || both === "ll" ? start + 3 : start;
}

/** Where the run of characters of these kinds ends; `start` where there is none. */
function runEnd({ kinds }: ReadText, start: number, ofKinds: number): number {
  let at = start;
  while (((kinds[at] ?? 0) & ofKinds) !== 0) at += 1;
  return at;
}

function kindAt({ kinds }: ReadText, at: number): number {
  return kinds[at] ?? 0;
}

import { wordTable } from "./word-table.ts";

/**
 * A text cut into tokens: words (letters of any script, apostrophes cut) and groups of ASCII digits. Everything else is
 * a gap. Parallel arrays, because every character of every call passes here.
 */
export interface ScannedText {
  readonly text: string;
  /** Lower case, Latin accents removed. */
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** What each word can be, as bits of `is`; digit groups have `digits`. */
  readonly kinds: readonly number[];
  /** All bits that occur: what doesn't stand here need not be looked for. */
  readonly any: number;
}

/** The bit of digit groups; beyond those of `is`. */
export const digits = 1 << 20;
/** In `any`: digits touch letters somewhere ("5th", "A1B2"). */
export const mixed = 1 << 21;
/** In `any`: a letter stands alone that is neither a word nor what an apostrophe cuts off. */
export const letters = 1 << 22;

const other = 0;
const letter = 1;
const digit = 2;

const classes = Uint8Array.from({ length: 128 }, (_, code) => asciiClass(code));

export function scan(text: string): ScannedText {
  const whole = text.toLowerCase();
  const lower = whole.length === text.length ? whole : null;
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const kinds: number[] = [];
  let any = 0;
  let at = 0;
  let end = -1;
  let afterLetter = false;
  while (at < text.length) {
    const kind = classAt(text, at);
    if (kind === other) {
      at += 1;
      continue;
    }
    const start = at;
    let codes = 0;
    do {
      codes |= text.charCodeAt(at);
      at += 1;
    } while (at < text.length && classAt(text, at) === kind);
    const raw = lower === null ? text.slice(start, at).toLowerCase() : lower.slice(start, at);
    const word = codes < 128 ? raw : fold(raw);
    const bits = kind === digit ? digits : (wordTable.get(word) ?? 0);
    words.push(word);
    starts.push(start);
    ends.push(at);
    kinds.push(bits);
    any |= bits;
    if (end === start) any |= mixed;
    const alone = at - start === 1 && kind === letter;
    if (alone ? afterLetter || !shortWords.includes(raw) : afterLetter && raw === "as") any |= letters;
    afterLetter = alone;
    end = at;
  }
  return { text, words, starts, ends, kinds, any };
}

const shortWords = "aismtd";

/** Lower case without Latin accents, so that "José" and "jose" are one name. */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/ł/g, "l")
    .replace(/ø/g, "o")
    .replace(/ı/g, "i")
    .replace(/ß/g, "ss");
}

/** The text between a token and the next. */
export function gapAfter(scanned: ScannedText, token: number): string {
  return scanned.text.slice(scanned.ends[token], scanned.starts[token + 1] ?? scanned.text.length);
}

/** How many characters stand between a token and the next. */
export function gapWidth(scanned: ScannedText, token: number): number {
  return (scanned.starts[token + 1] ?? scanned.text.length) - (scanned.ends[token] ?? 0);
}

export function isCapitalised(scanned: ScannedText, token: number): boolean {
  const first = scanned.text.charAt(scanned.starts[token] ?? 0);
  return first !== first.toLowerCase();
}

/** True where nothing but space, quotes or the like stands between the token and the end of a sentence before it. */
export function startsSentence(scanned: ScannedText, token: number): boolean {
  if (token === 0) return true;
  const gap = gapAfter(scanned, token - 1);
  return /[.!?\n:;"“(]/.test(gap);
}

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (classes[code] ?? other) : wideClass(code);
}

function asciiClass(code: number): number {
  const character = String.fromCharCode(code);
  if (/[a-z]/i.test(character)) return letter;
  return /\d/.test(character) ? digit : other;
}

/** Letters of all scripts; combining marks count as letters, surrogate halves (emoji) and punctuation don't. */
function wideClass(code: number): number {
  if (code < 0xc0) return code === 0xaa || code === 0xba ? letter : other;
  if (code === 0xd7 || code === 0xf7) return other;
  if (code < 0x2000) return letter;
  if (code < 0x2c00) return other;
  if (code >= 0x3000 && code <= 0x303f) return other;
  if (code >= 0xd800 && code <= 0xf8ff) return other;
  return code >= 0xff00 && code <= 0xff20 ? other : letter;
}

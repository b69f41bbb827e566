import { createCodeReader } from "../../../lib/text-codes.ts";
import { hashOf, hashOnward, kindAt, knownWithin, noHash, signOf, wordAt } from "./known-words.ts";
import { is, wordTable } from "./word-table.ts";

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
  /** The signs (`signOf`) of all words: a word whose sign is missing doesn't stand here. */
  readonly sign: number;
}

/** The bit of digit groups; beyond those of `is`. */
export const digits = 1 << 20;
/** In `any`: digits touch letters somewhere ("5th", "A1B2"). */
export const mixed = 1 << 21;
/** In `any`: a letter stands alone that is neither a word nor what an apostrophe cuts off. */
export const letters = 1 << 22;
/** In `any`: a word of four letters or more that is a name's or unknown. */
export const rare = 1 << 23;

const other = 0;
const letter = 1;
const digit = 2;

/** Of every UTF-16 unit. */
const classes = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  code < 128 ? asciiClass(code) : wideClass(code),
);

const codesOf = createCodeReader();

export function scan(text: string): ScannedText {
  const scanned: Scanning = { text, words: [], starts: [], ends: [], kinds: [], any: 0, sign: 0 };
  const source: Source = { text, codes: codesOf(text), length: text.length, lower: null };
  let afterLetter = false;
  let before = -1;
  for (let start = nextToken(source, 0); start < source.length; start = nextToken(source, before)) {
    if (start === before) scanned.any |= mixed;
    before = addToken(scanned, source, start);
    const word = scanned.words[scanned.words.length - 1] ?? "";
    const alone = word.length === 1 && scanned.kinds[scanned.kinds.length - 1] !== digits;
    if (isSpelled(word, alone, afterLetter)) scanned.any |= letters;
    afterLetter = alone;
  }
  return scanned;
}

interface Scanning extends ScannedText {
  readonly words: string[];
  readonly starts: number[];
  readonly ends: number[];
  readonly kinds: number[];
  any: number;
  sign: number;
}

interface Source {
  readonly text: string;
  readonly codes: Uint16Array;
  readonly length: number;
  /** Made for the first word that has other letters than ASCII's. */
  lower: string | null;
}

function nextToken({ codes, length }: Source, from: number): number {
  let at = from;
  while (at < length && classes[codes[at] ?? 0] === other) at += 1;
  return at;
}

/** Adds the token that begins at an offset and gives the offset behind it. */
function addToken(scanned: Scanning, source: Source, start: number): number {
  const { codes, length } = source;
  const kind = classes[codes[start] ?? 0];
  let hash = noHash;
  let seen = 0;
  let end = start;
  for (let code = codes[end] ?? 0; end < length && classes[code] === kind; code = codes[end] ?? 0) {
    hash = hashOnward(hash, code | lowerBit);
    seen |= code;
    end += 1;
  }
  if (seen >= 128) addWide(scanned, source, start, end);
  else if (kind === digit)
    add(scanned, { word: source.text.slice(start, end), start, end, kind: digits, hash });
  else addPlain(scanned, source, { start, end, hash });
  return end;
}

/** Tells a small ASCII letter from its capital; digits have it too. */
const lowerBit = 0x20;

/** A word of ASCII: what is known is looked up where it stands. */
function addPlain(
  scanned: Scanning,
  { text, codes }: Source,
  { start, end, hash }: Pick<Token, "start" | "end" | "hash">,
): void {
  const known = knownWithin(codes, start, end, hash);
  const word = known < 0 ? text.slice(start, end).toLowerCase() : wordAt(known);
  add(scanned, { word, start, end, kind: known < 0 ? 0 : kindAt(known), hash });
}

function addWide(scanned: Scanning, source: Source, start: number, end: number): void {
  source.lower ??= lowerOf(source.text);
  const { text, lower } = source;
  const word = fold(lower === "" ? text.slice(start, end).toLowerCase() : lower.slice(start, end));
  add(scanned, { word, start, end, kind: wordTable.get(word) ?? 0, hash: hashOf(word) });
}

/** The whole text in lower case; where that changes its length, words are lowered one by one. */
function lowerOf(text: string): string {
  const whole = text.toLowerCase();
  return whole.length === text.length ? whole : "";
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly kind: number;
  readonly hash: number;
}

function add(scanned: Scanning, { word, start, end, kind, hash }: Token): void {
  scanned.words.push(word);
  scanned.starts.push(start);
  scanned.ends.push(end);
  scanned.kinds.push(kind);
  scanned.any |= (kind & ~names) === 0 && word.length > 3 ? kind | rare : kind;
  scanned.sign |= signOf(hash);
}

const names = is.given | is.family;

/** A letter that is no word, or letters in a row, or "A as in". */
function isSpelled(word: string, alone: boolean, afterLetter: boolean): boolean {
  if (alone) return afterLetter || !shortWords.includes(word);
  return afterLetter && word === "as";
}

const shortWords = "aismtd";

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole range is meant.
const isAscii = /^[\x00-\x7f]*$/;

/** Lower case without Latin accents, so that "José" and "jose" are one name. */
export function fold(word: string): string {
  if (isAscii.test(word)) return word.toLowerCase();
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

/** Index of the first token that starts at or behind an offset. */
export function tokenAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

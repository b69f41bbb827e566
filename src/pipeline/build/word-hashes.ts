import { codeAt } from "../../lib/text-codes.ts";

const fnvPrime = 0x01000193;

/** What a word's hash begins with. */
export const noWord = 0x811c9dc5 | 0;

/** The hash of a word one letter longer (FNV-1a); signed. */
export function nextHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, fnvPrime);
}

/**
 * Each word of a text as a 32-bit hash over lower-case letters and digits; punctuation and spacing are left out, so two
 * texts that differ in case, commas or spaces alone give the same hashes.
 */
export function wordHashes(text: string): number[] {
  const { length } = text;
  const hashes: number[] = [];
  let hash = noWord;
  for (let index = 0; index <= length; index += 1) {
    const code = index < length ? lowerLetterOrDigit(codeAt(text, index)) : 0;
    if (code !== 0) hash = nextHash(hash, code);
    else if (hash !== noWord) {
      hashes.push(hash >>> 0);
      hash = noWord;
    }
  }
  return hashes;
}

/** Mixes a hash into a running one; order matters. */
export function mix(running: number, hash: number): number {
  const mixed = Math.imul(running ^ hash, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** The letter or digit a word is hashed by: 0 for what separates words. */
export function lowerLetterOrDigit(code: number): number {
  if (code < 128) return asciiLetters[code] ?? 0;
  // Beyond ASCII everything counts as a letter but general punctuation.
  return code >= 0x2000 && code <= 0x206f ? 0 : code;
}

/** ASCII letters in lower case, digits and the apostrophe; the rest is 0. */
const asciiLetters = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase();
  return /^[a-z0-9']$/.test(letter) ? letter.charCodeAt(0) : 0;
});

import { wordTable } from "./word-table.ts";

/**
 * The words of `wordTable` by a hash that is made while a text is scanned, so that a known word is never cut out of
 * its text: what is scanned shares the table's own strings.
 */
const words = [...wordTable.keys()];
const kinds = [...wordTable.values()];
/** The UTF-16 units of all words one after the other, and where each begins. */
const wordCodes = Uint16Array.from(words.join(""), (letter) => letter.charCodeAt(0));
const begins = Int32Array.from({ length: words.length + 1 });
for (const [index, word] of words.entries()) begins[index + 1] = (begins[index] ?? 0) + word.length;
/** FNV-1a of nothing yet. */
export const noHash = 0x811c9dc5;
/** Open addressing, less than half full: 1 + index of a word, 0 where nothing stands. */
const table = new Int32Array(1 << (32 - Math.clz32(words.length * 2)));
const mask = table.length - 1;
for (const [index, word] of words.entries()) {
  let slot = hashOf(word) & mask;
  while (table[slot] !== 0) slot = (slot + 1) & mask;
  table[slot] = index + 1;
}

/** FNV-1a of a word in lower case. */
export function hashOf(word: string): number {
  let hash = noHash;
  for (let at = 0; at < word.length; at += 1) hash = hashOnward(hash, word.charCodeAt(at));
  return hash;
}

/** The hash of what was hashed before and one UTF-16 unit more. */
export function hashOnward(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** One of 32 bits, by which words can be told apart in most cases. */
export function signOf(hash: number): number {
  return 1 << ((hash ^ (hash >>> 15)) & 31);
}

export function signsOf(some: Iterable<string>): number {
  let signs = 0;
  for (const word of some) signs |= signOf(hashOf(word));
  return signs;
}

/** The index of the known word that stands in a text, in whatever case, -1 where none does. */
export function knownWithin(codes: Uint16Array, start: number, end: number, hash: number): number {
  let slot = hash & mask;
  let index = (table[slot] ?? 0) - 1;
  while (index >= 0 && !standsWithin(index, codes, start, end)) {
    slot = (slot + 1) & mask;
    index = (table[slot] ?? 0) - 1;
  }
  return index;
}

function standsWithin(index: number, codes: Uint16Array, start: number, end: number): boolean {
  const from = begins[index] ?? 0;
  if ((begins[index + 1] ?? 0) - from !== end - start) return false;
  for (let at = start; at < end; at += 1)
    if (wordCodes[from + at - start] !== ((codes[at] ?? 0) | 0x20)) return false;
  return true;
}

export function wordAt(index: number): string {
  return words[index] ?? "";
}

export function kindAt(index: number): number {
  return kinds[index] ?? 0;
}

const fnvOffset = 0x811c9dc5;
const fnvPrime = 0x01000193;

/**
 * Visits each word of a text as a 32-bit hash (FNV-1a over lower-case letters and digits); punctuation and spacing
 * are left out, so two texts that differ in case, commas or spaces alone give the same hashes. One pass, no strings
 * made.
 */
export function visitWords(text: string, visit: (hash: number, hasDigit: boolean) => void): void {
  let hash = fnvOffset;
  let inWord = false;
  let hasDigit = false;
  for (let index = 0; index <= text.length; index += 1) {
    const code = index < text.length ? lowerLetterOrDigit(text.charCodeAt(index)) : 0;
    if (code !== 0) {
      hash = Math.imul(hash ^ code, fnvPrime);
      inWord = true;
      if (code <= 57 && code >= 48) hasDigit = true;
    } else if (inWord) {
      visit(hash >>> 0, hasDigit);
      hash = fnvOffset;
      inWord = false;
      hasDigit = false;
    }
  }
}

export function wordHashes(text: string): number[] {
  const hashes: number[] = [];
  visitWords(text, (hash) => hashes.push(hash));
  return hashes;
}

/** Mixes a hash into a running one; order matters. */
export function mix(running: number, hash: number): number {
  const mixed = Math.imul(running ^ hash, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** 0 for what separates words. Beyond ASCII everything counts as a letter but general punctuation (U+2000–U+206F). */
function lowerLetterOrDigit(code: number): number {
  if (code >= 97 && code <= 122) return code;
  if (code >= 65 && code <= 90) return code + 32;
  if (code >= 48 && code <= 57) return code;
  if (code < 128) return code === 39 ? 39 : 0;
  return code >= 0x2000 && code <= 0x206f ? 0 : code;
}

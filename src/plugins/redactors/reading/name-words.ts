import { is, wordTable } from "./word-table.ts";

const titles = new Set(
  "mr mrs ms miss mister missus mx dr doctor prof professor sir madam jr sr ii iii md and or the".split(" "),
);

/** The words of a name that name somebody: no titles, particles, initials. All words, where that leaves none. */
export function nameWordsOf(value: string): readonly string[] {
  if (!value.includes(" ")) return isWordy(value) ? [value] : none;
  const words = value.split(" ");
  if (words.every(isPlainName)) return words;
  const wordy = words.filter(isWordy);
  const last = wordy.at(-1);
  const names = wordy.filter((word) => !titles.has(word) && (word === last || !isParticleWord(word)));
  return names.length > 0 ? names : wordy;
}

const none: readonly string[] = [];

function isPlainName(word: string): boolean {
  return isWordy(word) && !titles.has(word) && !isParticleWord(word);
}

function isWordy(word: string): boolean {
  return word.length > 1 && !(word >= "0" && word < ":");
}

export function isParticleWord(word: string): boolean {
  return ((wordTable.get(word) ?? 0) & is.particle) !== 0;
}

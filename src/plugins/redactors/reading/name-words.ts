import { is, wordTable } from "./word-table.ts";

const titles = new Set(
  "mr mrs ms miss mister missus mx dr doctor prof professor sir madam jr sr ii iii md and or the".split(" "),
);

/** The words of a name that name somebody: no titles, particles, initials. All words, where that leaves none. */
export function nameWordsOf(value: string): readonly string[] {
  const words = value.split(" ").filter((word) => word.length > 1 && !/^\d/.test(word));
  const last = words.at(-1);
  const names = words.filter((word) => !titles.has(word) && (word === last || !isParticleWord(word)));
  return names.length > 0 ? names : words;
}

export function isParticleWord(word: string): boolean {
  return ((wordTable.get(word) ?? 0) & is.particle) !== 0;
}

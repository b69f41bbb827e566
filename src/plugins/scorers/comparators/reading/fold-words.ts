const accentedLatin = /(\p{Script=Latin})\p{M}+/gu;
const apostrophes = /['\u2018\u2019\u02bc\u2032`]/g;
const words = /\p{N}+(?:st|nd|rd|th)(?![\p{L}\p{N}])|[\p{L}\p{M}]+|\p{N}+/gu;

/**
 * The words and numbers of a name: lower case, Latin letters without accents, apostrophes gone ("O'Brien" is one word),
 * letters apart from digits but in ordinals ("5th"). Marks of other scripts stay: in Japanese or Hindi they are another letter.
 */
export function foldWords(text: string): string[] {
  const bare = text.normalize("NFKD").replace(accentedLatin, "$1").normalize("NFKC");
  return bare.toLowerCase().replace(apostrophes, "").match(words) ?? [];
}

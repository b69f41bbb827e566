const alike: readonly [RegExp, string][] = [
  [/^kn|^gn/, "n"],
  [/^wr/, "r"],
  [/ph/g, "f"],
  [/gh(?=t|$)/g, ""],
  [/sch|sh/g, "s"],
  [/ck|q|c/g, "k"],
  [/z/g, "s"],
  [/[hwy]/g, ""],
];
/** What none of these stands in is as it sounds. */
const unlike = /[cghkqwyz]/;

/**
 * One text for names that a recogniser takes for each other ("Smyth" and "Smith", "Braun" and "Brown"): the first
 * letter and the consonants. Null where too little is left to tell names apart.
 */
export function soundOf(name: string): string | null {
  const first = name.charCodeAt(0);
  if (first < 97 || first > 122) return null;
  const plain = unlike.test(name)
    ? alike.reduce((text, [pattern, letter]) => text.replace(pattern, letter), name)
    : name;
  const consonants = plain.slice(1).replace(/[aeiou]/g, "");
  const sound = (plain.charAt(0) + consonants).replace(/(.)\1+/g, "$1");
  return sound.length < 3 || /[^a-z]/.test(sound) ? null : sound;
}

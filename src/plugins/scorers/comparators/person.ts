import { byMeaning } from "./comparator.ts";
import { foldWords } from "./reading/fold-words.ts";
import { joinSpelled } from "./reading/spelled-words.ts";

const honorifics: ReadonlySet<string> = new Set("mr mrs ms miss mx dr prof professor sir madam".split(" "));
const lastNameFirst = /^([^,\s]+),\s*([^,]+)$/;

/** A person's name, letter by letter: a plural ("Peters") is another person. */
export const person = byMeaning("a person's name; case, accents, spaces and titles don't count", (text) => {
  const inOrder = text.trim().replace(lastNameFirst, inNaturalOrder);
  const words = joinSpelled(foldWords(inOrder));
  const names = words.length > 1 ? words.filter((word) => !honorifics.has(word)) : words;
  return names.length === 0 ? null : names.join("");
});

/** "Smith, Ann" is Ann Smith; "Smith, S M I T H" is a name and its spelling. */
function inNaturalOrder(whole: string, last: string, first: string): string {
  const letters = foldWords(first);
  return letters.length > 1 && letters.every((word) => word.length === 1) ? whole : `${first} ${last}`;
}

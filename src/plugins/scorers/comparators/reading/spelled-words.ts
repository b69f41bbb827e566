import { spelledAt } from "../../../../lib/spoken/runs.ts";
import { differsByOneSlip } from "../../../../lib/spoken/slips.ts";

/** So many letters one after the other spell a word; "J R Smith" has initials. */
const fewestLetters = 3;

/**
 * Words with what is spelled put together: "S M Y T H" is `smyth`, and so is "Smith, S M Y T H", for a spelling overrides
 * the word before it that sounds like it.
 */
export function joinSpelled(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < words.length; ) {
    const spelled = spelledAt(words, index);
    if (spelled === null || spelled.letters < fewestLetters) {
      joined.push(words[index] ?? "");
      index += 1;
      continue;
    }
    if (isSpellingOf(spelled.text, joined.at(-1))) joined.pop();
    joined.push(spelled.text);
    index = spelled.end;
  }
  return joined;
}

function isSpellingOf(spelled: string, word: string | undefined): boolean {
  if (word === undefined || word.charAt(0) !== spelled.charAt(0)) return false;
  return word === spelled || differsByOneSlip(word, spelled) || Math.abs(word.length - spelled.length) <= 1;
}

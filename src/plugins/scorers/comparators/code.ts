import { spelledAt } from "../../../lib/spoken/runs.ts";
import { byMeaning } from "./comparator.ts";
import { foldWords } from "./reading/fold-words.ts";
import { numberRunsAsDigits } from "./reading/number-words.ts";

/**
 * What people read out letter by letter: `AB-123 4`, "ab1234" and "A B one two three four" are the same, a leading zero
 * and the difference of O and 0 stay.
 */
export const code = byMeaning("a code read aloud; case, spaces and dashes don't count", (text) => {
  const words = foldWords(text);
  const letters = joinLetters(words);
  return numberRunsAsDigits(letters).join("");
});

/** "A as in apple, B as in boy" and "alpha bravo" are `ab`. */
function joinLetters(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < words.length; ) {
    const spelled = spelledAt(words, index);
    joined.push(spelled?.text ?? words[index] ?? "");
    index = spelled?.end ?? index + 1;
  }
  return joined;
}

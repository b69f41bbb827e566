import { numberAt, saysNumber } from "../../../../lib/spoken/numbers.ts";
import { numberRunAt } from "../../../../lib/spoken/runs.ts";

/** Words with each number in digits: "two lattes" is `2 lattes`, "the twenty first" is `the 21`. */
export function numbersAsDigits(words: readonly string[]): string[] {
  return replaceNumbers(words, (index) => {
    const number = numberAt(words, index);
    return number === null ? null : { text: String(number.value), end: number.end };
  });
}

/**
 * The same with numbers side by side as one: "one twenty three main" is `123 main`, "oh five" is `05`. Ordinals stay by
 * themselves: "12 fifth avenue" is `12 5th avenue`.
 */
export function numberRunsAsDigits(words: readonly string[]): string[] {
  return replaceNumbers(words, (index) => {
    const number = numberAt(words, index);
    if (number?.ordinal) return { text: `${number.value}th`, end: number.end };
    const run = numberRunAt(words.slice(index, nextOrdinal(words, index)), 0);
    return run === null ? null : { text: run.digits, end: index + run.end };
  });
}

function nextOrdinal(words: readonly string[], from: number): number {
  let index = from;
  while (index < words.length && numberAt(words, index)?.ordinal !== true) index += 1;
  return index;
}

function replaceNumbers(
  words: readonly string[],
  readAt: (index: number) => { text: string; end: number } | null,
): string[] {
  const replaced: string[] = [];
  for (let index = 0; index < words.length; ) {
    const word = words[index] ?? "";
    // "a" begins a number only before a hundred or a thousand, and never stands for one here.
    const number = saysNumber(word) || word === "double" || word === "triple" ? readAt(index) : null;
    replaced.push(number?.text ?? word);
    index = number?.end ?? index + 1;
  }
  return replaced;
}

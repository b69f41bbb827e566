import { canonicalJson, type Json } from "../../../lib/json.ts";
import { fillers, stopWords } from "../../../lib/spoken/lexicon.ts";
import { type Comparator, type ComparingContext, plainText } from "./comparator.ts";
import { foldWords } from "./reading/fold-words.ts";
import { numbersAsDigits } from "./reading/number-words.ts";
import { singular } from "./reading/singular.ts";

/** The F1 of content words from which two texts tell the same. */
const usualThreshold = 0.7;
const negations: ReadonlySet<string> = new Set(
  "no not without never none nothing dont doesnt isnt wont cant cannot except".split(" "),
);

/**
 * The agent's own wording: the same where content words mostly agree (token F1), and all numbers and negations do, for
 * "no nuts" is not "nuts". Not transitive, so it is for free text alone; an accepted list may say more, and a verdict of a
 * language model comes first, unless the user has set a threshold.
 */
export const text: Comparator = {
  about: `free text; content words agree to a token F1 of ${usualThreshold}, numbers and negations wholly`,
  same(expected, given, { rule, texts }: ComparingContext) {
    if (typeof expected !== "string" || typeof given !== "string")
      return canonicalJson(expected) === canonicalJson(given);
    if (plainText(expected) === plainText(given)) return true;
    const verdict = rule.atLeast === undefined ? (texts?.same(expected, given) ?? null) : null;
    if (verdict !== null) return verdict;
    const [one, other] = [contentOf(expected), contentOf(given)];
    if (one.fixed !== other.fixed) return false;
    return tokenF1(one.words, other.words) >= (rule.atLeast ?? usualThreshold);
  },
};

interface Content {
  readonly words: readonly string[];
  /** Numbers and negations, of which none may differ. */
  readonly fixed: string;
}

function contentOf(value: Json & string): Content {
  const all = numbersAsDigits(foldWords(value));
  const fixed = all.filter((word) => negations.has(word) || /^\d/.test(word));
  const words = all.filter((word) => !stopWords.has(word) && !fillers.has(word) && !negations.has(word));
  return {
    words: words.map(singular),
    fixed: fixed
      .map((word) => (negations.has(word) ? "not" : word))
      .sort()
      .join(" "),
  };
}

/** 2·common / (all of one + all of the other), words counted as often as they stand there. 1 where both are empty. */
function tokenF1(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 1;
  const left = new Map<string, number>();
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of other) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    common += 1;
    left.set(word, count - 1);
  }
  return (2 * common) / (one.length + other.length);
}

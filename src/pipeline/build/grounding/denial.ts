import { fillers } from "./lexicon.ts";

const denials: ReadonlySet<string> = new Set(["no", "nope", "nah", "wrong", "incorrect", "negative"]);

/** What follows "no" when it only ends the matter or declines an offer. */
const closings: readonly (readonly string[])[] = [
  ...[
    "thanks",
    "thank",
    "thx",
    "problem",
    "worries",
    "rush",
    "need",
    "idea",
    "bye",
    "goodbye",
    "nothing",
    "im",
    "ill",
  ],
  ...[
    "that is all",
    "thats all",
    "that will",
    "thatll",
    "thats it",
    "that is it",
    "that was",
    "thats fine",
    "thats ok",
  ],
  ...[
    "thats okay",
    "thats everything",
    "that is fine",
    "that should",
    "thats good",
    "thats great",
    "thats perfect",
  ],
  ...[
    "that is perfect",
    "thats enough",
    "but thank",
    "but thanks",
    "not right now",
    "not yet",
    "not now",
    "not at",
  ],
  ...[
    "not today",
    "not really",
    "i am good",
    "i am fine",
    "i think thats",
    "i think that",
    "all good",
    "all set",
  ],
  ...[
    "its fine",
    "its okay",
    "its ok",
    "its good",
    "its perfect",
    "dont worry",
    "more questions",
    "one",
    "doubt",
  ],
  ...[
    "you have been",
    "youve been",
    "this is all",
    "everything is",
    "everythings",
    "we are good",
    "were good",
  ],
].map((phrase) => phrase.split(" "));

/** Index of the first token that says something; fillers before it are passed over. */
export function openingAt(tokens: readonly string[]): number {
  let index = 0;
  while (index < tokens.length && fillers.has(tokens[index] ?? "") && !isMeaningful(tokens, index))
    index += 1;
  return index;
}

/** "I mean …" and "I said …" are fillers' words that mean something. */
function isMeaningful(tokens: readonly string[], index: number): boolean {
  return tokens[index] === "i" && tokens[index + 1] !== "mean" && !fillers.has(tokens[index + 1] ?? "");
}

/**
 * Index after the "no" with which a speaker rejects what was said before ("no, six", "no no, that's …"); null where
 * there is none, or where it only declines an offer or ends the matter ("no, that's all").
 */
export function denialEnd(tokens: readonly string[]): number | null {
  let index = openingAt(tokens);
  if (!denials.has(tokens[index] ?? "")) return null;
  while (denials.has(tokens[index] ?? "") || fillers.has(tokens[index] ?? "")) index += 1;
  if (index >= tokens.length) return null;
  return closings.some((closing) => startsWith(tokens, index, closing)) ? null : index;
}

export function startsWith(tokens: readonly string[], index: number, phrase: readonly string[]): boolean {
  return phrase.every((word, place) => tokens[index + place] === word);
}

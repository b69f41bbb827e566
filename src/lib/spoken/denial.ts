import { fillerPhrases, fillers } from "./lexicon.ts";

const denials: ReadonlySet<string> = new Set(["no", "nope", "nah", "wrong", "incorrect", "negative"]);

/** What follows "no" when it only ends the matter or declines an offer. */
const closings: readonly (readonly string[])[] = (
  "thanks|thank|thx|problem|worries|rush|need|idea|bye|goodbye|nothing|im|ill|that is all|thats all|that will|thatll|thats it|" +
  "that is it|that was|thats fine|thats ok|thats okay|thats everything|that is fine|that should|thats good|thats great|" +
  "thats perfect|that is perfect|thats enough|but thank|but thanks|not right now|not yet|not now|not at|not today|not really|" +
  "i am good|i am fine|i think thats|i think that|i appreciate|all good|all set|its fine|its okay|its ok|its good|its perfect|" +
  "dont worry|more questions|doubt|you have been|youve been|this is all|everything is|everythings|we are good|were good|" +
  "never|nevermind|not interested|forget it|way|preference|preferences|not right right"
)
  .split("|")
  .map((phrase) => phrase.split(" "));

const phraseStarts = new Set(fillerPhrases.map(([first = ""]) => first));

/** Index of the first token from there on that says something; fillers are passed over. */
export function pastFillers(tokens: readonly string[], from = 0): number {
  let index = from;
  for (;;) {
    const token = tokens[index] ?? "";
    const at = index;
    const phrase = phraseStarts.has(token)
      ? fillerPhrases.find((words) => startsWith(tokens, at, words))
      : undefined;
    if (phrase !== undefined) index += phrase.length;
    else if (fillers.has(token)) index += 1;
    else return index;
  }
}

/**
 * Index after the "no" with which a speaker rejects what was said before ("no, six", "no no, that's …"); null where
 * there is none, or where it only declines an offer, ends the matter ("no, that's all") or is a sigh ("oh no!").
 */
export function denialEnd(tokens: readonly string[]): number | null {
  let index = pastFillers(tokens);
  if (!denials.has(tokens[index] ?? "")) return null;
  const isSigh = tokens[index - 1] === "oh" && !denials.has(tokens[index + 1] ?? "");
  while (denials.has(tokens[index] ?? "")) index = pastFillers(tokens, index + 1);
  if (isSigh || index >= tokens.length) return null;
  return closings.some((closing) => startsWith(tokens, index, closing)) ? null : index;
}

export function startsWith(tokens: readonly string[], index: number, phrase: readonly string[]): boolean {
  for (let place = 0; place < phrase.length; place += 1)
    if (tokens[index + place] !== phrase[place]) return false;
  return true;
}

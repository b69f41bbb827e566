import { otherWritings } from "../../../lib/spoken/lexicon.ts";
import { byMeaning } from "./comparator.ts";
import { foldWords } from "./reading/fold-words.ts";
import { numberRunsAsDigits } from "./reading/number-words.ts";
import { statesByName } from "./reading/us-states.ts";

/** Kinds of streets, parts of houses and directions, each under one of its writings. */
const streetWords = (
  "street avenue road boulevard drive lane court place square highway parkway terrace circle apartment suite building " +
  "floor mount fort north south east west northeast northwest southeast southwest"
).split(" ");
const shortForms: ReadonlyMap<string, string> = new Map(
  streetWords.flatMap((word) =>
    [word, ...(otherWritings.get(word) ?? [])].map((form) => [form, word] as const),
  ),
);
const dropped: ReadonlySet<string> = new Set(["number", "no", "the", "of", "in", "at", "and"]);
const unit = "apartment";
const unitWords: ReadonlySet<string> = new Set([unit, "suite", "floor", "building"]);

/** A street address in its usual abbreviations; house number, street, kind of street, unit and city all count. */
export const address = byMeaning("an address; abbreviations, case and marks don't count", (text) => {
  const marked = text.replaceAll("#", ` ${unit} `).replace(/\b([nsew])\.\s?([ew])\.?(?=\s)/gi, "$1$2");
  const digits = numberRunsAsDigits(foldWords(marked));
  const words = withStates(digits)
    .map((word) => shortForms.get(word) ?? word)
    .filter((word) => !dropped.has(word));
  // "Suite #4" and "Apt #4" name their unit twice.
  const once = words.filter((word, index) => word !== unit || !unitWords.has(words[index - 1] ?? ""));
  return once.length === 0 ? null : once.join(" ");
});

function withStates(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < words.length; ) {
    const pair = `${words[index]} ${words[index + 1]}`;
    const ofTwo = statesByName.get(pair);
    joined.push(ofTwo ?? statesByName.get(words[index] ?? "") ?? words[index] ?? "");
    index += ofTwo === undefined ? 1 : 2;
  }
  return joined;
}

import { byMeaning } from "./comparator.ts";
import { numberRunsAsDigits } from "./reading/number-words.ts";

const signs: ReadonlyMap<string, string> = new Map([
  ["at", "@"],
  ["dot", "."],
  ["period", "."],
  ["underscore", "_"],
  ["dash", "-"],
  ["hyphen", "-"],
  ["plus", "+"],
]);

/**
 * An e-mail address, said or written. Case doesn't count; dots, tags and every letter do, since they name another person
 * whatever a mail server makes of them.
 */
export const email = byMeaning("an e-mail address, said or written", (text) => {
  const even = text.normalize("NFKC").trim().toLowerCase();
  if (even.includes("@")) return isAddress(even) ? even : null;
  const address = numberRunsAsDigits(even.split(/[\s,]+/))
    .map((word) => signs.get(word) ?? word)
    .join("");
  return isAddress(address) ? address : null;
});

function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

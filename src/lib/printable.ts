import { stripVTControlCharacters } from "node:util";

// Control characters (a terminal obeys them), marks that turn the reading direction, and invisible ones.
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/** Longest text from elsewhere that is shown whole. */
const longest = 400;

/** Text of somebody else's server in one line that does nothing to a terminal. */
export function printable(text: string, most = longest): string {
  const line = stripVTControlCharacters(text).replace(unprintable, " ").replace(/ {2,}/g, " ").trim();
  return line.length <= most ? line : `${line.slice(0, most)}…`;
}

import { byMeaning } from "./comparator.ts";
import { foldWords } from "./reading/fold-words.ts";
import { numbersAsDigits } from "./reading/number-words.ts";
import { singular } from "./reading/singular.ts";
import { joinSpelled } from "./reading/spelled-words.ts";

/** They join or introduce, and tell no item from another. */
const dropped: ReadonlySet<string> = new Set(["a", "an", "the", "some", "and", "n"]);

/** The name of a thing: one or many of it, with or without an article; "decaf latte" is another thing than "latte". */
export const item = byMeaning("a thing's name; case, spaces, plural and articles don't count", (text) => {
  const words = numbersAsDigits(joinSpelled(foldWords(text)));
  const names = words.filter((word) => !dropped.has(word)).map(singular);
  return names.length === 0 ? null : names.join("");
});

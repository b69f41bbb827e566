import type { SearchedText } from "../redactor.ts";
import type { NumberRun } from "./number-runs.ts";
import {
  compass,
  isSpace,
  leadingKinds,
  type ParsedAddress,
  toAddress,
  type Words,
  wholeRun,
} from "./parsed-address.ts";
import { gapAfter, isCapitalised } from "./scan.ts";
import { isJustNamed } from "./topics.ts";
import { is } from "./word-table.ts";

const unitWords = new Set(
  "apt apartment unit suite ste flat floor fl room rm no in at near and i it is please for to on by corner".split(
    " ",
  ),
);
const unitNames = new Set("apt apartment unit suite ste flat floor fl room rm".split(" "));
/** Words that are everyday ones and yet name many streets. */
const streetLike = new Set(
  `oak main park elm maple church high king queen lake hill river spring forest mill bridge market station school water
  green cherry walnut chestnut cedar pine birch willow rose sunset meadow garden valley ridge grand center union
  lincoln washington first second third fourth fifth sixth seventh eighth ninth tenth north south east west pleasant
  view orchard court college center front bay canal state broad prospect summer winter railroad spruce liberty`.split(
    /\s+/,
  ),
);

/** Reads a whole text as an address. */
export function readAddress(text: SearchedText): ParsedAddress | null {
  const found = findAddresses({ ...text, asked: "address", topics: [] })[0];
  if (found !== undefined) return found;
  return trailingHouse(text) ?? houseless(text);
}

/** "Hauptstraße 12", "Calle Mayor 5": the number ends the first line. */
function trailingHouse(text: SearchedText): ParsedAddress | null {
  const run = text.runs[0];
  const range = run === undefined ? null : wholeRun(run, 0, 1);
  if (run === undefined || range === null || run.first === 0) return null;
  const leads = leadingKinds.has(text.words[0] ?? "") ? 1 : 0;
  if (run.first <= leads) return null;
  return toAddress(text, { first: leads, last: run.first - 1 }, range, 0.9);
}

/** A street or a house with a name and no number: the words before the first comma. */
function houseless(text: SearchedText): ParsedAddress | null {
  let last = 0;
  while (last + 1 < text.words.length && gapAfter(text, last) === " ") last += 1;
  while (last > 0 && ((text.kinds[last] ?? 0) & is.street) !== 0) last -= 1;
  const first = leadingKinds.has(text.words[0] ?? "") && last > 0 ? 1 : 0;
  const named = text.words.slice(first, last + 1).some((_, index) => isNaming(text, first + index));
  if (text.words.length === 0 || text.runs.length > 0 || !named) return null;
  return toAddress(text, { first, last }, null, 0.8);
}

function isNaming(text: SearchedText, token: number): boolean {
  const kind = text.kinds[token] ?? 0;
  return (kind & is.common) === 0 && isCapitalised(text, token);
}

/** Addresses in running text: "142 Oak Street", "one forty two oak street", after "I live at" also "742 Evergreen". */
export function findAddresses(text: SearchedText): ParsedAddress[] {
  const found: ParsedAddress[] = [];
  if (text.longestRun === 0 || ((text.any & is.street) === 0 && !isExpected(text))) return found;
  for (const run of text.runs) {
    const address = addressAt(text, isUnit(text, run) ? behindUnit(run) : run);
    if (address !== null) found.push(address);
  }
  return found;
}

/** An address is asked for or announced, or a number stands behind "to" or "at". */
function isExpected(text: SearchedText): boolean {
  if (text.asked === "address") return true;
  for (const { topic } of text.topics) if (topic === "address") return true;
  for (const { first } of text.runs) if (directions.has(text.words[first - 1] ?? "")) return true;
  return false;
}

function addressAt(text: SearchedText, run: NumberRun): ParsedAddress | null {
  const numbered = run.atoms.at(-1)?.ordinal === true ? numberedStreet(text, run) : null;
  if (numbered !== null) return numbered;
  if (run.digits.length > 6 || (run.glued && !isLetterSuffix(text, run)) || isUnit(text, run)) return null;
  const first = firstStreetWord(text, run);
  const street = first === null ? null : streetWords(text, first);
  if (street === null) return null;
  return typedAddress(text, run, street) ?? plainAddress(text, run, street);
}

/** With the kind of street: "142 Oak Street", "12 Rue Daunou". */
function typedAddress(text: SearchedText, run: NumberRun, street: Words): ParsedAddress | null {
  const kind = text.kinds[street.last + 1] ?? 0;
  const suffixed = (kind & is.street) !== 0 && isSpace(text, street.last);
  const leading = leadingKinds.has(text.words[street.first] ?? "") && street.last > street.first;
  const range = wholeRun(run, 0);
  if (range === null || !(suffixed || leading || isSuffixWord(text, street))) return null;
  if (!namesStreet(text, street) && !isSpokenOf(text, run)) return null;
  return toAddress(text, leading ? { first: street.first + 1, last: street.last } : street, range, 0.75);
}

/** Without it: "742 Evergreen", where an address is asked for or announced. */
function plainAddress(text: SearchedText, run: NumberRun, street: Words): ParsedAddress | null {
  const range = wholeRun(run, 0);
  const spaced = run.glued ? isSpace(text, run.last + 1) : gapAfter(text, run.last) === " ";
  if (range === null || !spaced) return null;
  if (!isSpokenOf(text, run) && !isAnswer(text, run) && !isGoneTo(text, run, street)) return null;
  const one = { first: street.first, last: street.first };
  const two = { first: street.first, last: Math.min(street.last, street.first + 1) };
  const plain = namesPlainly(text, two) ? two : one;
  const named = namesPlainly(text, plain) || (isAnswer(text, run) && isWholeAnswer(text, plain));
  return named ? toAddress(text, plain, range, 0.65) : null;
}

/** "221b baker": nothing follows, and the word names people, and so streets. */
function isWholeAnswer(text: SearchedText, { first, last }: Words): boolean {
  const ends = last + 1 >= text.words.length || gapAfter(text, last).startsWith(",");
  return ends && ((text.kinds[first] ?? 0) & (is.family | is.given)) !== 0;
}

/** "I live at", "the address is" right before. */
function isSpokenOf(text: SearchedText, run: NumberRun): boolean {
  return isJustNamed(text.topics, "address", { token: run.first, within: 4 });
}

/** "to 908 The Embarcadero": a written name that is no word. */
function isGoneTo(text: SearchedText, run: NumberRun, { first }: Words): boolean {
  const word = text.words[first] ?? "";
  const unknown = (text.kinds[first] ?? 0) === 0 && word.length > 4 && isCapitalised(text, first);
  const house = !run.glued && run.digits.length > 2;
  return house && unknown && directions.has(text.words[run.first - 1] ?? "");
}

const directions = new Set(["to", "at"]);

/** The first number of an answer to "what's your address?". */
function isAnswer(text: SearchedText, run: NumberRun): boolean {
  return (
    text.asked === "address" && run.last === text.runs[0]?.last && run.first <= 5 && run.digits.length > 1
  );
}

/** "Unit 4, 77 Kingsway": the house's number comes behind the flat's. */
function behindUnit(run: NumberRun): NumberRun {
  const [flat, house] = run.atoms;
  if (flat === undefined || house?.loose !== true) return run;
  return {
    ...run,
    atoms: run.atoms.slice(1),
    digits: run.digits.slice(flat.digits.length),
    first: house.first,
    glued: run.glued && run.last > house.first,
  };
}

/** "Apt 3", "# 101": a number inside a building. */
function isUnit(text: SearchedText, run: NumberRun): boolean {
  if (run.first === 0 || run.atoms[0]?.loose === true) return false;
  return gapAfter(text, run.first - 1).includes("#") || unitNames.has(text.words[run.first - 1] ?? "");
}

/** "350 5th Avenue", "twelve twelfth street": the street's name is the run's last atom. */
function numberedStreet(text: SearchedText, run: NumberRun): ParsedAddress | null {
  const last = run.atoms.at(-1);
  const kind = last === undefined ? 0 : (text.kinds[last.last + 1] ?? 0);
  if (last === undefined || run.atoms.length < 2 || (kind & is.street) === 0 || !isSpace(text, last.last))
    return null;
  const range = wholeRun(run, 0, run.atoms.length - 1);
  if (range === null || range.to > 6) return null;
  return toAddress(text, { first: last.first, last: last.last }, range, 0.75);
}

/** The words of the name up to the street's kind: at most four, on one line. */
function streetWords(text: SearchedText, first: number): Words | null {
  let last = first - 1;
  for (let token = first; token < Math.min(first + 5, text.words.length); token += 1) {
    if (token > first && !isJoint(text, token - 1)) break;
    const kind = text.kinds[token] ?? 0;
    if ((kind & is.surrogateStreet) !== 0) return { first: token, last: token };
    if ((kind & is.street) !== 0 && token > first) return { first, last: token - 1 };
    if (unitWords.has(text.words[token] ?? "") || token === first + 4) break;
    last = token;
  }
  return last < first ? null : { first, last };
}

/** Skips a letter behind the number ("12b") and the compass point ("North"). */
function firstStreetWord(text: SearchedText, run: NumberRun): number | null {
  let token = run.last + 1;
  if (run.glued) token += 1;
  if (!isSpace(text, token - 1)) return null;
  const point = compass.has(text.words[token] ?? "") && token + 2 < text.words.length;
  const isName = ((text.kinds[token + 1] ?? 0) & is.street) !== 0;
  if (point && !isName) return token + 1;
  return text.words[token] === "the" && ((text.kinds[token + 1] ?? is.common) & is.common) === 0
    ? token + 1
    : token;
}

function isLetterSuffix(text: SearchedText, run: NumberRun): boolean {
  return text.words[run.last + 1]?.length === 1;
}

/** German and Dutch write the kind into the name: "Hauptstraße", "Kerkstraat". */
function isSuffixWord(text: SearchedText, { first }: Words): boolean {
  return (
    /(?:strasse|str|weg|platz|allee|straat|laan|gasse)$/.test(text.words[first] ?? "") &&
    (text.words[first]?.length ?? 0) > 5
  );
}

/** Kinds of streets that are words of nothing else. */
const plainKinds = new Set("street avenue ave road rd boulevard blvd lane".split(" "));

function namesStreet(text: SearchedText, { first, last }: Words): boolean {
  const plainKind = plainKinds.has(text.words[last + 1] ?? "");
  for (let token = first; token <= last; token += 1) {
    const everyday = ((text.kinds[token] ?? 0) & is.common) !== 0;
    const named =
      !everyday ||
      isCapitalised(text, token) ||
      streetLike.has(text.words[token] ?? "") ||
      (plainKind && ((text.kinds[token] ?? 0) & (is.family | is.given)) !== 0);
    if (!named) return false;
  }
  return true;
}

/** Without a kind of street a word must not be an everyday one. */
function namesPlainly(text: SearchedText, { first, last }: Words): boolean {
  for (let token = first; token <= last; token += 1) {
    const kind = text.kinds[token] ?? 0;
    if ((kind & (is.cue | is.number | is.month | is.filler)) !== 0) return false;
    if ((kind & is.common) !== 0 && !streetLike.has(text.words[token] ?? "")) return false;
  }
  return true;
}

function isJoint(text: SearchedText, token: number): boolean {
  const gap = gapAfter(text, token);
  if (gap === ". ") return (text.words[token]?.length ?? 0) <= 3;
  return gap === " " || gap === "-" || gap === "'" || gap === "’";
}

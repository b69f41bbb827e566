import type { KnownValue, SearchedText } from "../redactor.ts";
import { inCaseOf } from "./letter-case.ts";
import type { NumberRun } from "./number-runs.ts";
import { gapAfter, gapWidth, isCapitalised } from "./scan.ts";
import { isJustNamed } from "./topics.ts";
import { is } from "./word-table.ts";
import { type DigitRange, spanOfDigits, writeDigits } from "./write-number.ts";

/** A street address as it stands in a text: a house number and the words of a street's name. */
export interface ParsedAddress {
  readonly start: number;
  readonly end: number;
  readonly house: string;
  readonly street: string;
  /** The known value that this is a part of. */
  readonly value?: string;
  readonly score: number;
  write(house: string, street: string): string;
}

interface Words {
  readonly first: number;
  readonly last: number;
}

const compass = new Set(
  "north south east west n s e w ne nw se sw northeast northwest southeast southwest".split(" "),
);
/** Kinds of streets that stand before the name. */
const leadingKinds = new Set(
  "rue calle via avenida rua plaza paseo camino chemin carrer ulica ul strada viale piazza avenue".split(" "),
);
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
  const expected = text.asked === "address" || text.topics.some(({ topic }) => topic === "address");
  if (text.longestRun === 0 || ((text.any & is.street) === 0 && !expected)) return [];
  return text.runs.flatMap((run) => addressAt(text, run, expected) ?? []);
}

function addressAt(text: SearchedText, run: NumberRun, expected: boolean): ParsedAddress | null {
  const numbered = run.atoms.at(-1)?.ordinal === true ? numberedStreet(text, run) : null;
  if (numbered !== null) return numbered;
  if (run.digits.length > 6 || (run.glued && !isLetterSuffix(text, run)) || isUnit(text, run)) return null;
  const first = firstStreetWord(text, run);
  const street = first === null ? null : streetWords(text, first);
  if (street === null) return null;
  const kind = text.kinds[street.last + 1] ?? 0;
  const suffixed = (kind & is.street) !== 0 && isSpace(text, street.last);
  const leading = leadingKinds.has(text.words[street.first] ?? "") && street.last > street.first;
  const range = wholeRun(run, 0);
  if (range === null) return null;
  const named = isJustNamed(text.topics, "address", { token: run.first, within: 4 });
  if (suffixed || leading || isSuffixWord(text, street)) {
    if (!namesStreet(text, street) && !named) return null;
    const words = leading ? { first: street.first + 1, last: street.last } : street;
    return toAddress(text, words, range, 0.75);
  }
  if (run.glued || gapAfter(text, run.last) !== " " || !(named || isAnswer(text, run))) return null;
  const short = { first: street.first, last: Math.min(street.last, street.first + 1) };
  return namesPlainly(text, short) ? toAddress(text, short, range, 0.65) : null;
}

/** The first number of an answer to "what's your address?". */
function isAnswer(text: SearchedText, run: NumberRun): boolean {
  return text.asked === "address" && run === text.runs[0] && run.first <= 3 && run.digits.length > 1;
}

/** "Apt 3", "# 101": a number inside a building. */
function isUnit(text: SearchedText, run: NumberRun): boolean {
  if (run.first === 0) return false;
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

function namesStreet(text: SearchedText, { first, last }: Words): boolean {
  for (let token = first; token <= last; token += 1) {
    const everyday = ((text.kinds[token] ?? 0) & is.common) !== 0;
    const named = !everyday || isCapitalised(text, token) || streetLike.has(text.words[token] ?? "");
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

function isSpace(text: SearchedText, token: number): boolean {
  const gap = gapAfter(text, token);
  return gap === " " || gap === ", ";
}

function isJoint(text: SearchedText, token: number): boolean {
  const gap = gapAfter(text, token);
  if (gap === ". ") return (text.words[token]?.length ?? 0) <= 3;
  return gap === " " || gap === "-" || gap === "'" || gap === "’";
}

/** The digits of the run's atoms from one to before another. */
function wholeRun(run: NumberRun, atom: number, end = run.atoms.length): DigitRange | null {
  const before = sizeOf(run, 0, atom);
  const to = before + sizeOf(run, atom, end);
  return to === before ? null : { run, from: before, to, atom, before };
}

function sizeOf(run: NumberRun, first: number, end: number): number {
  return run.atoms.slice(first, end).reduce((sum, atom) => sum + atom.digits.length, 0);
}

function toAddress(
  text: SearchedText,
  words: Words,
  range: DigitRange | null,
  score: number,
): ParsedAddress | null {
  const house = range === null ? null : spanOfDigits(text, range);
  if (range !== null && house === null) return null;
  const streetStart = text.starts[words.first] ?? 0;
  const streetEnd = text.ends[words.last] ?? 0;
  return {
    start: Math.min(house?.start ?? streetStart, streetStart),
    end: Math.max(house?.end ?? 0, streetEnd),
    house: range === null ? "" : range.run.digits.slice(range.from, range.to),
    street: text.words
      .slice(words.first, words.last + 1)
      .map(ordinalFree)
      .join(" "),
    score,
    write: (digits, street) => {
      const model = text.text.slice(text.starts[words.first], text.ends[words.first]);
      const name = inCaseOf(/^\d/.test(model) ? "A" : model, street);
      if (range === null || house === null) return name;
      const number = writeDigits(text, range, digits);
      if (house.start < streetStart) return number + text.text.slice(house.end, streetStart) + name;
      return name + text.text.slice(streetEnd, house.start) + number;
    },
  };
}

const ordinals: Readonly<Record<string, string>> = {
  first: "1",
  second: "2",
  third: "3",
  fourth: "4",
  fifth: "5",
  sixth: "6",
  seventh: "7",
  eighth: "8",
  ninth: "9",
  tenth: "10",
  eleventh: "11",
  twelfth: "12",
  thirteenth: "13",
  fourteenth: "14",
  fifteenth: "15",
  sixteenth: "16",
  seventeenth: "17",
  eighteenth: "18",
  nineteenth: "19",
  twentieth: "20",
  st: "",
  nd: "",
  rd: "",
  th: "",
};

/** "12th" and "twelfth" are one street. */
function ordinalFree(word: string): string {
  return ordinals[word] ?? word;
}

/** Where known addresses stand: number and street, or the street alone where its kind follows. */
export function knownAddresses(text: SearchedText, values: readonly KnownValue[]): ParsedAddress[] {
  return values.flatMap((known) => {
    const house = /^\d*/.exec(known.value)?.[0] ?? "";
    const street = known.value.slice(house.length).trim().split(" ");
    return streetPlaces(text, street).flatMap((place) => knownAt(text, { known, house }, place) ?? []);
  });
}

function streetPlaces(text: SearchedText, street: readonly string[]): Words[] {
  const [head = ""] = street;
  const found: Words[] = [];
  for (let token = 0; token < text.words.length; token += 1) {
    if (nameOf(text, token) !== head) continue;
    const last = placeEnd(text, token, street);
    if (last !== null) found.push({ first: token, last });
  }
  return found;
}

function placeEnd(text: SearchedText, first: number, street: readonly string[]): number | null {
  let token = first;
  for (const word of street) {
    if (word === "") continue;
    if (nameOf(text, token) !== word) return null;
    token += isWrittenOrdinal(text, token) ? 2 : 1;
  }
  return token - 1;
}

function nameOf(text: SearchedText, token: number): string {
  return ordinalFree(text.words[token] ?? "");
}

function isWrittenOrdinal(text: SearchedText, token: number): boolean {
  return (
    /^\d/.test(text.words[token] ?? "") &&
    ordinals[text.words[token + 1] ?? "-"] === "" &&
    gapWidth(text, token) === 0
  );
}

interface KnownAddress {
  readonly known: KnownValue;
  readonly house: string;
}

function knownAt(text: SearchedText, { known, house }: KnownAddress, words: Words): ParsedAddress | null {
  const run = runsNear(text, words).find((candidate) => isHouseOf(text, candidate, house, words));
  const range = run === undefined ? null : houseRange(run, house);
  const isStreet = ((text.kinds[words.last + 1] ?? 0) & is.street) !== 0 && isSpace(text, words.last);
  if (range === null && !isStreet && !(isTalkedOf(text) && isRareName(text, words))) return null;
  const address = toAddress(text, words, range, 1);
  return address === null ? null : { ...address, value: known.value };
}

/** The runs around a place; binary, so that a text full of addresses stays cheap. */
function runsNear({ runs }: SearchedText, { last }: Words): readonly NumberRun[] {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.first ?? 0) <= last + 2) low = middle + 1;
    else high = middle;
  }
  return runs.slice(Math.max(0, low - 3), low);
}

/** The run ends right before the street, or begins right behind it. */
function isHouseOf(text: SearchedText, run: NumberRun, house: string, words: Words): boolean {
  if (house === "" || !run.digits.includes(house)) return false;
  const before = words.first - run.last - 1;
  const skipped = text.words[words.first - 1] ?? "";
  const point = before === 1 && (skipped === "the" || compass.has(skipped) || leadingKinds.has(skipped));
  const inRun = run.first < words.first && run.last >= words.first;
  return before === 0 || point || inRun || (run.first - words.last >= 1 && run.first - words.last <= 2);
}

/** Atoms at the end of a run that can be a house's number and a street's. */
const longestHouse = 10;

function houseRange(run: NumberRun, house: string): DigitRange | null {
  for (let atom = Math.max(0, run.atoms.length - longestHouse); atom < run.atoms.length; atom += 1) {
    for (let end = run.atoms.length; end > atom; end -= 1) {
      const range = wholeRun(run, atom, end);
      if (range !== null && run.digits.slice(range.from, range.to) === house) return range;
    }
  }
  return null;
}

function isTalkedOf(text: SearchedText): boolean {
  return (
    text.speaker === "caller" &&
    (text.asked === "address" || text.topics.some(({ topic }) => topic === "address"))
  );
}

/** Long, capitalised and no everyday word: a street's name even without number and kind. */
function isRareName(text: SearchedText, { first, last }: Words): boolean {
  const kind = text.kinds[first] ?? 0;
  const everyday = (kind & (is.common | is.number | is.street)) !== 0;
  return !everyday && last >= first && (text.words[first]?.length ?? 0) > 4 && isCapitalised(text, first);
}

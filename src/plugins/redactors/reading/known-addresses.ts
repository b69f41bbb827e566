import type { KnownValue, SearchedText } from "../redactor.ts";
import { signsOf } from "./known-words.ts";
import type { NumberRun } from "./number-runs.ts";
import {
  compass,
  isSpace,
  leadingKinds,
  ordinalFree,
  ordinals,
  type ParsedAddress,
  toAddress,
  type Words,
  wholeRun,
} from "./parsed-address.ts";
import { gapWidth, isCapitalised } from "./scan.ts";
import { is } from "./word-table.ts";
import type { DigitRange } from "./write-number.ts";

/** The known houses of one street. */
interface Street {
  readonly byHouse: Map<string, KnownValue>;
  readonly next: Map<string, Street>;
}

/**
 * Where known addresses stand: number and street, or the street alone where its kind follows. The streets are kept as
 * a tree of their words, so that a text takes no longer for many of them.
 */
export function addressFinder(
  values: readonly KnownValue[],
): (text: SearchedText) => readonly ParsedAddress[] {
  const root: Street = { byHouse: new Map(), next: new Map() };
  for (const known of values) addStreet(root, known);
  const sign = signsOfStreets([...root.next.keys()]);
  return (text) => {
    if ((text.sign & sign) === 0) return none;
    const found: ParsedAddress[] = [];
    for (let token = 0; token < text.words.length; token += 1)
      if (root.next.has(nameOf(text, token))) addPlaces(text, root, token, found);
    return found;
  };
}

const none: readonly ParsedAddress[] = [];

/** The signs of the words that streets begin with, as numbers and as ordinals. */
function signsOfStreets(names: readonly string[]): number {
  if (!names.some((name) => /^\d/.test(name))) return signsOf(names);
  const said = [...ordinals].filter(([, number]) => names.includes(number));
  return signsOf(names) | signsOf(said.map(([word]) => word));
}

function addStreet(root: Street, known: KnownValue): void {
  const house = /^\d*/.exec(known.value)?.[0] ?? "";
  let street = root;
  for (const word of known.value.slice(house.length).trim().split(" ")) {
    if (word === "") continue;
    const next = street.next.get(word) ?? { byHouse: new Map(), next: new Map() };
    street.next.set(word, next);
    street = next;
  }
  if (street !== root && !street.byHouse.has(house)) street.byHouse.set(house, known);
}

function addPlaces(text: SearchedText, root: Street, first: number, found: ParsedAddress[]): void {
  let street = root.next.get(nameOf(text, first));
  for (let token = first; street !== undefined; ) {
    const last = isWrittenOrdinal(text, token) ? token + 1 : token;
    for (const [house, known] of housesAt(text, street, { first, last })) {
      const address = knownAt(text, { known, house }, { first, last });
      if (address !== null) found.push(address);
    }
    token = last + 1;
    street = token < text.words.length ? street.next.get(nameOf(text, token)) : undefined;
  }
}

/** Of a street with many known houses those whose number stands near, and the first. */
function housesAt(text: SearchedText, { byHouse }: Street, words: Words): Iterable<[string, KnownValue]> {
  if (byHouse.size <= few) return byHouse;
  const near = new Map<string, KnownValue>();
  for (const [house, known] of byHouse) {
    near.set(house, known);
    break;
  }
  for (const run of runsNear(text, words))
    for (const house of housesIn(run)) {
      const known = byHouse.get(house);
      if (known !== undefined) near.set(house, known);
    }
  return near;
}

const few = 4;

/** What numbers the last atoms of a run make. */
function* housesIn(run: NumberRun): Generator<string> {
  for (let atom = Math.max(0, run.atoms.length - longestHouse); atom < run.atoms.length; atom += 1)
    for (let end = run.atoms.length; end > atom; end -= 1) {
      const range = wholeRun(run, atom, end);
      if (range !== null) yield run.digits.slice(range.from, range.to);
    }
}

function nameOf(text: SearchedText, token: number): string {
  return ordinalFree(text.words[token] ?? "");
}

function isWrittenOrdinal(text: SearchedText, token: number): boolean {
  return (
    /^\d/.test(text.words[token] ?? "") &&
    ordinals.get(text.words[token + 1] ?? "-") === "" &&
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
  return address === null ? null : withValue(address, known.value);
}

function withValue({ start, end, house, street, score, write }: ParsedAddress, value: string): ParsedAddress {
  return { start, end, house, street, score, write, value };
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
  const letter = run.glued && skipped.length === 1;
  const point =
    before === 1 && (letter || skipped === "the" || compass.has(skipped) || leadingKinds.has(skipped));
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

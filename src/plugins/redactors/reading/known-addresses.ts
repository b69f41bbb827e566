import type { KnownValue, SearchedText } from "../redactor.ts";
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

/** Where known addresses stand: number and street, or the street alone where its kind follows. */
export function knownAddresses(text: SearchedText, values: readonly KnownValue[]): ParsedAddress[] {
  return values.flatMap((known) => {
    const house = /^\d*/.exec(known.value)?.[0] ?? "";
    const street = known.value.slice(house.length).trim().split(" ");
    return streetPlaces(text, street).flatMap((place) => knownAt(text, { known, house }, place) ?? []);
  });
}

function streetPlaces(text: SearchedText, street: readonly string[]): Words[] {
  const found: Words[] = [];
  for (const head of spokenAs(street[0] ?? "")) {
    for (let token = text.words.indexOf(head); token >= 0; token = text.words.indexOf(head, token + 1)) {
      const last = placeEnd(text, token, street);
      if (last !== null) found.push({ first: token, last });
    }
  }
  return found;
}

/** A street's number is also an ordinal in words. */
function spokenAs(name: string): readonly string[] {
  if (!/^\d/.test(name)) return [name];
  return [name, ...[...ordinals].flatMap(([word, digits]) => (digits === name ? [word] : []))];
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

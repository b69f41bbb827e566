import {
  findingOf,
  isOpaqueDigits,
  opaqueDigits,
  standsAlone,
  type Window,
  windows,
} from "./reading/digits.ts";
import { findingsAt, knownNumbers } from "./reading/known-numbers.ts";
import { sequenceFinder } from "./reading/known-sequences.ts";
import { isOpaqueText, opaqueText, readLetters, sequenceFinding } from "./reading/letters-and-digits.ts";
import type { NumberRun } from "./reading/number-runs.ts";
import { numberWords } from "./reading/number-words.ts";
import { readNumber } from "./reading/read-number.ts";
import { gapWidth, letters as lettersBit, mixed } from "./reading/scan.ts";
import { findSpokenCode } from "./reading/spoken-codes.ts";
import { topicAt } from "./reading/topics.ts";
import type { Draw, Finding, Form, KnownValue, Redactor, SearchedText } from "./redactor.ts";

/**
 * Postal codes. Surrogates: American ones begin with 00 (never assigned), British and Canadian ones with Q (no area
 * has it); others are digits or letters of the same shape.
 */
export const postalCode: Redactor = {
  about: "postal codes, by their look (British, Canadian), a state before them, or the talk of one",
  entities: ["POSTAL_CODE"],
  entityOf: ({ words }) =>
    /\b(?:zip|zipcode|postcode|postal|post code)\b/.test(words.join(" ")) ? "POSTAL_CODE" : null,
  read: readCode,
  find(text) {
    const found: Finding[] = [];
    findNumeric(text, found);
    findLettered(text, found);
    findSpoken(text, found);
    return found;
  },
  findKnown: knownValues,
  isSurrogate: ({ value }, draw) => isReserved(value) || (isOther(value) && isOpaque(value, draw)),
  surrogate: surrogateCode,
};

const british = /^[a-z]{1,2}\d[a-z\d]?\d[abd-hjlnp-uw-z]{2}$/;
const canadian = /^[a-z]\d[a-z]\d[a-z]\d$/;
const american = /^\d{5}(?:\d{4})?$/;
const states = new Set(
  "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc".split(
    " ",
  ),
);

function readCode(text: SearchedText): Form | null {
  const letters = /[a-z]/i.test(text.text.slice(0, 40));
  const form = letters && text.runs.length < 2 ? readNumber(text, "POSTAL_CODE", 4) : null;
  if (!letters) return readNumber(text, "POSTAL_CODE", 4);
  const lettered = readLetters(text, "POSTAL_CODE");
  if (lettered !== null && /\d/.test(lettered.value) && lettered.value.length <= 10) return lettered;
  return form;
}

function findNumeric(text: SearchedText, found: Finding[]): void {
  if (text.longestRun < 5) return;
  for (const run of text.runs)
    if (run.digits.length >= 5 && !run.glued && !run.counted) addNumeric(text, run, found);
}

function addNumeric(text: SearchedText, run: NumberRun, found: Finding[]): void {
  for (const size of americanSizes)
    for (const window of windows(run, size, size)) {
      const score = numericScore(text, window);
      const value = window.digits;
      const finding = score === 0 ? null : findingOf(text, window, { entity: "POSTAL_CODE", value, score });
      if (finding !== null) found.push(finding);
    }
}

/** "94105", "94105-1234". */
const americanSizes = [5, 9];

function numericScore(text: SearchedText, window: Window): number {
  const first = window.run.atoms[window.atom]?.first ?? 0;
  const before = first > 0 && gapWidth(text, first - 1) <= 2 ? (text.words[first - 1] ?? "") : "";
  const isState =
    states.has(before) &&
    text.text.slice(text.starts[first - 1], text.ends[first - 1]) === before.toUpperCase();
  if (isState) return 0.8;
  return standsAlone(window) && topicAt(text, first, first) === "postcode" ? 0.8 : 0;
}

/** "SW1A 2AA", "K1A 0B1"; also as a recogniser writes them, in lower case. */
function findLettered(text: SearchedText, found: Finding[]): void {
  if ((text.any & mixed) === 0) return;
  for (let first = 0; first + 2 < text.words.length; first += 1) {
    if (gapWidth(text, first) > 0 || !/^[a-z]{1,2}$/.test(text.words[first] ?? "")) continue;
    const finding = letteredAt(text, first);
    if (finding !== null) found.push(finding);
  }
}

function letteredAt(text: SearchedText, first: number): Finding | null {
  let value = "";
  let space: number | null = null;
  for (let last = first; last < text.words.length && value.length < 7; last += 1) {
    const gap = last === first ? 0 : gapWidth(text, last - 1);
    if (gap > 1 || (gap === 1 && space !== null)) return null;
    if (gap === 1) space = value.length;
    value += text.words[last];
    const ends = last + 1 >= text.words.length || gapWidth(text, last) > 0;
    if (ends && isLettered(value, space)) {
      return sequenceFinding(text, { first, last }, { entity: "POSTAL_CODE", value, score: 0.8 });
    }
  }
  return null;
}

/** "e c one a one b b": letters and digits said one by one where a code is asked for or announced. */
function findSpoken(text: SearchedText, found: Finding[]): void {
  if ((text.any & lettersBit) === 0 || text.runs.length === 0) return;
  const talked = text.asked === "postcode" || text.topics.some(({ topic }) => topic === "postcode");
  if (!talked) return;
  for (let first = 0; first + 4 < text.words.length; first += 1) {
    if (!isLetter(text, first) || isLetter(text, first - 1)) continue;
    const finding = spokenAt(text, first) ?? (isLetter(text, first + 1) ? spokenAt(text, first + 1) : null);
    if (finding !== null) found.push(finding);
  }
}

function spokenAt(text: SearchedText, first: number): Finding | null {
  let value = "";
  let end = first - 1;
  let code = "";
  for (let last = first; last < text.words.length && value.length < 7; last += 1) {
    const piece = last > first && gapWidth(text, last - 1) > 2 ? "" : spokenPiece(text, last);
    if (piece === "") break;
    value += piece;
    if (!british.test(value) && !canadian.test(value)) continue;
    end = last;
    code = value;
  }
  if (code === "" || topicAt(text, first, end) !== "postcode") return null;
  return sequenceFinding(text, { first, last: end }, { entity: "POSTAL_CODE", value: code, score: 0.8 });
}

/** A letter, a digit or a number word as characters of a code; empty where the token is none of these. */
function spokenPiece(text: SearchedText, token: number): string {
  const word = text.words[token] ?? "";
  if (isLetter(text, token) || /^\d+$/.test(word)) return word;
  return numberWords.get(word) ?? "";
}

function isLetter(text: SearchedText, token: number): boolean {
  const word = text.words[token] ?? "";
  return word.length === 1 && word >= "a" && word <= "z";
}

/** A space stands before the last three characters or nowhere. */
function isLettered(value: string, space: number | null): boolean {
  return (space === null || space === value.length - 3) && (british.test(value) || canadian.test(value));
}

function knownValues(values: readonly KnownValue[]): (text: SearchedText) => readonly Finding[] {
  const lettered = values.filter(({ value }) => /[a-z]/.test(value));
  const sequences = sequenceFinder(lettered);
  const places = knownNumbers(values.filter(({ value }) => !/[a-z]/.test(value)));
  return (text) => {
    const whole = places(text).filter(
      ({ known: { value }, range: { run, from } }) => run.digits.length === value.length || from > 0,
    );
    const found = findingsAt(text, whole, 0.9);
    if (lettered.length === 0) return found;
    return found.concat(
      sequences(text),
      lettered.flatMap((known) => findSpokenCode(text, known)),
    );
  };
}

function isReserved(value: string): boolean {
  if (american.test(value)) return value.startsWith("00");
  return /^q/.test(value) && !isOther(value);
}

function isOther(value: string): boolean {
  return !american.test(value) && !british.test(value) && !canadian.test(value);
}

function other(value: string, slot: number, draw: Draw): string {
  return /[a-z]/.test(value)
    ? opaqueText("POSTAL_CODE", value, slot, draw)
    : opaqueDigits("POSTAL_CODE", value, slot, draw);
}

function isOpaque(value: string, draw: Draw): boolean {
  return /[a-z]/.test(value)
    ? isOpaqueText("POSTAL_CODE", value, draw)
    : isOpaqueDigits("POSTAL_CODE", value, draw);
}

function surrogateCode({ value }: KnownValue, draw: Draw, attempt: number): string {
  const slot = draw.number(`postcode:${value}`, 16) + attempt;
  if (american.test(value)) {
    const drawn = Array.from(
      value.slice(2),
      (_, index) => draw.number(`zip:${value}:${attempt}:${index}`, 9) + 1,
    );
    return `00${drawn.join("")}`;
  }
  if (isOther(value)) return other(value, slot, draw);
  return `q${opaqueText("POSTAL_CODE", value.slice(1), slot, draw)}`;
}

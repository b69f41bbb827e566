import { checksums } from "./national-id-checksums.ts";
import { findingOf, isOpaqueDigits, opaqueDigits, type Window, windows } from "./reading/digits.ts";
import { findingsAt, isWhole, knownNumbers } from "./reading/known-numbers.ts";
import { sequenceFinder } from "./reading/known-sequences.ts";
import { isOpaqueText, opaqueText, readLetters, sequenceFinding } from "./reading/letters-and-digits.ts";
import type { NumberRun } from "./reading/number-runs.ts";
import { readNumber } from "./reading/read-number.ts";
import { digits as digitBit, gapWidth, mixed } from "./reading/scan.ts";
import { partFinder } from "./reading/tails.ts";
import type { Topic } from "./reading/topic-words.ts";
import { topicAt } from "./reading/topics.ts";
import type { Draw, Entity, FieldName, Finding, KnownValue, Redactor, SearchedText } from "./redactor.ts";

/**
 * National ids. An American surrogate begins with 9 and has a group below 50, numbers that are never issued; the
 * others fail their checksum.
 */
export const nationalId: Redactor = {
  about: "social security and national id numbers, by their checksums where they have one",
  entities: [
    "US_SSN",
    "US_ITIN",
    "UK_NHS",
    "UK_NINO",
    "CA_SIN",
    "AU_TFN",
    "IN_AADHAAR",
    "IN_PAN",
    "ES_NIF",
    "IT_FISCAL_CODE",
    "PL_PESEL",
    "BR_CPF",
    "NL_BSN",
  ],
  entityOf,
  read: (text, entity) => (lettered.has(entity) ? readLetters(text, entity) : readNumber(text, entity, 4)),
  find(text) {
    const found: Finding[] = [];
    findNumbers(text, found);
    findLettered(text, found);
    return found;
  },
  findKnown: knownValues,
  isSurrogate,
  surrogate: surrogateId,
};

const about = new Set<Topic>(["ssn", "national"]);
const lettered = new Set<Entity>(["UK_NINO", "IN_PAN", "ES_NIF", "IT_FISCAL_CODE"]);

const fields: readonly [RegExp, Entity][] = [
  [/\bssn\b|\bsocial(?: security)?(?: number| no)?$|\bsocial last\b/, "US_SSN"],
  [/\bitin\b|\btax id\b|\btin\b/, "US_ITIN"],
  [/\bnhs\b/, "UK_NHS"],
  [/\bnino\b|\bnational insurance\b/, "UK_NINO"],
  [/\bsin\b|\bsocial insurance\b/, "CA_SIN"],
  [/\btfn\b/, "AU_TFN"],
  [/\baadhaar\b|\baadhar\b/, "IN_AADHAAR"],
  [/\bpan (?:number|no|card)\b/, "IN_PAN"],
  [/\b(?:nif|nie|dni)\b/, "ES_NIF"],
  [/\bfiscal code\b|\bcodice fiscale\b/, "IT_FISCAL_CODE"],
  [/\bpesel\b/, "PL_PESEL"],
  [/\bcpf\b/, "BR_CPF"],
  [/\bbsn\b/, "NL_BSN"],
  [/\bnational (?:id|identity|identification)\b|\bidentity (?:number|card)\b/, "US_SSN"],
];

function entityOf({ words }: FieldName): Entity | null {
  const text = words.join(" ");
  return fields.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

function findNumbers(text: SearchedText, found: Finding[]): void {
  if (text.longestRun < 4) return;
  for (const run of text.runs) {
    const { length } = run.digits;
    if ((length === 4 || length >= 9) && !run.glued && !run.counted) addNumbers(text, run, found);
  }
}

function addNumbers(text: SearchedText, run: NumberRun, found: Finding[]): void {
  const topic = topicAt(text, run.first, run.last);
  const isTail = run.digits.length === 4 && topic === "ssn";
  for (const window of isTail ? windows(run, 4, 4) : windows(run, 9, 12)) {
    const kind = isTail ? tail : kindOf(window, topic);
    const finding = kind === null ? null : findingOf(text, window, { ...kind, value: window.digits });
    if (finding !== null) found.push(finding);
  }
}

interface Kind {
  readonly entity: Entity;
  readonly score: number;
}

/** The last four digits, in talk of the number. */
const tail: Kind = { entity: "US_SSN", score: 0.7 };

function kindOf(window: Window, topic: Topic | null): Kind | null {
  const { digits } = window;
  if (digits.length === 9 && topic === "ssn") return { entity: "US_SSN", score: 0.9 };
  if (digits.length === 9 && isGroupedAsSsn(window) && (isIssued(digits) || isReserved(digits)))
    return { entity: "US_SSN", score: 0.85 };
  if (topic !== "national" && topic !== "id" && topic !== "ssn") return null;
  const entity = numeric.find((kind) => checksums[kind]?.(digits) === true);
  return entity === undefined ? null : { entity, score: 0.8 };
}

/** 123-45-6789. */
function isGroupedAsSsn({ run: { atoms }, atom, lastAtom }: Window): boolean {
  if (lastAtom - atom !== 2) return false;
  return (
    atoms[atom]?.digits.length === 3 &&
    atoms[atom + 1]?.digits.length === 2 &&
    atoms[lastAtom]?.digits.length === 4
  );
}

const numeric: readonly Entity[] = [
  "UK_NHS",
  "CA_SIN",
  "AU_TFN",
  "IN_AADHAAR",
  "PL_PESEL",
  "BR_CPF",
  "NL_BSN",
];

/** Areas 000, 666 and 9xx, group 00 and serial 0000 are never issued. */
function isIssued(digits: string): boolean {
  return !/^(?:000|666|9)/.test(digits) && digits.slice(3, 5) !== "00" && digits.slice(5) !== "0000";
}

const nino = /^(?![dfiquv])[a-z](?![dfiquvo])[a-z]\d{6}[abcd]$/;

/** National Insurance numbers, PANs, NIFs and fiscal codes: groups of letters and digits in a row. */
function findLettered(text: SearchedText, found: Finding[]): void {
  if ((text.any & mixed) === 0) return;
  for (let first = 0; first + 1 < text.words.length; first += 1) {
    if (gapWidth(text, first) > 1 || !beginsId(text, first)) continue;
    const finding = letteredAt(text, first);
    if (finding !== null) found.push(finding);
  }
}

/** A few letters before digits, or eight digits. */
function beginsId(text: SearchedText, first: number): boolean {
  const word = text.words[first] ?? "";
  if (((text.kinds[first] ?? 0) & digitBit) !== 0) return word.length === 8;
  return ((text.kinds[first + 1] ?? 0) & digitBit) !== 0 && /^[a-z]{1,6}$/.test(word);
}

function letteredAt(text: SearchedText, first: number): Finding | null {
  let value = "";
  let spaced = false;
  for (let last = first; last < text.words.length && value.length < 16; last += 1) {
    const gap = last === first ? 0 : gapWidth(text, last - 1);
    if (gap > 1) return null;
    spaced ||= gap > 0;
    value += text.words[last];
    const whole = last === text.ends.length - 1 || gapWidth(text, last) > 0;
    const entity = whole ? letteredKind(value) : null;
    if (entity !== null && (!spaced || entity === "UK_NINO"))
      return sequenceFinding(text, { first, last }, { entity, value, score: 0.85 });
  }
  return null;
}

function letteredKind(value: string): Entity | null {
  if (value.length === 9) return letteredNine(value);
  if (value.length === 10) return /^[a-z]{3}[abcfghljpt][a-z]\d{4}[a-z]$/.test(value) ? "IN_PAN" : null;
  return value.length === 16 && checksums.IT_FISCAL_CODE?.(value) === true ? "IT_FISCAL_CODE" : null;
}

function letteredNine(value: string): Entity | null {
  if (nino.test(value)) return "UK_NINO";
  return checksums.ES_NIF?.(value) === true ? "ES_NIF" : null;
}

function knownValues(values: readonly KnownValue[]): (text: SearchedText) => readonly Finding[] {
  const sequences = sequenceFinder(values.filter(({ entity }) => lettered.has(entity)));
  const numbers = values.filter(({ entity }) => !lettered.has(entity));
  const places = knownNumbers(numbers);
  const parts = partFinder(
    numbers.filter(({ value }) => value.length >= 9),
    about,
  );
  return (text) => {
    const whole = places(text).filter(isWhole);
    return findingsAt(text, whole, 1).concat(parts(text), sequences(text));
  };
}

function isSurrogate({ entity, value }: KnownValue, draw: Draw): boolean {
  if (isAmerican(entity, value)) return isReserved(value);
  return lettered.has(entity) ? isOpaqueText(entity, value, draw) : isOpaqueDigits(entity, value, draw);
}

function isReserved(digits: string): boolean {
  return digits.startsWith("9") && digits.charAt(3) < "5";
}

function isAmerican(entity: Entity, value: string): boolean {
  return (entity === "US_SSN" || entity === "US_ITIN") && value.length === 9;
}

function surrogateId({ entity, value }: KnownValue, draw: Draw, attempt: number): string {
  const label = `${entity}:${value}`;
  if (!isAmerican(entity, value)) {
    const slot = draw.number(label, 16) + attempt;
    return lettered.has(entity)
      ? opaqueText(entity, value, slot, draw)
      : opaqueDigits(entity, value, slot, draw);
  }
  const digit = (place: number, below = 10) => draw.number(`${label}:${attempt}:${place}`, below);
  const group = `${digit(3, 5)}${digit(4, 9) + 1}`;
  return `9${digit(1)}${digit(2)}${group}${digit(5)}${digit(6)}${digit(7)}${digit(8, 9) + 1}`;
}

import { numberWords, ordinalWords } from "./number-words.ts";
import { digits as digitBit, gapWidth, type ScannedText } from "./scan.ts";
import { is } from "./word-table.ts";

/** The smallest piece of a number that is written or said as one: "415", "five", "forty two", "double five", "12th". */
export interface NumberAtom {
  readonly digits: string;
  readonly first: number;
  readonly last: number;
  readonly spoken: boolean;
  readonly ordinal: boolean;
  /** A comma or a filler stands between this atom and the one before. */
  readonly loose: boolean;
}

/** Atoms in a row: what may be one long number. */
export interface NumberRun {
  readonly digits: string;
  readonly atoms: readonly NumberAtom[];
  readonly first: number;
  readonly last: number;
  /** Letters touch the first or last digit group: "A1B2", "14inch". */
  readonly glued: boolean;
  /** No number of anything: an amount ("$1,250"), a day of a month ("6th"), a flood of digits. */
  readonly counted: boolean;
}

const noWords = is.number | digitBit;

/** All numbers of a text in order, written or spoken. A zero said as "oh" counts only beside another number. */
export function numberRuns(scanned: ScannedText): readonly NumberRun[] {
  if ((scanned.any & noWords) === 0) return none;
  const runs: NumberRun[] = [];
  const { kinds } = scanned;
  let token = 0;
  while (token < kinds.length) {
    const first = ((kinds[token] ?? 0) & noWords) === 0 ? null : readAtom(scanned, token, false);
    if (first === null) {
      token += 1;
      continue;
    }
    const atoms = withoutInterjection(scanned, readRun(scanned, first));
    const [head] = atoms;
    if (atoms.length > 1 || (head !== undefined && !isLoneZero(scanned, head)))
      runs.push(toRun(scanned, atoms));
    const last = atoms[atoms.length - 1]?.last ?? token;
    token = (runs[runs.length - 1]?.digits.length ?? 0) > flood ? floodEnd(scanned, last) : last + 1;
  }
  return runs;
}

const none: readonly NumberRun[] = [];

function readRun(scanned: ScannedText, first: NumberAtom): NumberAtom[] {
  const atoms = [first];
  let length = first.digits.length;
  let { last } = first;
  for (;;) {
    const next = nextAtom(scanned, last);
    if (next === null || length > flood || (next.loose && length >= longestOne)) return atoms;
    atoms.push(next);
    length += next.digits.length;
    last = next.last;
  }
}

/** Digits of the longest single number (an IBAN's): behind so many, a comma begins another run. */
const longestOne = 34;
/** A run of more digits is no number of anybody's: a counter, a line left open. */
const flood = 68;

/** The first token behind a flood: its digits are not worth a look each. */
function floodEnd(scanned: ScannedText, last: number): number {
  let token = last + 1;
  while (((scanned.kinds[token] ?? 0) & noWords) !== 0 && gapWidth(scanned, token - 1) <= 2) token += 1;
  return token;
}

function nextAtom(scanned: ScannedText, last: number): NumberAtom | null {
  if (gluedAfter(scanned, last)) return null;
  let token = last;
  let loose = false;
  for (let skipped = 0; skipped <= 3; skipped += 1) {
    const gap = joinOf(scanned, token);
    if (gap === "none") return null;
    if (gap === "loose") loose = true;
    token += 1;
    const kind = scanned.kinds[token] ?? 0;
    if ((kind & noWords) !== 0) return readAtom(scanned, token, loose);
    if ((kind & is.filler) === 0) return null;
    loose = true;
  }
  return null;
}

/** What the gap after a token does to a number: "555-0123" goes on, "555, 0123" may, "5:30" and "5 $30" don't. */
function joinOf(scanned: ScannedText, token: number): "tight" | "loose" | "none" {
  const width = gapWidth(scanned, token);
  if (width > 4 || token + 1 >= scanned.words.length) return "none";
  const start = scanned.ends[token] ?? 0;
  if (width === 1 && scanned.text.charCodeAt(start) === space) return "tight";
  let join: "tight" | "loose" = "tight";
  for (let at = start; at < start + width; at += 1) {
    const character = scanned.text.charAt(at);
    const endsSentence = character === "." && at + 1 < start + width;
    if (tightGap.includes(character) && !endsSentence) continue;
    if (!looseGap.includes(character)) return "none";
    join = "loose";
  }
  return join;
}

const space = 0x20;
const tightGap = " -.()/+_\u2010\u2011\u2012\u2013\u00a0";
const looseGap = ",.\n\t\u2014\u2026";

function readAtom(scanned: ScannedText, token: number, loose: boolean): NumberAtom | null {
  const word = scanned.words[token] ?? "";
  if ((scanned.kinds[token] ?? 0) & digitBit) {
    const ordinal = gapWidth(scanned, token) === 0 && endings.has(scanned.words[token + 1] ?? "");
    return { digits: word, first: token, last: ordinal ? token + 1 : token, spoken: false, ordinal, loose };
  }
  const value = numberWords.get(word);
  if (value === undefined) return null;
  if (value === "") return readRepeated(scanned, token, loose);
  return readHundreds(scanned, readTens(scanned, token, { value, loose }));
}

const endings = new Set(["st", "nd", "rd", "th"]);
const repeatWords: ReadonlyMap<string, number> = new Map(Object.entries({ double: 2, triple: 3, treble: 3 }));

/** Null for "hundred" and "thousand", which begin no number. */
function readRepeated(scanned: ScannedText, token: number, loose: boolean): NumberAtom | null {
  const repeats = repeatWords.get(scanned.words[token] ?? "");
  const word = scanned.words[token + 1] ?? "";
  const digit = numberWords.get(word) ?? ((scanned.kinds[token + 1] ?? 0) & digitBit ? word : "");
  if (repeats === undefined || digit.length !== 1) return null;
  const digits = digit.repeat(repeats);
  return { digits, first: token, last: token + 1, spoken: true, ordinal: false, loose };
}

/** "forty two", "forty-two" and "forty second" are one atom; "forty, two" are two. */
function readTens(
  scanned: ScannedText,
  token: number,
  { value, loose }: { readonly value: string; readonly loose: boolean },
): NumberAtom {
  const ordinal = ordinalWords.has(scanned.words[token] ?? "");
  const tens = !ordinal && value.length === 2 && value.endsWith("0") && value !== "10";
  const next = tens && isShortGap(scanned, token) ? (scanned.words[token + 1] ?? "") : "";
  const unit = numberWords.get(next) ?? "";
  if (unit.length !== 1 || unit === "0")
    return { digits: value, first: token, last: token, spoken: true, ordinal, loose };
  const digits = value.charAt(0) + unit;
  return { digits, first: token, last: token + 1, spoken: true, ordinal: ordinalWords.has(next), loose };
}

/** "one hundred", "one hundred and five", "one hundred forty two", "two thousand"; "eight hundred five" stays 800 5. */
function readHundreds(scanned: ScannedText, atom: NumberAtom): NumberAtom {
  const scale = scales.get(scanned.words[atom.last + 1] ?? "");
  if (scale === undefined || atom.ordinal || !isShortGap(scanned, atom.last)) return atom;
  const base = { ...atom, digits: atom.digits + "0".repeat(scale), last: atom.last + 1 };
  const joined = scanned.words[base.last + 1] === "and";
  const at = base.last + (joined ? 2 : 1);
  if (!isShortGap(scanned, base.last) || (joined && !isShortGap(scanned, base.last + 1))) return base;
  const value = numberWords.get(scanned.words[at] ?? "");
  if (value === undefined || value === "") return base;
  const rest = readTens(scanned, at, { value, loose: false });
  if (rest.digits.length < 2 && !joined && scale === 2) return base;
  const digits = base.digits.slice(0, -rest.digits.length) + rest.digits;
  return { ...base, digits, last: rest.last, ordinal: rest.ordinal };
}

const scales: ReadonlyMap<string, number> = new Map(Object.entries({ hundred: 2, thousand: 3 }));

function isShortGap(scanned: ScannedText, token: number): boolean {
  if (gapWidth(scanned, token) !== 1) return false;
  const gap = scanned.text.charCodeAt(scanned.ends[token] ?? 0);
  return gap === space || gap === hyphen;
}

const hyphen = 0x2d;

/** "Oh, 142 Oak Street" has no zero. */
function withoutInterjection(scanned: ScannedText, atoms: readonly NumberAtom[]): readonly NumberAtom[] {
  const [first, second] = atoms;
  const isSigh = first !== undefined && second?.loose === true && isLoneZero(scanned, first);
  return isSigh ? atoms.slice(1) : atoms;
}

function isLoneZero(scanned: ScannedText, atom: NumberAtom): boolean {
  const word = scanned.words[atom.first] ?? "";
  return atom.first === atom.last && (word === "o" || word === "oh" || word === "nil");
}

function toRun(scanned: ScannedText, atoms: readonly NumberAtom[]): NumberRun {
  const first = atoms[0]?.first ?? 0;
  const last = atoms[atoms.length - 1]?.last ?? first;
  let digits = "";
  let ordinal = false;
  for (const atom of atoms) {
    digits += atom.digits;
    if (atom.ordinal) ordinal = true;
  }
  const glued = gluedAfter(scanned, last) || (first > 0 && gapWidth(scanned, first - 1) === 0);
  const counted = digits.length > flood || ordinal || isAmount(scanned, scanned.starts[first] ?? 0);
  return { digits, atoms, first, last, glued, counted };
}

/** A currency's mark stands before an offset, a space between them or none. */
export function isAmount({ text }: ScannedText, start: number): boolean {
  return isCurrency(text.charCodeAt(start - 1)) || isCurrency(text.charCodeAt(start - 2));
}

function isCurrency(code: number): boolean {
  return code === 0x24 || code === 0xa3 || code === 0x20ac;
}

function gluedAfter(scanned: ScannedText, token: number): boolean {
  return token + 1 < scanned.words.length && gapWidth(scanned, token) === 0;
}

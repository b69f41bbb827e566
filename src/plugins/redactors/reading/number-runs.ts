import { numberWords, ordinalWords } from "./number-words.ts";
import { digits as digitBit, gapAfter, gapWidth, type ScannedText } from "./scan.ts";
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

type Read = Omit<NumberAtom, "loose">;

const noWords = is.number | digitBit;

/** All numbers of a text in order, written or spoken. A zero said as "oh" counts only beside another number. */
export function numberRuns(scanned: ScannedText): NumberRun[] {
  if ((scanned.any & noWords) === 0) return [];
  const runs: NumberRun[] = [];
  const { kinds } = scanned;
  let token = 0;
  while (token < kinds.length) {
    const first = ((kinds[token] ?? 0) & noWords) === 0 ? null : readAtom(scanned, token);
    if (first === null) {
      token += 1;
      continue;
    }
    const atoms = withoutInterjection(scanned, readRun(scanned, first));
    const [head] = atoms;
    if (atoms.length > 1 || (head !== undefined && !isLoneZero(scanned, head)))
      runs.push(toRun(scanned, atoms));
    const last = atoms.at(-1)?.last ?? token;
    token = (runs.at(-1)?.digits.length ?? 0) > flood ? floodEnd(scanned, last) : last + 1;
  }
  return runs;
}

function readRun(scanned: ScannedText, first: Read): NumberAtom[] {
  const atoms: NumberAtom[] = [{ ...first, loose: false }];
  let length = first.digits.length;
  let last = first;
  for (;;) {
    const next = nextAtom(scanned, last);
    if (next === null || length > flood || (next.loose && length >= longestOne)) return atoms;
    atoms.push(next);
    length += next.digits.length;
    last = next;
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

function nextAtom(scanned: ScannedText, atom: Read): NumberAtom | null {
  if (gluedAfter(scanned, atom.last)) return null;
  let token = atom.last;
  let loose = false;
  for (let skipped = 0; skipped <= 3; skipped += 1) {
    const gap = joinOf(scanned, token);
    if (gap === "none") return null;
    if (gap === "loose") loose = true;
    token += 1;
    const kind = scanned.kinds[token] ?? 0;
    if ((kind & noWords) !== 0) {
      const next = readAtom(scanned, token);
      return next === null ? null : { ...next, loose };
    }
    if ((kind & is.filler) === 0) return null;
    loose = true;
  }
  return null;
}

/** What the gap after a token does to a number: "555-0123" goes on, "555, 0123" may, "5:30" and "5 $30" don't. */
function joinOf(scanned: ScannedText, token: number): "tight" | "loose" | "none" {
  const width = gapWidth(scanned, token);
  if (width > 4 || token + 1 >= scanned.words.length) return "none";
  let join: "tight" | "loose" = "tight";
  const start = scanned.ends[token] ?? 0;
  for (let at = start; at < start + width; at += 1) {
    const character = scanned.text.charAt(at);
    const endsSentence = character === "." && at + 1 < start + width;
    if (tightGap.includes(character) && !endsSentence) continue;
    if (!looseGap.includes(character)) return "none";
    join = "loose";
  }
  return join;
}

const tightGap = " -.()/+_\u2010\u2011\u2012\u2013\u00a0";
const looseGap = ",.\n\t\u2014\u2026";

function readAtom(scanned: ScannedText, token: number): Read | null {
  const word = scanned.words[token] ?? "";
  if ((scanned.kinds[token] ?? 0) & digitBit) {
    const ordinal = gapWidth(scanned, token) === 0 && endings.has(scanned.words[token + 1] ?? "");
    return { digits: word, first: token, last: ordinal ? token + 1 : token, spoken: false, ordinal };
  }
  const repeats = repeatWords.get(word);
  if (repeats !== undefined) return readRepeated(scanned, token, repeats);
  const value = numberWords.get(word);
  if (value === undefined || value === "") return null;
  return readHundreds(scanned, readTens(scanned, token, value));
}

const endings = new Set(["st", "nd", "rd", "th"]);
const repeatWords: ReadonlyMap<string, number> = new Map(Object.entries({ double: 2, triple: 3, treble: 3 }));

function readRepeated(scanned: ScannedText, token: number, repeats: number): Read | null {
  const word = scanned.words[token + 1] ?? "";
  const digit = numberWords.get(word) ?? ((scanned.kinds[token + 1] ?? 0) & digitBit ? word : "");
  if (digit.length !== 1) return null;
  return { digits: digit.repeat(repeats), first: token, last: token + 1, spoken: true, ordinal: false };
}

/** "forty two", "forty-two" and "forty second" are one atom; "forty, two" are two. */
function readTens(scanned: ScannedText, token: number, value: string): Read {
  const ordinal = ordinalWords.has(scanned.words[token] ?? "");
  const single: Read = { digits: value, first: token, last: token, spoken: true, ordinal };
  if (ordinal || value.length !== 2 || !value.endsWith("0") || value === "10") return single;
  if (!isShortGap(scanned, token)) return single;
  const next = scanned.words[token + 1] ?? "";
  const unit = numberWords.get(next) ?? "";
  if (unit.length !== 1 || unit === "0") return single;
  return { ...single, digits: value.charAt(0) + unit, last: token + 1, ordinal: ordinalWords.has(next) };
}

/** "one hundred", "one hundred and five", "one hundred forty two", "two thousand"; "eight hundred five" stays 800 5. */
function readHundreds(scanned: ScannedText, atom: Read): Read {
  const scale = scales.get(scanned.words[atom.last + 1] ?? "");
  if (scale === undefined || atom.ordinal || !isShortGap(scanned, atom.last)) return atom;
  const base = { ...atom, digits: atom.digits + "0".repeat(scale), last: atom.last + 1 };
  const joined = scanned.words[base.last + 1] === "and";
  const at = base.last + (joined ? 2 : 1);
  if (!isShortGap(scanned, base.last) || (joined && !isShortGap(scanned, base.last + 1))) return base;
  const value = numberWords.get(scanned.words[at] ?? "");
  if (value === undefined || value === "") return base;
  const rest = readTens(scanned, at, value);
  if (rest.digits.length < 2 && !joined && scale === 2) return base;
  const digits = base.digits.slice(0, -rest.digits.length) + rest.digits;
  return { ...base, digits, last: rest.last, ordinal: rest.ordinal };
}

const scales: ReadonlyMap<string, number> = new Map(Object.entries({ hundred: 2, thousand: 3 }));

function isShortGap(scanned: ScannedText, token: number): boolean {
  const gap = gapWidth(scanned, token) === 1 ? gapAfter(scanned, token) : "";
  return gap === " " || gap === "-";
}

/** "Oh, 142 Oak Street" has no zero. */
function withoutInterjection(scanned: ScannedText, atoms: readonly NumberAtom[]): readonly NumberAtom[] {
  const [first, second] = atoms;
  const isSigh = first !== undefined && second?.loose === true && isLoneZero(scanned, first);
  return isSigh ? atoms.slice(1) : atoms;
}

function isLoneZero(scanned: ScannedText, atom: Read): boolean {
  const word = scanned.words[atom.first] ?? "";
  return atom.first === atom.last && (word === "o" || word === "oh" || word === "nil");
}

function toRun(scanned: ScannedText, atoms: readonly NumberAtom[]): NumberRun {
  const first = atoms[0]?.first ?? 0;
  const last = atoms.at(-1)?.last ?? first;
  const digits = atoms.length === 1 ? (atoms[0]?.digits ?? "") : atoms.map((atom) => atom.digits).join("");
  const glued = gluedAfter(scanned, last) || (first > 0 && gapWidth(scanned, first - 1) === 0);
  const counted = digits.length > flood || isAmount(scanned, first) || atoms.some((atom) => atom.ordinal);
  return { digits, atoms, first, last, glued, counted };
}

function isAmount(scanned: ScannedText, token: number): boolean {
  const start = scanned.starts[token] ?? 0;
  return start > 0 && /[$£€]/.test(scanned.text.slice(Math.max(0, start - 2), start));
}

function gluedAfter(scanned: ScannedText, token: number): boolean {
  return token + 1 < scanned.words.length && gapWidth(scanned, token) === 0;
}

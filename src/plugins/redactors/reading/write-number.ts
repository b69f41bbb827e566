import { inCaseOf } from "./letter-case.ts";
import type { NumberAtom, NumberRun } from "./number-runs.ts";
import { digitName, ordinalEnding, ordinalName, twoDigitName } from "./number-words.ts";
import type { ScannedText } from "./scan.ts";

/** A stretch of a run's digits, `from` inclusive, `to` exclusive, and the atom it begins in. */
export interface DigitRange {
  readonly run: NumberRun;
  readonly from: number;
  readonly to: number;
  /** Index of the first atom, and how many digits of the run stand before that atom. */
  readonly atom: number;
  readonly before: number;
}

export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** One atom's part of a range, in digits of the run. */
interface Piece {
  readonly atom: NumberAtom;
  readonly from: number;
  readonly to: number;
  /** Where the atom's own digits begin. */
  readonly at: number;
}

/**
 * Where the digits stand in the text. Null when the range cuts through an atom that can't be cut ("forty two").
 */
export function spanOfDigits(scanned: ScannedText, range: DigitRange): TextSpan | null {
  const { run, from, to, atom: index } = range;
  let start = -1;
  let end = -1;
  let at = range.before;
  for (let next = index; next < run.atoms.length && at < to; next += 1) {
    const atom = run.atoms[next];
    if (atom === undefined) break;
    const behind = at + atom.digits.length;
    if (behind > from) {
      const piece = { atom, from: Math.max(from, at), to: Math.min(to, behind), at };
      if (cuts(piece)) return null;
      if (start < 0) start = startOf(scanned, piece);
      end = endOf(scanned, piece);
    }
    at = behind;
  }
  return start < 0 ? null : { start, end };
}

/**
 * The same stretch of text with other digits: written digits stay written, spoken ones spoken, and all that stands
 * between them stays. `digits` has as many digits as the range.
 */
export function writeDigits(scanned: ScannedText, range: DigitRange, digits: string): string {
  const pieces = piecesOf(range);
  const saysOh = pieces.some(({ atom }) => /^oh?$/.test(scanned.words[atom.first] ?? ""));
  let written = "";
  let end = -1;
  for (const piece of pieces) {
    const start = startOf(scanned, piece);
    if (end >= 0) written += scanned.text.slice(end, start);
    const share = digits.slice(piece.from - range.from, piece.to - range.from);
    written += writeAtom(scanned, piece.atom, share, saysOh);
    end = endOf(scanned, piece);
  }
  return written;
}

function piecesOf({ run, from, to, atom: index, before }: DigitRange): Piece[] {
  const pieces: Piece[] = [];
  let at = before;
  for (let next = index; next < run.atoms.length && at < to; next += 1) {
    const atom = run.atoms[next];
    if (atom === undefined) break;
    const end = at + atom.digits.length;
    if (end > from) pieces.push({ atom, from: Math.max(from, at), to: Math.min(to, end), at });
    at = end;
  }
  return pieces;
}

function cuts({ atom, from, to, at }: Piece): boolean {
  return atom.spoken && (from > at || to < at + atom.digits.length);
}

function startOf(scanned: ScannedText, { atom, from, at }: Piece): number {
  return (scanned.starts[atom.first] ?? 0) + (from - at);
}

function endOf(scanned: ScannedText, { atom, to, at }: Piece): number {
  if (to === at + atom.digits.length) return scanned.ends[atom.last] ?? 0;
  return (scanned.starts[atom.first] ?? 0) + (to - at);
}

function writeAtom(scanned: ScannedText, atom: NumberAtom, digits: string, saysOh: boolean): string {
  if (!atom.spoken) return atom.ordinal ? digits + ordinalEnding(Number(digits)) : digits;
  const model = scanned.text.slice(scanned.starts[atom.first], scanned.ends[atom.first]);
  const hyphen = scanned.text.slice(scanned.starts[atom.first], scanned.ends[atom.last]).includes("-")
    ? "-"
    : " ";
  return inCaseOf(model, spokenDigits(digits, { ordinal: atom.ordinal, saysOh, hyphen }));
}

interface SpokenStyle {
  readonly ordinal: boolean;
  readonly saysOh: boolean;
  readonly hyphen: string;
}

/** Round tens are said digit by digit: "twenty" before a "three" that follows would be heard as 23. */
function spokenDigits(digits: string, style: SpokenStyle): string {
  const value = Number(digits);
  if (style.ordinal && value > 0 && value < 100) return ordinalName(value, style.hyphen);
  const asPair = digits.length === 2 && value >= 10 && (value < 20 || value % 10 !== 0);
  if (asPair) return twoDigitName(value, style.hyphen);
  return Array.from(digits, (digit) => (digit === "0" && style.saysOh ? "oh" : digitName(digit))).join(" ");
}

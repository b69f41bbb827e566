import { inCaseOf } from "./letter-case.ts";
import type { NumberAtom, NumberRun } from "./number-runs.ts";
import { digitName, ordinalEnding, ordinalName, twoDigitName } from "./number-words.ts";
import type { ScannedText } from "./scan.ts";

/** A stretch of a run's digits, `from` inclusive, `to` exclusive. */
export interface DigitRange {
  readonly run: NumberRun;
  readonly from: number;
  readonly to: number;
}

export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the digits stand in the text. Null when the range cuts through an atom that can't be cut ("forty two").
 */
export function spanOfDigits(scanned: ScannedText, range: DigitRange): TextSpan | null {
  let at = 0;
  let start = -1;
  for (const atom of range.run.atoms) {
    const next = at + atom.digits.length;
    const cutsStart = range.from > at && range.from < next;
    const cutsEnd = range.to > at && range.to < next;
    if (atom.spoken && (cutsStart || cutsEnd)) return null;
    const offset = scanned.starts[atom.first] ?? 0;
    if (range.from >= at && range.from < next) start = offset + (range.from - at);
    if (range.to <= next) {
      const end = cutsEnd ? offset + (range.to - at) : (scanned.ends[atom.last] ?? 0);
      return start < 0 ? null : { start, end };
    }
    at = next;
  }
  return null;
}

/**
 * The same stretch of text with other digits: written digits stay written, spoken ones spoken, and all that stands
 * between them stays. `digits` has as many digits as the range.
 */
export function writeDigits(scanned: ScannedText, range: DigitRange, digits: string): string {
  const saysOh = range.run.atoms.some((atom) => /^oh?$/.test(scanned.words[atom.first] ?? ""));
  let written = "";
  let at = 0;
  let end = -1;
  for (const atom of range.run.atoms) {
    const from = Math.max(range.from, at);
    const to = Math.min(range.to, at + atom.digits.length);
    if (from < to) {
      const start = (scanned.starts[atom.first] ?? 0) + (from - at);
      if (end >= 0) written += scanned.text.slice(end, start);
      written += writeAtom(scanned, atom, digits.slice(from - range.from, to - range.from), saysOh);
      end = scanned.ends[atom.last] ?? 0;
    }
    at += atom.digits.length;
  }
  return written;
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

import type { Draw, Entity, Finding, Form, KnownValue, SearchedText } from "../redactor.ts";
import type { NumberRun } from "./number-runs.ts";
import { type DigitRange, spanOfDigits, writeDigits } from "./write-number.ts";

/** All ASCII digits of a text. */
export function digitsOf(text: string): string {
  return text.replace(/[^0-9]/g, "");
}

/** A value whose digits alone matter: another value's digits are put in their places. */
export function digitForm(text: string, entity: Entity, value = digitsOf(text)): Form {
  return { entity, value, write: (surrogate) => putDigits(text, value, surrogate) };
}

/** The last digits of the text are the value's; what comes before (a country code) stays. */
function putDigits(text: string, value: string, surrogate: string): string {
  const total = digitsOf(text).length;
  let index = -(total - value.length);
  return text.replace(/[0-9]/g, (digit) => {
    const put = index < 0 ? digit : surrogate.charAt(index) || digit;
    index += 1;
    return put;
  });
}

export function findingOf(
  text: SearchedText,
  range: DigitRange,
  found: KnownValue & { readonly score: number },
): Finding | null {
  const span = spanOfDigits(text, range);
  if (span === null) return null;
  const { entity, value, score, heard } = found;
  const write = (surrogate: string) => writeDigits(text, range, surrogate);
  return { entity, value, score, start: span.start, end: span.end, write, heard };
}

/** A stretch of whole atoms. */
export interface Window extends DigitRange {
  readonly digits: string;
  readonly lastAtom: number;
}

/** Stretches of whole atoms with `least` to `most` digits, from each atom on. */
export function windows(run: NumberRun, least: number, most: number): Window[] {
  const found: Window[] = [];
  if (run.digits.length < least) return found;
  const isCut = run.digits.includes(fictionalMark) ? fictional : null;
  let before = 0;
  for (let atom = 0; atom < run.atoms.length; atom += 1) {
    let to = before;
    for (let lastAtom = atom; lastAtom < run.atoms.length && to - before <= most; lastAtom += 1) {
      to += run.atoms[lastAtom]?.digits.length ?? 0;
      if (to - before < least || to - before > most) continue;
      const digits = run.digits.slice(before, to);
      if (isCut?.test(digits) !== true) found.push({ run, atom, before, from: before, to, lastAtom, digits });
    }
    before += run.atoms[atom]?.digits.length ?? 0;
  }
  return found;
}

/** A surrogate phone with digits behind it, or with too many before: two numbers side by side. */
const fictional = /55501\d\d\d|\d{7}55501\d\d$/;
const fictionalMark = "55501";

/** True where the window ends and begins with its run, or at a comma or filler. */
export function standsAlone({ run, from, to, atom, lastAtom }: Window): boolean {
  const startsFree = from === 0 || run.atoms[atom]?.loose === true;
  return startsFree && (to === run.digits.length || run.atoms[lastAtom + 1]?.loose === true);
}

/**
 * One of 16 digit strings that belong to this secret, scope and kind: short secrets have no reserved range to be
 * recognised by, so a call's own few stand in for one. A real value is taken for one with a chance of 16 in 10^length.
 */
export function opaqueDigits(label: string, like: string, index: number, draw: Draw): string {
  let digits = "";
  for (let at = 0; at < like.length; at += 1) digits += opaqueDigit(label, like, { index, at }, draw);
  return digits;
}

/** Whether the digits are one of the 16; stops at the first that differs. */
export function isOpaqueDigits(label: string, value: string, draw: Draw): boolean {
  for (let index = 0; index < slotsFor(value.length); index += 1) {
    let at = 0;
    while (at < value.length && opaqueDigit(label, value, { index, at }, draw) === value.charAt(at)) at += 1;
    if (at === value.length) return true;
  }
  return false;
}

/** A leading zero stays one, and no other digit becomes one: a number keeps its length. */
function opaqueDigit(
  label: string,
  like: string,
  { index, at }: { readonly index: number; readonly at: number },
  draw: Draw,
): string {
  const lead = at === 0 && like.length > 1;
  if (lead && like.startsWith("0")) return "0";
  const drawn = draw.number(`${label}:${like.length}:${index % slotsFor(like.length)}:${at}`, lead ? 9 : 10);
  return String(lead ? drawn + 1 : drawn);
}

/** Fewer for the shortest, so that most values are still seen to be real. */
function slotsFor(length: number): number {
  return Math.min(16, Math.ceil(10 ** length / 64));
}

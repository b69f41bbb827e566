import { codeAt } from "../lib/text-codes.ts";

/** What the readers of literals give where the text isn't JSON. */
export const broken = -1;

/** The marks of JSON as UTF-16 units. */
export const mark = {
  quote: 0x22,
  plus: 0x2b,
  comma: 0x2c,
  minus: 0x2d,
  point: 0x2e,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;

const firstPrintable = 0x20;
const escapes = new Set(Array.from('"\\/bfnrt', (letter) => codeAt(letter, 0)));
const letterU = 0x75;
const letterE = 0x65;

export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

export function isDigit(code: number): boolean {
  return code >= mark.zero && code <= mark.nine;
}

/** The offset behind the string whose quote stands at `start`. */
export function stringEnd(json: string, start: number): number {
  const { length } = json;
  for (let at = start + 1; at < length; at += 1) {
    const code = codeAt(json, at);
    if (code === mark.quote) return at + 1;
    if (code < firstPrintable) return broken;
    if (code !== mark.backslash) continue;
    at = escapeEnd(json, at);
    if (at === broken) return broken;
  }
  return broken;
}

/** The offset of an escape's last unit. */
function escapeEnd(json: string, backslash: number): number {
  const code = codeAt(json, backslash + 1);
  if (escapes.has(code)) return backslash + 1;
  const isUnit = code === letterU && /^[\da-f]{4}$/i.test(json.slice(backslash + 2, backslash + 6));
  return isUnit ? backslash + 5 : broken;
}

/** The offset behind the number that begins at `start`: no leading zeros, digits on both sides of a point. */
export function numberEnd(json: string, start: number): number {
  const first = codeAt(json, start) === mark.minus ? start + 1 : start;
  let end = digitsEnd(json, first);
  if (end === first || (codeAt(json, first) === mark.zero && end > first + 1)) return broken;
  if (codeAt(json, end) === mark.point) {
    const fraction = end + 1;
    end = digitsEnd(json, fraction);
    if (end === fraction) return broken;
  }
  // An "E" has the bit of the "e" missing.
  return (codeAt(json, end) | 0x20) === letterE ? exponentEnd(json, end + 1) : end;
}

function exponentEnd(json: string, start: number): number {
  const sign = codeAt(json, start);
  const first = sign === mark.plus || sign === mark.minus ? start + 1 : start;
  const end = digitsEnd(json, first);
  return end === first ? broken : end;
}

function digitsEnd(json: string, start: number): number {
  let end = start;
  while (isDigit(codeAt(json, end))) end += 1;
  return end;
}

const words = ["true", "false", "null"];

/** The offset behind the word that begins at `start`. */
export function wordEnd(json: string, start: number): number {
  const word = words.find((candidate) => json.startsWith(candidate, start));
  return word === undefined ? broken : start + word.length;
}

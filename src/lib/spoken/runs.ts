import { digitHomophones, digitSeparators, spellingAlphabet } from "./lexicon.ts";
import { numberAt, type SpokenNumber, saysNumber } from "./numbers.ts";
import { isNumeric } from "./tokens.ts";

/** Numbers said one after the other: a phone number, "seven thirty", a lone "six". */
export interface NumberRun {
  readonly numbers: readonly NumberInRun[];
  /** All of it read out as digits, leading zeros kept. */
  readonly digits: string;
  /** The same where "eight hundred five" is 8005; equal to `digits` in most. */
  readonly apart: string;
  readonly end: number;
}

export interface NumberInRun {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** Letters said one after the other. */
export interface SpelledRun {
  readonly text: string;
  /** How many pieces said them: "double l" is one. */
  readonly letters: number;
  readonly end: number;
}

const repeats: ReadonlyMap<string, number> = new Map([
  ["double", 2],
  ["triple", 3],
]);
const spellingLinks: ReadonlySet<string> = new Set(["as", "for", "like"]);

/** The run of numbers that starts at this token, or null. "double five" counts twice; "uh" and "dash" don't end it. */
export function numberRunAt(tokens: readonly string[], index: number): NumberRun | null {
  if (!mayBeginRun(tokens[index] ?? "")) return null;
  const numbers: NumberInRun[] = [];
  let digits = "";
  let apart = "";
  let end = index;
  for (let at = index; at < tokens.length; ) {
    const piece = pieceAt(tokens, at, numbers.length);
    if (piece !== null) {
      if (piece.number !== null)
        numbers.push({ value: piece.number.value, start: at, end: piece.number.end });
      digits += piece.digits;
      apart += piece.number?.apart ?? piece.digits;
      end = piece.end;
      at = end;
    } else if (numbers.length > 0 && at === end && digitSeparators.has(tokens[at] ?? "")) at += 1;
    else break;
  }
  return digits === "" ? null : { numbers, digits, apart, end };
}

function mayBeginRun(token: string): boolean {
  return saysNumber(token) || token === "a" || repeats.has(token);
}

interface Piece {
  readonly number: SpokenNumber | null;
  readonly digits: string;
  readonly end: number;
}

function pieceAt(tokens: readonly string[], index: number, before: number): Piece | null {
  const token = tokens[index] ?? "";
  const number = numberAt(tokens, index);
  if (number !== null) return { number, digits: number.digits, end: number.end };
  const times = repeats.get(token);
  const repeated = times === undefined ? null : numberAt(tokens, index + 1);
  if (times !== undefined && repeated !== null && repeated.digits.length === 1)
    return { number: repeated, digits: repeated.digits.repeat(times), end: repeated.end };
  if (isNumeric(token)) return markedDigits(token, index);
  const homophone = digitHomophones.get(token);
  if (
    homophone === undefined ||
    before < 2 ||
    !saysDigit(tokens[index - 1]) ||
    !mayFollowDigit(tokens[index + 1])
  )
    return null;
  return { number: null, digits: homophone, end: index + 1 };
}

/** "555-0132": digits with marks between them. */
function markedDigits(token: string, index: number): Piece | null {
  if (token.includes(":")) return null;
  return { number: null, digits: token.replace(/\D/g, ""), end: index + 1 };
}

/** Another digit, or the end of what was said. */
function mayFollowDigit(token: string | undefined): boolean {
  return token === undefined || saysDigit(token);
}

function saysDigit(token: string | undefined): boolean {
  if (token === undefined || !saysNumber(token)) return false;
  const number = numberAt([token], 0);
  return number !== null && number.digits.length === 1;
}

/**
 * "S M I T H", "b as in boy, o", "double l", "bravo oscar"; null where no letter stands alone. Tokens as `tokensOf`
 * makes them, so hyphens between letters are gone.
 */
export function spelledAt(tokens: readonly string[], index: number): SpelledRun | null {
  let text = "";
  let letters = 0;
  let end = index;
  for (;;) {
    const letter = letterAt(tokens, end);
    if (letter === null) break;
    text += letter.text;
    letters += 1;
    end = letter.end;
  }
  return letters > 0 ? { text, letters, end } : null;
}

function letterAt(tokens: readonly string[], index: number): { text: string; end: number } | null {
  const token = tokens[index] ?? "";
  if (token === "double") {
    const next = tokens[index + 1] ?? "";
    return isLetter(next) ? { text: next + next, end: index + 2 } : null;
  }
  if (spellingAlphabet.has(token)) return { text: token.charAt(0), end: index + 1 };
  if (!isLetter(token)) return null;
  if (token === "x" && tokens[index + 1] === "ray") return { text: "x", end: index + 2 };
  return { text: token, end: afterExplanation(tokens, index) };
}

/** "b as in boy", "b for boy", "m like mike": the index after the explaining word. */
function afterExplanation(tokens: readonly string[], index: number): number {
  const letter = tokens[index] ?? "";
  if (!spellingLinks.has(tokens[index + 1] ?? "")) return index + 1;
  const at = tokens[index + 2] === "in" ? index + 3 : index + 2;
  return (tokens[at] ?? "").startsWith(letter) ? at + 1 : index + 1;
}

function isLetter(token: string): boolean {
  return token.length === 1 && token >= "a" && token <= "z";
}

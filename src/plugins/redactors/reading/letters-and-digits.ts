import type { Draw, Entity, Finding, Form, KnownValue, SearchedText } from "../redactor.ts";
import { digitName, numberWords } from "./number-words.ts";

/** Tokens in a row that spell a value: "ABC 123", "a b c one two three". */
export interface Sequence {
  readonly first: number;
  readonly last: number;
  /** How many characters of the value each token stands for. */
  readonly shares: readonly number[];
}

/** Reads a whole text as one value of letters and digits; everything else in it is punctuation. */
export function readLetters(text: SearchedText, entity: Entity): Form | null {
  const value = text.words.join("");
  if (value === "") return null;
  const sequence = { first: 0, last: text.words.length - 1, shares: text.words.map((word) => word.length) };
  return {
    entity,
    value,
    write: (surrogate) =>
      text.text.slice(0, text.starts[0]) +
      writeSequence(text, sequence, surrogate) +
      text.text.slice(text.ends[sequence.last]),
  };
}

/** A finding for the tokens from first to last, as they are written. */
export function sequenceFinding(
  text: SearchedText,
  tokens: { readonly first: number; readonly last: number },
  found: { readonly entity: Entity; readonly value: string; readonly score: number },
): Finding {
  const shares = text.words
    .slice(tokens.first, tokens.last + 1)
    .map((word) => pieceOf(word, found.value).length);
  return toFinding(text, { ...tokens, shares }, found);
}

function pieceOf(word: string, value: string): string {
  const spoken = numberWords.get(word);
  return spoken && !value.includes(word) ? spoken : word;
}

export function toFinding(
  text: SearchedText,
  sequence: Sequence,
  { entity, value, score, heard }: KnownValue & { readonly score: number },
): Finding {
  return {
    entity,
    value,
    score,
    start: text.starts[sequence.first] ?? 0,
    end: text.ends[sequence.last] ?? 0,
    write: (surrogate) => writeSequence(text, sequence, surrogate),
    heard,
  };
}

function writeSequence(text: SearchedText, { first, last, shares }: Sequence, surrogate: string): string {
  let written = "";
  let at = 0;
  for (let token = first; token <= last; token += 1) {
    const end = token === last ? surrogate.length : at + (shares[token - first] ?? 0);
    if (token > first) written += text.text.slice(text.ends[token - 1], text.starts[token]);
    written += writeToken(text, token, surrogate.slice(at, end));
    at = end;
  }
  return written;
}

function writeToken(text: SearchedText, token: number, share: string): string {
  const model = text.text.slice(text.starts[token], text.ends[token]);
  const word = text.words[token] ?? "";
  const spoken = numberWords.get(word);
  if (spoken !== undefined && spoken.length === share.length && /^\d+$/.test(share)) {
    return Array.from(share, digitName).join(" ");
  }
  if (model === model.toUpperCase()) return share.toUpperCase();
  return model.charAt(0) === model.charAt(0).toLowerCase()
    ? share
    : share.charAt(0).toUpperCase() + share.slice(1);
}

/**
 * One of 16 texts of the same shape (letters for letters, digits for digits) that belong to this secret, scope and
 * kind; see `opaqueDigits`.
 */
export function opaqueText(label: string, like: string, index: number, draw: Draw): string {
  const shape = shapeOf(like);
  let text = "";
  for (let at = 0; at < shape.length; at += 1) text += opaqueCharacter(label, shape, { index, at }, draw);
  return text;
}

/** Whether the text is one of the 16; stops at the first character that differs. */
export function isOpaqueText(label: string, value: string, draw: Draw): boolean {
  const shape = shapeOf(value);
  for (let index = 0; index < 16; index += 1) {
    let at = 0;
    while (at < value.length && opaqueCharacter(label, shape, { index, at }, draw) === value.charAt(at))
      at += 1;
    if (at === value.length) return true;
  }
  return false;
}

function shapeOf(text: string): string {
  return text.replace(/[^0-9]/g, "a").replace(/[0-9]/g, "9");
}

function opaqueCharacter(
  label: string,
  shape: string,
  { index, at }: { readonly index: number; readonly at: number },
  draw: Draw,
): string {
  const isDigit = shape.charAt(at) === "9";
  const drawn = draw.number(`${label}:${shape}:${index % 16}:${at}`, isDigit ? 9 : consonants.length);
  return isDigit ? String(drawn + 1) : consonants.charAt(drawn);
}

/** No vowels, so that no word comes out; no letter that British postcodes never end in. */
const consonants = "bdfghjlnpqrstwxz";

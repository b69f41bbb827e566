import type { Finding, KnownValue, SearchedText } from "../redactor.ts";
import { inCaseOf } from "./letter-case.ts";
import { digitName, numberWords } from "./number-words.ts";
import { digits as digitBit, gapWidth } from "./scan.ts";
import { speller } from "./spelling.ts";
import { is } from "./word-table.ts";

/** Letters as they sound: the first of each is written in a surrogate. */
const letterNames =
  `ay eh, bee be, cee see sea, dee, ee, eff ef, gee, aitch haitch, eye, jay, kay, el ell, em, en, oh,
  pee, cue queue, ar are, ess, tee tea, you yu, vee, double-you, ex, why, zed zee`
    .split(",")
    .map((names) => names.trim().split(/\s+/));

const lettersByName: ReadonlyMap<string, string> = new Map(
  letterNames.flatMap((names, index) => names.map((name) => [name, String.fromCharCode(97 + index)])),
);

type Style = "as it is" | "letter name" | "spelling word" | "digit word" | "double";

interface Piece {
  readonly last: number;
  /** How many characters of the value it stands for. */
  readonly share: number;
  readonly style: Style;
}

/** Where a known code of letters and digits is said: "bee tee nine six ess jay", "m for mother one", "double a". */
export function findSpokenCode(text: SearchedText, known: KnownValue): Finding[] {
  const found: Finding[] = [];
  if ((text.any & (is.number | digitBit)) === 0) return found;
  for (let token = 0; token < text.words.length; token += 1) {
    const pieces = piecesAt(text, token, known.value);
    if (pieces === null) continue;
    found.push(toFinding(text, { first: token, pieces }, known));
    token = pieces.at(-1)?.last ?? token;
  }
  return found;
}

interface Spoken {
  readonly first: number;
  readonly pieces: readonly Piece[];
}

function toFinding(text: SearchedText, { first, pieces }: Spoken, known: KnownValue): Finding {
  return {
    ...known,
    score: 1,
    start: text.starts[first] ?? 0,
    end: text.ends[pieces.at(-1)?.last ?? first] ?? 0,
    write: (surrogate) => writePieces(text, first, { pieces, surrogate }),
  };
}

function piecesAt(text: SearchedText, first: number, value: string): Piece[] | null {
  const pieces: Piece[] = [];
  let token = first;
  for (let at = 0; at < value.length; ) {
    if (token >= text.words.length || (token > first && gapWidth(text, token - 1) > 3)) return null;
    const piece = pieceAt(text, token, value.slice(at));
    if (piece === null) return null;
    pieces.push(piece);
    at += piece.share;
    token = piece.last + 1;
  }
  return pieces;
}

function pieceAt(text: SearchedText, token: number, rest: string): Piece | null {
  const word = text.words[token] ?? "";
  const letter = rest.charAt(0);
  if (word === "double") return doubleAt(text, token, rest);
  const spoken = numberWords.get(word) ?? "";
  if (spoken !== "" && rest.startsWith(spoken))
    return { last: token, share: spoken.length, style: "digit word" };
  if (rest.startsWith(word) && word.length > 0)
    return likeAt(text, token, letter) ?? { last: token, share: word.length, style: "as it is" };
  if (lettersByName.get(word) === letter) return { last: token, share: 1, style: "letter name" };
  return speller.includes(word) && word.startsWith(letter)
    ? { last: token, share: 1, style: "spelling word" }
    : null;
}

/** "m for mother", "b as in bravo". */
function likeAt(text: SearchedText, token: number, letter: string): Piece | null {
  const [word, next, then] = text.words.slice(token, token + 3);
  if (word !== letter || (next !== "for" && next !== "as" && next !== "like")) return null;
  const last = then === "in" ? token + 3 : token + 2;
  const named = text.words[last] ?? "";
  return named.length > 1 && named.startsWith(letter) ? { last, share: 1, style: "spelling word" } : null;
}

/** "double you" is a letter, "double a" and "double four" are two characters. */
function doubleAt(text: SearchedText, token: number, rest: string): Piece | null {
  const next = text.words[token + 1] ?? "";
  const last = token + 1;
  if (rest.startsWith("w") && /^(?:you|u|yu)$/.test(next)) return { last, share: 1, style: "letter name" };
  const twice = lettersByName.get(next) ?? numberWords.get(next) ?? next;
  return twice.length === 1 && rest.startsWith(twice + twice) ? { last, share: 2, style: "double" } : null;
}

interface Writing {
  readonly pieces: readonly Piece[];
  readonly surrogate: string;
}

function writePieces(text: SearchedText, first: number, { pieces, surrogate }: Writing): string {
  let written = "";
  let at = 0;
  let token = first;
  for (const piece of pieces) {
    if (token > first) written += text.text.slice(text.ends[token - 1], text.starts[token]);
    written += writePiece(text, { ...piece, first: token }, surrogate.slice(at, at + piece.share));
    at += piece.share;
    token = piece.last + 1;
  }
  return written;
}

function writePiece(
  text: SearchedText,
  { first, last, style }: Piece & { first: number },
  share: string,
): string {
  const model = text.text.slice(text.starts[first], text.ends[first]);
  if (style === "as it is") return model === model.toUpperCase() ? share.toUpperCase() : share;
  if (style === "digit word")
    return Array.from(share, (digit) => inCaseOf(model, digitName(digit))).join(" ");
  if (style === "letter name") return inCaseOf(model, letterNames[indexOf(share)]?.[0] ?? share);
  if (style === "double") return Array.from(share, (character) => digitName(character)).join(" ");
  const like = text.text.slice(text.starts[last], text.ends[last]);
  const word = inCaseOf(like, speller[indexOf(share)] ?? share);
  return first === last
    ? word
    : inCaseOf(model, share) + text.text.slice(text.ends[first], text.starts[last]) + word;
}

function indexOf(letter: string): number {
  return letter.charCodeAt(0) - 97;
}

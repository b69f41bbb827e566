import { inCaseOf } from "./letter-case.ts";
import { gapAfter, letters as lettersBit, type ScannedText } from "./scan.ts";

/** A word spelled letter by letter: "S-M-I-T-H", "s m i t h", "S as in Sam, M as in Mary", "double t". */
export interface Spelling {
  readonly first: number;
  readonly last: number;
  readonly letters: string;
  /** Offset in the text where each letter stands. */
  readonly pieces: readonly { readonly first: number; readonly last: number; readonly letters: string }[];
}

/** The words that letters are spelled with. */
export const speller =
  "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu".split(
    " ",
  );
const likeWords = new Set(["as", "for", "like"]);

/** All spellings of two letters or more. */
export function spellings(text: ScannedText): readonly Spelling[] {
  if ((text.any & lettersBit) === 0) return none;
  const found: Spelling[] = [];
  for (let token = 0; token < text.words.length; token += 1) {
    if (!isLetter(text, token) && text.words[token] !== "double") continue;
    const spelling = spellingAt(text, token);
    if (spelling === null) continue;
    found.push(spelling);
    token = spelling.last;
  }
  return found;
}

const none: readonly Spelling[] = [];

function spellingAt(text: ScannedText, first: number): Spelling | null {
  const pieces: Spelling["pieces"][number][] = [];
  let token = first;
  let joint: string | null = null;
  while (token < text.words.length) {
    const last = pieces.at(-1)?.last;
    const gap = last === undefined ? null : gapAfter(text, last);
    joint ??= gap;
    if (gap !== null && (gap !== joint || !/^[ .,\-\u2013\u2026]{1,4}$/.test(gap))) break;
    const piece = pieceAt(text, token);
    if (piece === null) break;
    pieces.push(piece);
    token = piece.last + 1;
  }
  const letters = pieces.map((piece) => piece.letters).join("");
  const end = pieces.at(-1)?.last;
  return letters.length < 2 || end === undefined ? null : { first, last: end, letters, pieces };
}

function pieceAt(text: ScannedText, token: number): Spelling["pieces"][number] | null {
  if (text.words[token] === "double" && isLetter(text, token + 1)) {
    return { first: token, last: token + 1, letters: (text.words[token + 1] ?? "").repeat(2) };
  }
  if (!isLetter(text, token)) return null;
  const letters = text.words[token] ?? "";
  const like = likeWords.has(text.words[token + 1] ?? "");
  const at = text.words[token + 2] === "in" ? token + 3 : token + 2;
  const named = like && (text.words[at] ?? "").startsWith(letters) && (text.words[at]?.length ?? 0) > 1;
  return { first: token, last: named ? at : token, letters };
}

/** The spelling with other letters, in the same style; more or fewer letters repeat the first joint. */
export function writeSpelling(text: ScannedText, spelling: Spelling, letters: string): string {
  const [first, second] = spelling.pieces;
  const last = spelling.pieces.at(-1);
  if (first === undefined || last === undefined) return letters;
  const joint =
    second === undefined ? " " : text.text.slice(text.ends[first.last], text.starts[second.first]);
  const named = spelling.pieces.find(
    (piece) => piece.last > piece.first && text.words[piece.first] !== "double",
  );
  const model = text.text.slice(text.starts[first.first], text.ends[first.first]);
  const upper = model !== model.toLowerCase();
  return Array.from(letters, (letter) => {
    const written = upper ? letter.toUpperCase() : letter;
    return named === undefined ? written : written + likeWord(text, named, letter);
  }).join(joint);
}

function likeWord(text: ScannedText, { first, last }: Spelling["pieces"][number], letter: string): string {
  const model = text.text.slice(text.starts[last], text.ends[last]);
  const word = speller[letter.charCodeAt(0) - 97] ?? letter;
  return text.text.slice(text.ends[first], text.starts[last]) + inCaseOf(model, word);
}

function isLetter(text: ScannedText, token: number): boolean {
  const word = text.words[token] ?? "";
  if (word.length !== 1 || word < "a" || word > "z") return false;
  // The "s" of "that's" is no letter that anybody spells.
  return !/['’]/.test(text.text.charAt((text.starts[token] ?? 0) - 1));
}

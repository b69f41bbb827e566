import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { casedPieces, type PieceEnd, wordPieces } from "./piece-end.ts";
import { createTextReader } from "./read-text.ts";

const contraction = "'(?:[sS]|[tT]|[rR][eE]|[vV][eE]|[mM]|[lL][lL]|[dD])";
const wordsWith = (digits: number) =>
  new RegExp(
    `${contraction}|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,${digits}}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*` +
      "|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
    "gu",
  );
const upper = "[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]";
const lower = "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]";
const cased = new RegExp(
  `[^\\r\\n\\p{L}\\p{N}]?${upper}*${lower}+(?:${contraction})?|[^\\r\\n\\p{L}\\p{N}]?${upper}+${lower}*(?:${contraction})?` +
    "|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
  "gu",
);

describe.each<[string, PieceEnd, RegExp]>([
  ["Llama 3", wordPieces(3), wordsWith(3)],
  ["Qwen", wordPieces(1), wordsWith(1)],
  ["o200k", casedPieces, cased],
])("%s's pieces are the matches of its expression", (_, pieceEnd, expression) => {
  test.each([
    ["it's 'tis I'LL 'S don't'd"],
    ["a  b \n\n c\r\n \t d   "],
    ["HELLOworld helloWorld 日本AB日本 ǅa ʰB é\u0301'S \u0301\u0301!"],
    ["12345 ٣٤٥٦𝟙𝟚𝟛𝟜 ½Ⅷ"],
    ["!\u0301/\n/\n//a ?!\r\n\u2028x \u00a0y"],
    ["\ud800\ud83d\ude00\udc00 \ud83d"],
  ])("%j", (text) => {
    expect(piecesOf(text, pieceEnd)).toEqual(text.match(expression));
  });

  test("of any text", () => {
    const unit = fc.oneof(
      fc.constantFrom(..."aZß日ǅʰ\u0301'sSlLrRvVeEtTmMdD0½ \n\r\t\u2028\u00a0/!<-"),
      fc.constantFrom("𝟙", "𐐷", "😀", "𠮷", "\ud83d", "\ude00", "  ", "'s", "'ll"),
      fc.string({ unit: "binary", maxLength: 1 }),
    );
    const texts = fc.array(unit, { minLength: 1, maxLength: 14 }).map((units) => units.join(""));
    fc.assert(
      fc.property(texts, (text) => {
        expect(piecesOf(text, pieceEnd)).toEqual(text.match(expression) ?? []);
      }),
      { numRuns: 2000 },
    );
  });
});

test("texts longer than the shared buffer are read whole, and leave nothing behind", () => {
  const text = `${"word ".repeat(30_000)}end`;
  expect(piecesOf(text, wordPieces(3)).length).toBe(30_001);
  const readText = createTextReader();
  readText("a".repeat(100));
  expect(wordPieces(3)(readText("ab"), 0)).toBe(2);
});

function piecesOf(text: string, pieceEnd: PieceEnd): string[] {
  const read = createTextReader()(text);
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = pieceEnd(read, start);
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

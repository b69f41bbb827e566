import fc from "fast-check";
import { expect, test } from "vitest";
import { hashOf, signOf } from "./known-words.ts";
import { scan } from "./scan.ts";
import { wordTable } from "./word-table.ts";

const pieces = fc.constantFrom(
  ...[
    "John",
    "JOHN",
    "o'brien",
    "may",
    "5th",
    "12",
    "A1",
    "a",
    "S-M",
    "qwzx",
    "at",
    "double",
    ". ",
    " ",
    "-",
  ],
);
const texts = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.array(pieces, { maxLength: 20 }).map((list) => list.join(" ")),
);

/** A letter outside ASCII has the whole text read by the slow way. */
test("words are the same whether looked up in their text or cut out of it", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const [fast, slow] = [scan(`${text} qq`), scan(`${text} öö`)];
      expect(fast.words.slice(0, -1)).toEqual(slow.words.slice(0, -1));
      expect(fast.kinds).toEqual(slow.kinds);
      expect([fast.starts, fast.ends, fast.any]).toEqual([slow.starts, slow.ends, slow.any]);
    }),
    { numRuns: 2000 },
  );
});

test("every word that the redactors know is found, in any case, with its kinds", () => {
  for (const [word, kind] of wordTable) {
    if (!/^[a-z]+$/.test(word)) continue;
    for (const written of [word, word.toUpperCase()]) {
      const { words, kinds } = scan(written);
      expect([words, kinds]).toEqual([[word], [kind]]);
    }
  }
});

test("the sign of a text has the signs of all its words", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { words, sign } = scan(text);
      for (const word of words) expect(sign & signOf(hashOf(word))).not.toBe(0);
    }),
  );
});

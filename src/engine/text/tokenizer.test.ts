import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { counted, prose, tokenizer } from "../../../test/support/boat-rental.ts";
import { identifierWords } from "./split-words.ts";
import { trainPieces } from "./train-pieces.ts";

describe("tokenizer", () => {
  test("any text comes back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test("the same words give the same pieces, in whatever order they are counted", () => {
    const words = counted(prose);
    const reversed = new Map([...words].reverse());
    expect(trainPieces({ words: reversed, merges: 90, capitals: 9 })).toEqual(
      trainPieces({ words, merges: 90, capitals: 9 }),
    );
  });

  test("a capital doesn't move the cuts of a word", () => {
    const pieces = (text: string) => tokenizer.encode(text).map((token) => tokenizer.pieceOf(token));
    expect(pieces(" Maria").map((piece) => piece?.toLowerCase())).toEqual(pieces(" maria"));
  });

  test("digits are single, and the space before them too", () => {
    expect(tokenizer.encode(" 1984")).toHaveLength(5);
  });

  test("special tokens have no text", () => {
    expect(
      tokenizer.decode([tokenizer.special("<user>"), ...tokenizer.encode("hi"), tokenizer.special("<end>")]),
    ).toBe("hi");
    expect(tokenizer.pieceOf(tokenizer.special("<call>"))).toBeNull();
  });
});

test.each([
  ["create_booking", "create booking"],
  ["createBooking", "create booking"],
  ["SearchOnewayFlight", "search oneway flight"],
  ["get-URL.v2", "get url v2"],
  ["HTTPServer", "http server"],
])("%s reads %s", (identifier, words) => expect(identifierWords(identifier)).toBe(words));

import { expect, test } from "vitest";
import { wordIndex } from "./word-index.ts";

test("rare words that are shared count more than common ones, and a text is nearest to itself", () => {
  const index = wordIndex();
  const texts = ["I want a pizza", "I want a dentist", "I want a plumber please", "cancel the pizza order"];
  for (const text of texts) index.add(text);
  expect(index.nearest("a pizza for me", 2, () => true)).toEqual([0, 3]);
  for (const [number, text] of texts.entries()) expect(index.nearest(text, 1, () => true)).toEqual([number]);
});

test("what isn't allowed is left out; ties go by number; nothing shared is nothing near", () => {
  const index = wordIndex();
  for (const text of ["same words", "same words", "same words"]) index.add(text);
  expect(index.nearest("same words", 3, (number) => number !== 1)).toEqual([0, 2]);
  expect(index.nearest("others", 3, () => true)).toEqual([]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { numberAt } from "./numbers.ts";
import { tokensOf } from "./tokens.ts";

test.each([
  ["six", 6, "6"],
  ["oh", 0, "0"],
  ["twenty five", 25, "25"],
  ["fifteen hundred", 1500, "1500"],
  ["a hundred and five", 105, "105"],
  ["two thousand twenty six", 2026, "2026"],
  ["three hundred twenty thousand", 320_000, "320000"],
  ["twenty five million", 25_000_000, "25000000"],
  ["1,250.50", 1250.5, "125050"],
  ["007", 7, "007"],
  ["5 k", 5000, "5000"],
])("%s is one number", (text, value, digits) => {
  const tokens = tokensOf(text);
  expect(numberAt(tokens, 0)).toMatchObject({ value, digits, ordinal: false, end: tokens.length });
});

test.each([["the", "a table", "555-0132", "7:30", "hundred"]])("%s begins no number", (...texts) => {
  for (const text of texts) expect(numberAt(tokensOf(text), 0)).toBeNull();
});

test.each([
  ["twenty first", 21],
  ["3rd", 3],
  ["thirtieth", 30],
])("%s is an ordinal", (text, value) => {
  expect(numberAt(tokensOf(text), 0)).toMatchObject({ value, ordinal: true });
});

test("any whole number reads as itself when written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (value) => {
      expect(numberAt(tokensOf(String(value)), 0)?.value).toBe(value);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { printable } from "./printable.ts";

test.each([
  ["colours and cursor moves", "a\u001b[31mred\u001b[0m \u001b[2Jb", "ared b"],
  ["a title of the window", "a\u001b]0;title\u0007b", "ab"],
  ["lines and tabs", " one\r\n\ttwo ", "one two"],
  ["a turned direction", "abc\u202egpj.exe", "abc gpj.exe"],
  ["invisible marks", "a\u200bb\ufeff", "a b"],
])("%s are taken out of others' text", (_, text, expected) => {
  expect(printable(text)).toBe(expected);
});

test("no text leaves a control character, and long ones are cut", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 900 }), (text) => {
      const shown = printable(text);
      expect(shown).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      expect(shown.length).toBeLessThanOrEqual(401);
    }),
  );
});

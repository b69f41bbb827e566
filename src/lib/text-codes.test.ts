import fc from "fast-check";
import { expect, test } from "vitest";
import { codeAt, createCodeReader } from "./text-codes.ts";

test("the units of a text are those that the text itself gives, whatever was read before", () => {
  const codesOf = createCodeReader();
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const codes = codesOf(text);
      for (let at = 0; at < text.length; at += 1) {
        expect(codes[at]).toBe(text.charCodeAt(at));
        expect(codeAt(text, at)).toBe(text.charCodeAt(at));
      }
    }),
  );
});

test("a text longer than the common room is read whole", () => {
  const text = "aé’\ud83d\ude00".repeat(20_000);
  const codes = createCodeReader()(text);
  expect(codes.length).toBe(text.length);
  expect([codes[0], codes[text.length - 1]]).toEqual([0x61, 0xde00]);
});

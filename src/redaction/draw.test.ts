import fc from "fast-check";
import { expect, test } from "vitest";
import { drawsUnder } from "./draw.ts";

test("a label drawn behind its beginning is drawn as the whole label", () => {
  const draw = drawsUnder("salt of sixteen letters")("call:1");
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.integer({ min: 1, max: 1000 }), (beginning, rest, below) => {
      expect(draw.numbers(beginning)(rest, below)).toBe(draw.number(beginning + rest, below));
    }),
  );
});

import { expect, test } from "vitest";
import { fromHalfFloats, toHalfFloats } from "./half-floats.ts";

test("every 16-bit number comes back as it was", () => {
  const all = Uint16Array.from({ length: 2 ** 16 }, (_, bits) => bits).filter(
    (bits) => (bits & 0x7c00) !== 0x7c00,
  );
  expect(toHalfFloats(fromHalfFloats(all))).toEqual(all);
});

test.each([
  ["one", 1, 0x3c00],
  ["a negative", -2, 0xc000],
  ["the largest", 65504, 0x7bff],
  ["the smallest", 2 ** -24, 0x0001],
  ["the smallest of full precision", 2 ** -14, 0x0400],
  ["the nearest of a third", 1 / 3, 0x3555],
  ["a tie goes to the even, down", 1 + 2 ** -11, 0x3c00],
  ["a tie goes to the even, up", 1 + 3 * 2 ** -11, 0x3c02],
  ["just above a tie goes up", 1 + 2 ** -11 + 2 ** -20, 0x3c01],
  ["a carry runs into the exponent", 2 - 2 ** -12, 0x4000],
  ["below half the smallest is zero", 2 ** -26, 0],
  ["a tie with zero is zero", 2 ** -25, 0],
])("%s", (_, value, bits) => {
  expect(toHalfFloats(Float32Array.of(value))).toEqual(Uint16Array.of(bits));
});

test.each([
  [0x3c00, 1],
  [0xc000, -2],
  [0x0001, 2 ** -24],
  [0x83ff, -1023 * 2 ** -24],
  [0x0400, 2 ** -14],
  [0x7c00, Number.POSITIVE_INFINITY],
  [0x7e00, Number.NaN],
  [0x8000, -0],
])("the bits %i are %d", (bits, value) => {
  expect(fromHalfFloats(Uint16Array.of(bits))).toEqual(Float32Array.of(value));
});

test.each([65520, -1e6, Number.POSITIVE_INFINITY, Number.NaN])("%s has no 16 bits", (value) => {
  expect(() => toHalfFloats(Float32Array.of(value))).toThrow(RangeError);
});

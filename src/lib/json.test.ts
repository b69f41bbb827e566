import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, isSameJson, type Json, parseJsonObject } from "./json.ts";
import { toJsonLine } from "./json-lines.ts";

describe("canonical JSON", () => {
  test("doesn't depend on the order of keys", () => {
    expect(canonicalJson({ b: 1, a: { d: [2, { f: 1, e: 0 }], c: null } })).toBe(
      '{"a":{"c":null,"d":[2,{"e":0,"f":1}]},"b":1}',
    );
  });

  test("reads back as the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        expect(JSON.parse(canonicalJson(json))).toEqual(json);
      }),
    );
  });
});

test.each([
  ["[1]", undefined],
  ["null", undefined],
  ["{", undefined],
  ['{"a":1}', { a: 1 }],
])("%s read as an object gives %j", (text, expected) => {
  expect(parseJsonObject(text)).toEqual(expected);
});

test("a JSON line holds no character that some reader takes for a line end, and reads back the same", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "\n", "\r", "\u2028", "\u2029", "\u0085", '"') }),
      (text) => {
        const line = toJsonLine({ text });
        expect(line).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(JSON.parse(line)).toEqual({ text });
      },
    ),
  );
});

test("two values are the same exactly when their canonical texts are", () => {
  const small = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);
  fc.assert(
    fc.property(small, small, (one, other) => {
      expect(isSameJson(one, other)).toBe(canonicalJson(one) === canonicalJson(other));
      expect(isSameJson(one, JSON.parse(canonicalJson(one)))).toBe(true);
    }),
  );
  expect(isSameJson({ a: 1, b: [{}] }, { b: [{}], a: 1 })).toBe(true);
  expect(isSameJson({ a: null }, { b: null })).toBe(false);
  expect(isSameJson([], {})).toBe(false);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRow } from "./read-row.ts";

describe("one line", () => {
  test.each<readonly [string, string, string[]]>([
    ["a row", '{"messages":[]}', []],
    ["a row between spaces", '  {"a":1}\t', []],
    ["CR LF", '{"a":1}\r', ["warning carriage-return"]],
    ["nothing", "", ["warning blank-line"]],
    ["spaces", "  \t", ["warning blank-line"]],
    ["CR alone", "\r", ["warning carriage-return", "warning blank-line"]],
    ["a raw line separator", '{"a":"x\u2028y"}', ["warning line-separator"]],
    ["a raw paragraph separator", '{"a":"x\u2029y"}', ["warning line-separator"]],
    ["an escaped line separator", '{"a":"x\\u2028y"}', []],
    ["text", "hello", ["error not-json"]],
    ["half a row", '{"messages":[{"role":', ["error not-json"]],
    ["an opening bracket alone", "[", ["error not-json"]],
    ["two rows", '{"a":1} {"b":2}', ["error not-json"]],
    ["a comma behind the row", '{"a":1},', ["error not-json"]],
    ["Python's quotes", "{'a': 1}", ["error not-json"]],
    ["Python's NaN", '{"a": NaN}', ["error not-json"]],
    ["a list of rows", '[{"a":1}]', ["error not-an-object"]],
    ["a number", "7", ["error not-an-object"]],
    ["null", "null", ["error not-an-object"]],
    ["a repeated key", '{"a":1,"a":2}', ["error duplicate-key"]],
    ["a repeated key further in", '{"a":[{"b":{"c":1,"d":2,"c":3}}]}', ["error duplicate-key"]],
    ["a key repeated under another spelling", '{"a":1,"\\u0061":2}', ["error duplicate-key"]],
    ["one key in two objects", '{"a":{"b":1},"c":{"b":1}}', []],
    ["what looks like a key in text", '{"a":"\\"b\\":1,\\"b\\":2","c":"d: \\\\"}', []],
    ["half of a surrogate pair", '{"a":"\\ud83d"}', ["error lone-surrogate"]],
    ["a whole surrogate pair", '{"a":"\\ud83d\\ude00"}', []],
  ])("with %s gives %j", (_, text, faults) => {
    expect(readRow(text, 2).faults.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(faults);
  });

  test("is told to be rid of a byte order mark, which is one in the first line only", () => {
    expect(readRow('\ufeff{"a":1}', 1)).toMatchObject({
      row: { a: 1 },
      faults: [{ rule: "byte-order-mark" }],
    });
    expect(readRow('\ufeff{"a":1}', 2)).toMatchObject({ row: null, faults: [{ rule: "not-json" }] });
  });

  test.each(["[".repeat(1e5) + "]".repeat(1e5), '{"a":'.repeat(1e5) + "1" + "}".repeat(1e5)])(
    "that nests endlessly is refused and not followed",
    (text) => {
      const { row, faults } = readRow(text, 1);
      expect(row).toBe(null);
      expect(faults).toHaveLength(1);
    },
  );

  test.each([
    ['{"a":1} {"b":2}', "The row is followed by something else at column 9; one JSON object a line."],
    ['{"a":1', "The line isn't JSON: it breaks off at column 7."],
    ['{"a":', "The line isn't JSON: it ends in the middle, after column 5."],
    ['{"a":1,"a":2}', 'An object has the key "a" twice; readers keep one of the two.'],
  ])("%s: %s", (text, sentence) => {
    expect(readRow(text, 1).faults.map((fault) => fault.sentence)).toEqual([sentence]);
  });

  test("is never quoted", () => {
    const said = "my card is 4242 4242 4242 4242";
    for (const text of [
      said,
      `{"a":${said}}`,
      `{"${said}":1,"${said}":2}`,
      `["${said}"]`,
      `{"a":1} ${said}`,
    ]) {
      const { faults } = readRow(text, 1);
      expect(faults.length).toBe(1);
      expect(faults[0]?.sentence).not.toContain("4242");
    }
  });

  test("that JSON.stringify wrote is read without a fault, spaced or not", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), fc.boolean(), (row, spaced) => {
        const text = JSON.stringify(row, null, spaced ? 1 : 0).replaceAll("\n", " ");
        const read = readRow(text, 2);
        expect(read.row).toEqual(JSON.parse(text));
        const rules = read.faults.map(({ rule }) => rule);
        expect(rules.filter((rule) => rule !== "line-separator" && rule !== "lone-surrogate")).toEqual([]);
      }),
    );
  });
});

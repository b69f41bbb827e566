import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "../lib/json.ts";
import { readJson } from "./json-leaves.ts";

test("leaves stand where they are said to, in the order of the text", () => {
  const json = ' {"a b":"x", "list" : [ -1.5e+3, {"k":"\\u0041\\n"}, true, []] , "n":null}\n';
  const { leaves, keys } = readJson(json) ?? { leaves: [], keys: [] };
  expect(leaves.map(({ path, text, type }) => [path.join("."), text, type])).toEqual([
    ["a b", "x", "string"],
    ["list.[]", "-1.5e+3", "number"],
    ["list.[].k", "A\n", "string"],
  ]);
  expect(keys.map(({ text }) => text)).toEqual(["a b"]);
  for (const { start, end, text, type } of leaves)
    expect(String(JSON.parse(json.slice(start, end)))).toBe(type === "string" ? text : String(Number(text)));
});

const pieces = fc.constantFrom(
  ...'{ } [ ] , : " "a" "\\" "\\u12" "\\u12aF" "\\x" 0 -0 01 1. .5 1.5 1e 1E+5 -1e-2 - + true tru nullx null'.split(
    " ",
  ),
  " ",
  "\t",
  "\n",
  "\u00a0",
  "\u0000",
  '"\u001f"',
  '"\u2028\ud800"',
);
/** Real JSON, and the same with a piece put in, left out or changed. */
const spoiled = fc
  .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.nat({ max: 3 }), pieces)
  .map(([json, place, length, piece]) => {
    const at = place % (json.length + 1);
    return json.slice(0, at) + piece + json.slice(at + length);
  });
const texts = fc.oneof(
  fc.json(),
  spoiled,
  fc.array(pieces, { maxLength: 12 }).map((list) => list.join("")),
  fc.array(pieces, { maxLength: 8 }).map((list) => `{"a":${list.join("")}}`),
  fc.array(pieces, { maxLength: 8 }).map((list) => `[${list.join(",")}]`),
);

test("what JSON.parse takes for an object or a list is read, and nothing else", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const value = parseJson(text);
      expect(readJson(text) !== null, text).toBe(typeof value === "object" && value !== null);
    }),
    { numRuns: 5000 },
  );
});

test("a text that nests too deep is none of ours", () => {
  expect(readJson("[".repeat(200) + "]".repeat(200))).not.toBeNull();
  expect(readJson("[".repeat(201) + "]".repeat(201))).toBeNull();
});

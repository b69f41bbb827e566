import { expect, test } from "vitest";
import { agent, book, caller, labelsOf, tool, use } from "../../../../test/support/label-calls.ts";
import type { JsonObject } from "../../../lib/json.ts";

test.each<[JsonObject, string]>([
  [{ party_size: 6, time: "19:00" }, "good"],
  [{ party_size: "6" }, "schema_invalid"],
  [{ party_size: 0 }, "schema_invalid"],
  [{ date: "tomorrow" }, "schema_invalid"],
  [{ time: "7 pm" }, "schema_invalid"],
  [{ size: "Large" }, "schema_invalid"],
  [{ colour: "red" }, "schema_invalid"],
])("%j is %s", (given, label) => {
  expect(labelsOf([caller("for six at seven"), agent("", use("book_table", given))])).toEqual([label]);
});

test("judging changes nothing in the arguments: no default is filled in, no type is bent", () => {
  const toolCall = use("book_table", { party_size: "6" });
  const before = structuredClone(toolCall);
  labelsOf([caller("for six"), agent("", toolCall)]);
  expect(toolCall).toEqual(before);
});

test.each<[string, JsonObject]>([
  ["is broken", { type: "object", properties: { a: { type: "nonsense" } } }],
  ["refers to nothing", { type: "object", properties: { a: { $ref: "#/$defs/gone" } } }],
  [
    "names an unknown dialect and format",
    { $schema: "https://example.org/x", type: "object", format: "no-such" },
  ],
])("a schema that %s forbids nothing", (_, parameters) => {
  const odd = { type: "function" as const, function: { name: "odd", parameters } };
  expect(labelsOf([caller("six"), agent("", use("odd", { a: 6 }))], [odd])).toEqual(["good"]);
});

test("two tools may carry the same $id", () => {
  const one = tool("one", {});
  const twice = [one, { ...one, function: { ...one.function, name: "two" } }].map((same) => ({
    ...same,
    function: {
      ...same.function,
      parameters: { ...same.function.parameters, $id: "https://example.org/same" },
    },
  }));
  const turns = [caller("hi"), agent("", use("one", { x: 1 }), use("two", {}))];
  expect(labelsOf(turns, [...twice, book])).toEqual(["schema_invalid"]);
});

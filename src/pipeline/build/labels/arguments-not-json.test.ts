import { expect, test } from "vitest";
import { agent, caller, labelsOf, use } from "../../../../test/support/label-calls.ts";

test.each(['{"party_size": 6', "{'party_size': 6}", "", "null", "[6]", '"six"', "6"])(
  "%j is no JSON object",
  (text) => {
    expect(labelsOf([caller("for six"), agent("", use("book_table", text))])).toEqual(["arguments_not_json"]);
  },
);

test("an empty object is one", () => {
  expect(labelsOf([caller("hi"), agent("", use("book_table", "{}"))])).toEqual(["good"]);
});

import { expect, test } from "vitest";
import { agent, caller, labelsOf, use } from "../../../../test/support/label-calls.ts";

test.each([
  ["a table for six on Friday", { party_size: 6, date: "2026-03-06" }, "good"],
  ["a table for six", { party_size: 5 }, "ungrounded"],
  ["a table for six", { party_size: 6, name: "John Smith" }, "ungrounded"],
  ["a large one", { size: "large" }, "good"],
])("%s: %j is %s", (said, given, label) => {
  expect(labelsOf([caller(said), agent("", use("book_table", given))])).toEqual([label]);
});

test("one tool call's arguments are no witness for those made beside it", () => {
  const turns = [
    caller("for six"),
    agent("", use("book_table", { name: "Ada" }), use("book_table", { name: "Ada" })),
  ];
  expect(labelsOf(turns)).toEqual(["ungrounded"]);
});

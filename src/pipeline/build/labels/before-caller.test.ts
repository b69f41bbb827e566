import { expect, test } from "vitest";
import { agent, caller, labelsOf, use } from "../../../../test/support/label-calls.ts";

test("whatever the agent does before the caller's first words is rejected", () => {
  const turns = [agent("Hello!"), agent("", use("book_table", {})), caller("hi"), agent("How can I help?")];
  expect(labelsOf(turns)).toEqual(["before_caller", "before_caller", "good"]);
});

test("silence is no first word", () => {
  expect(labelsOf([caller("  "), agent("Hello?"), caller("hi"), agent("Hi!")])).toEqual([
    "before_caller",
    "good",
  ]);
});

test("in a call without a caller nothing can be learnt", () => {
  expect(labelsOf([agent("Hello?"), agent("Anybody there?")])).toEqual(["before_caller", "before_caller"]);
});

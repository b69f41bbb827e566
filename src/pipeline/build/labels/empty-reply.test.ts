import { expect, test } from "vitest";
import { agent, caller, labelsOf, use } from "../../../../test/support/label-calls.ts";

test("a turn with neither words nor tool calls is rejected, even before the caller speaks", () => {
  expect(labelsOf([agent(" "), caller("hi"), agent("\n")])).toEqual(["empty_reply", "empty_reply"]);
});

test("a tool call needs no words beside it", () => {
  expect(labelsOf([caller("for six"), agent("", use("book_table", { party_size: 6 }))])).toEqual(["good"]);
});

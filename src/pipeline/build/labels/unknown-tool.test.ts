import { expect, test } from "vitest";
import { agent, book, caller, labelsOf, use } from "../../../../test/support/label-calls.ts";

const turns = [caller("for six"), agent("", use("reserve", { party_size: 6 }))];

test("a tool that the call had not is unknown", () => {
  expect(labelsOf(turns, [book])).toEqual(["unknown_tool"]);
});

test("where nothing is known of the tools no name is wrong", () => {
  expect(labelsOf(turns, [])).toEqual(["good"]);
});

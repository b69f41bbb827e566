import { expect, test } from "vitest";
import { agent, caller, labelsOf, use } from "../../../../test/support/label-calls.ts";

test("the log's flag is enough", () => {
  const toolCall = { ...use("book_table", { party_size: 6 }), succeeded: false };
  expect(labelsOf([caller("for six"), agent("", toolCall)])).toEqual(["failed"]);
});

test("a flag that says success doesn't hide a body that says failure", () => {
  const toolCall = {
    ...use("book_table", { party_size: 6 }, { success: false, error: "down" }),
    succeeded: true,
  };
  expect(labelsOf([caller("for six"), agent("", toolCall)])).toEqual(["failed"]);
});

import { expect, test } from "vitest";
import { agent, caller, labelsOf, use } from "../../../../test/support/label-calls.ts";

test.each<[string | null, boolean | null, string]>([
  [null, null, "unfinished"],
  [null, true, "good"],
  [null, false, "failed"],
  ["IN_PROGRESS", null, "unfinished"],
  ['"CANCELLED"', null, "unfinished"],
  ["", null, "good"],
  ["null", null, "good"],
  ["COMPLETED", null, "good"],
])("the result %j with the flag %j is %s", (result, succeeded, label) => {
  const toolCall = { ...use("book_table", { party_size: 6 }), result, succeeded };
  expect(labelsOf([caller("for six"), agent("", toolCall)])).toEqual([label]);
});

import { expect, test } from "vitest";
import { agent, caller, labelsOf } from "../../../../test/support/label-calls.ts";

test.each([
  ["We have a special on \u2014", "interrupted"],
  ["We have a special on\u2013 ", "interrupted"],
  ["We have a special on --", "interrupted"],
  ["We have a special on-", "good"],
  ["A table for two \u2014 of course!", "good"],
  ["Let me see…", "good"],
])("%j is %s", (text, label) => {
  expect(labelsOf([caller("hi"), agent(text)])).toEqual([label]);
});

test("a turn that the log marks as interrupted is rejected however it ends", () => {
  expect(labelsOf([caller("hi"), { ...agent("All done."), interrupted: true }])).toEqual(["interrupted"]);
});

import { expect, test } from "vitest";
import { differsByOneSlip } from "./slips.ts";

test.each([
  ["thursday", "thursdsay", true],
  ["thursday", "thrusday", true],
  ["katherine", "catherine", true],
  ["katherine", "kathrine", true],
  ["smith", "smith", true],
  ["smith", "smythe", false],
  ["tuesday", "thursday", false],
  ["anna", "hannah", false],
])("%s and %s: one slip apart is %s", (one, other, expected) => {
  expect(differsByOneSlip(one, other)).toBe(expected);
  expect(differsByOneSlip(other, one)).toBe(expected);
});

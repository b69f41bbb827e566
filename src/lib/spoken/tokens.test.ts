import { expect, test } from "vitest";
import { cpuSeconds } from "../../../test/support/cpu-seconds.ts";
import { tokensOf } from "./tokens.ts";

test.each([
  ["That's José’s 7pm, isn't it?", ["thats", "joses", "7", "pm", "isnt", "it"]],
  ["(555) 010-1234 or 555-0132", ["555", "010-1234", "or", "555-0132"]],
  ["7:30 on 2026-03-06, the 21st", ["7:30", "on", "2026-03-06", "the", "21st"]],
  ["$1,250.50", ["1,250.50"]],
  ["j.smith@gmail.com", ["j", "smith", "gmail", "com"]],
  ["S-M-I-T-H", ["s", "m", "i", "t", "h"]],
  ["2026-03-03T12:00:00Z", ["2026-03-03", "t", "12:00:00", "z"]],
  ["apartment 17C", ["apartment", "17", "c"]],
  ["  …—!", []],
])("%s is read as its words and numbers", (text, tokens) => {
  expect(tokensOf(text)).toEqual(tokens);
});

test("a long run of one sign takes no longer than it is long", () => {
  const text = "1-".repeat(500_000);
  expect(cpuSeconds(() => tokensOf(text))).toBeLessThan(20);
});

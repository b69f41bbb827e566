import { expect, test } from "vitest";
import { denialEnd } from "./denial.ts";
import { tokensOf } from "./tokens.ts";

test.each([
  ["No, six.", "six"],
  ["um, no no, that's Smyth", "thats"],
  ["nope it's Tuesday", "its"],
  ["no, you know, eight", "eight"],
])("%s rejects, and goes on with %s", (text, next) => {
  const tokens = tokensOf(text);
  expect(tokens[denialEnd(tokens) ?? -1]).toBe(next);
});

test.each([
  "No, thanks",
  "no that's all",
  "No, that will be it",
  "no, not right now",
  "no, I'm good",
  "No.",
  "yes",
  "oh no! show me the menu",
  "never mind",
  "I know",
  "",
])("%j rejects nothing", (text) => {
  expect(denialEnd(tokensOf(text))).toBeNull();
});

import { expect, test } from "vitest";
import { closest } from "./closest.ts";

test.each([
  ["chek", "check"],
  ["biuld", "build"],
  ["pul", "pull"],
  ["build", "build"],
  ["deploy", null],
  ["", null],
])("%j means %j", (typed, meant) => {
  expect(closest(typed, ["pull", "build", "check", "demo"])).toBe(meant);
});

import { expect, test } from "vitest";
import { closest, nearestNames } from "./closest.ts";

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

test.each([
  ["exactcall", ["exact_call"]],
  ["p95", ["ttft_p95_ms"]],
  ["call_p95", ["exact_call", "ttft_p95_ms"]],
  ["nonsense", []],
  ["", []],
])("%j may mean %j", (typed, meant) => {
  expect(nearestNames(typed, ["exact_call", "ttft_p95_ms", "failed_rate"])).toEqual(meant);
});

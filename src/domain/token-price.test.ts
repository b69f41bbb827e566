import { expect, test } from "vitest";
import { dollarsOf, dollarsPerRequest } from "./token-price.ts";

// Oracles 37 and 38 of those the statistics are checked against.
test("a request costs its fresh, cached and written tokens", () => {
  const usage = { promptTokens: 1800, cachedPromptTokens: 450, completionTokens: 42, estimated: false };
  const price = { input: 1, cachedInput: 0.1, output: 4, readOn: "2026-11-27" };
  expect(dollarsOf(usage, price)).toBeCloseTo(0.001563, 6);
});

test("a rented machine costs by the hour, however little it does", () => {
  const rent = { dollarsPerHour: 2.5, requestsPerSecond: 6.5, utilisation: 0.35 };
  expect(dollarsPerRequest(rent)).toBeCloseTo(0.000305, 6);
});

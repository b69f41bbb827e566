import { expect, test } from "vitest";
import { durationMs, retryAfterMs } from "./durations.ts";
import { rateGate } from "./rate-gate.ts";

test.each([
  ["6s", 6000],
  ["1.57s", 1570],
  ["2m59.56s", 179_560],
  ["120ms", 120],
  ["1h", 3_600_000],
  ["12", 12_000],
  ["soon", null],
  ["6s later", null],
  ["", null],
  [null, null],
])("%j lasts %j ms", (text, ms) => expect(durationMs(text)).toBe(ms));

test("a wait is told in milliseconds, seconds, or as a date", () => {
  const now = Date.parse("2026-11-27T10:00:00Z");
  const told = (headers: Record<string, string>) => retryAfterMs(new Headers(headers), now);
  expect(told({ "retry-after": "2" })).toBe(2000);
  expect(told({ "retry-after-ms": "150", "retry-after": "1" })).toBe(150);
  expect(told({ "retry-after": "Fri, 27 Nov 2026 10:00:05 GMT" })).toBe(5000);
  expect(told({ "retry-after": "Fri, 27 Nov 2026 09:00:00 GMT" })).toBe(0);
  expect(told({})).toBeNull();
});

test("nobody passes while a service is closed, or has no request left until its period ends", () => {
  let now = 0;
  const gate = rateGate(() => now);
  expect(gate.pauseMs(100)).toBe(0);
  gate.close(500);
  expect(gate.pauseMs(100)).toBe(500);
  now = 500;
  gate.note(headers(2, "3s", 10_000, "1s"));
  expect([gate.pauseMs(1), gate.pauseMs(1), gate.pauseMs(1)]).toEqual([0, 0, 3000]);
  now = 3500;
  expect(gate.pauseMs(1)).toBe(0);
});

test("tokens are counted too, and an answer that was overtaken gives nothing back", () => {
  let now = 0;
  const gate = rateGate(() => now);
  gate.note(headers(100, "60s", 1000, "10s"));
  expect([gate.pauseMs(600), gate.pauseMs(600)]).toEqual([0, 10_000]);
  gate.note(headers(100, "60s", 900, "10s"));
  expect(gate.pauseMs(600)).toBe(10_000);
  now = 10_000;
  expect(gate.pauseMs(5000)).toBe(0);
});

function headers(requests: number, resetRequests: string, tokens: number, resetTokens: string): Headers {
  return new Headers({
    "x-ratelimit-remaining-requests": String(requests),
    "x-ratelimit-reset-requests": resetRequests,
    "x-ratelimit-remaining-tokens": String(tokens),
    "x-ratelimit-reset-tokens": resetTokens,
  });
}

import { describe, expect, test } from "vitest";
import { InterruptedError, UsageError } from "../../../lib/errors.ts";
import { refusalFrom, refusalOf, remoteError, shownWords } from "./refusal.ts";

const connection = { system: "together", apiKey: "tgp_v1_secret", address: "https://api.together.ai/v1" };

describe("the words of a refusal", () => {
  test.each([
    ['{"error":{"message":"Bad suffix","type":"invalid_request_error"}}', "Bad suffix"],
    ['{"error":"Bad suffix"}', "Bad suffix"],
    ['{"message":"Model not available"}', "Model not available"],
    ["<html><head><title>502 Bad Gateway</title></head></html>", "502 Bad Gateway"],
    ["plain words", "plain words"],
    ["", "no reason given"],
    ["[]", "no reason given"],
  ])("%s", (body, message) => {
    expect(refusalFrom(400, new Headers(), body).message).toBe(message);
  });

  test.each([
    ["the key tgp_v1_secret is wrong", "the key [key] is wrong"],
    ["Authorization: Bearer abc.def", "Authorization: Bearer [key]"],
    [`got "${"a caller's sentence ".repeat(4)}" on line 3`, 'got "…" on line 3'],
    [`got "${"no end ".repeat(90)}`, 'got "…"'],
    [
      "it isn't there, and nobody knows why it wouldn't be there",
      "it isn't there, and nobody knows why it wouldn't be there",
    ],
    ["Got 'a' but available tools are: b, c", "Got 'a' but available tools are: b, c"],
    ["\u001b[31mred\u001b[0m\u0007 words", "red words"],
  ])("%j is shown as fit to be shown", (message, shown) => {
    expect(shownWords(message, connection.apiKey)).toBe(shown);
  });
});

test.each([
  [{ "retry-after": "7" }, 7000],
  [{ "retry-after-ms": "250", "retry-after": "7" }, 250],
  [{ "retry-after": "Fri, 27 Nov 2026 10:00:30 GMT", date: "Fri, 27 Nov 2026 10:00:00 GMT" }, 30_000],
  [{ "retry-after": "soon" }, undefined],
  [{}, undefined],
])("%j asks to wait %s ms", (headers, ms) => {
  expect(refusalFrom(429, new Headers(headers), "").retryAfterMs).toBe(ms);
});

test.each([
  [401, "Invalid API key provided", false, "TOGETHER_API_KEY was refused"],
  [401, "This job would exceed your free trial credits", false, "add credit"],
  [402, "insufficient_balance", false, "add credit"],
  [403, "endpoints_v1_create_access_disabled", false, "may not do this"],
  [404, "Fine-tune job not found", false, "check the id"],
  [413, "too large", false, "larger than the service takes"],
  [429, "too many", true, "wait"],
  [500, "oh no", true, undefined],
])("%i %s: retryable %s, advice %s", (status, message, retryable, advice) => {
  const headers = new Headers({ "x-request-id": "req-1" });
  const error = remoteError("POST /fine-tunes", refusalFrom(status, headers, message), connection);
  expect(error).toMatchObject({ system: "together", status, requestId: "req-1", retryable });
  expect(error.message).toContain(`together: POST /fine-tunes: ${status} ${message}`);
  if (advice === undefined) expect(error.advice).toBeUndefined();
  else expect(error.advice).toContain(advice);
});

test.each([
  ["ECONNREFUSED", "nothing answers at this address"],
  ["ENOTFOUND", "the name of the server isn't known"],
  ["ECONNRESET", "the connection was cut"],
  ["UND_ERR_HEADERS_TIMEOUT", "no answer in time"],
  ["EWHATEVER", "the connection failed (EWHATEVER)"],
])("%s is told in words", (code, words) => {
  const cause = Object.assign(new Error("deep"), { code });
  const error = remoteError("GET /files", refusalOf(new TypeError("fetch failed", { cause })), connection);
  expect(error).toMatchObject({ retryable: true, status: undefined });
  expect(error.message).toBe(`together: GET /files: ${words}`);
});

test("a body that its reader won't send is the reader's error, and no failed connection", () => {
  const changed = new UsageError("the file was changed");
  expect(() => refusalOf(new TypeError("fetch failed", { cause: changed }))).toThrow(changed);
});

test("what is no failed request passes through untouched", () => {
  for (const error of [new InterruptedError("stop"), new RangeError("a bug")])
    expect(() => refusalOf(error)).toThrow(error);
});

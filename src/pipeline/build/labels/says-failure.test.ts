import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../../lib/json.ts";
import { saysFailure } from "./says-failure.ts";

describe("a failure", () => {
  test.each<Json>([
    { success: false },
    { ok: false, reason: "rate limited" },
    { booked: false },
    { status: "error", message: "service unavailable" },
    { status: "FAILED" },
    { status: "timed_out" },
    { error: "upstream timed out" },
    { error: { code: "ECONNRESET" } },
    { errors: [{ field: "date" }] },
    { error_message: "no such table" },
    { statusCode: 500, body: "Internal Server Error" },
    { status: 404 },
    { http_status: "503" },
    { result: { success: false, error: "read only" } },
    { data: null, error: "timeout" },
    { item: { Message: "Reservation Failed" } },
    { item: { ReservationStatus: "Reservation Failed", id: 75 } },
    { message: "Failed to reach the calendar" },
    { status: "declined", reason: "insufficient funds" },
    { status: "Rejected" },
    { message: "Your card was declined." },
  ])("%j", (body) => {
    expect(saysFailure(JSON.stringify(body), "create_booking")).toBe(true);
  });

  test.each([
    ["renew_book", { renewed: false, reason: "reserved by another reader" }],
    ["transfer_to_human", { transferred: false, message: "line busy" }],
    ["submitReading", { submitted: false }],
    ["cancel_order", { result: { cancelled: false } }],
  ])("of %s is %j, its own verb denied", (name, body) => {
    expect(saysFailure(JSON.stringify(body), name)).toBe(true);
  });

  test.each([
    ["transfer_to_human", { transferred: false, queue_position: 4 }],
    ["update_order", { id: 4, cancelled: false }],
    ["add_guest", { id: 4, address_verified: false }],
    ["check_payment", { status: "declined" }],
    ["get_booking", { cancelled: false }],
  ])("of %s is not %j", (name, body) => {
    expect(saysFailure(JSON.stringify(body), name)).toBe(false);
  });

  test.each([
    "Error: request failed with status code 503",
    '"TypeError: x is undefined"',
    "psycopg2.OperationalError: no connection",
    "Traceback (most recent call last):",
    "timeout",
    "500 Internal Server Error",
    "HTTP 502",
  ])("%s", (text) => {
    expect(saysFailure(text, "create_booking")).toBe(true);
  });
});

describe("an answer", () => {
  test.each<Json>([
    { available: false },
    { available: false, alternatives: ["19:30"] },
    { slots: [] },
    [],
    { found: false },
    { exists: false, valid: false },
    { open: false },
    { item: { Message: "Unavailable" } },
    { item: { Message: "That time is unavailable. Please try another time." } },
    { message: "No free slots on Tuesday" },
    { success: true, error: null },
    { success: true, errors: [] },
    { ok: true, error: "", error_count: 0 },
    { error: false },
    { error: "none" },
    { status: "ok" },
    { status: "confirmed", code: 4512 },
    { order: { status: "failed" }, id: 7 },
    { total: 450, balance: 500 },
    { transferred: false, queue_position: 4 },
    { name: "Error Coffee Bar" },
    null,
    true,
    500,
  ])("%j", (body) => {
    expect(saysFailure(JSON.stringify(body), "create_booking")).toBe(false);
  });

  test.each(["Booked for 7 pm.", "No errors found", "The table is free.", "", "COMPLETED"])("%j", (text) => {
    expect(saysFailure(text, "create_booking")).toBe(false);
  });

  test.each<Json>([
    { success: false, message: "No availability at 7 pm" },
    { success: false, error: "customer not found" },
    { payment_status: "Payment failed" },
  ])("of a tool that only asks: %j", (body) => {
    expect(saysFailure(JSON.stringify(body), "check_availability")).toBe(false);
    expect(saysFailure(JSON.stringify(body), "create_booking")).toBe(true);
  });

  test("a tool that only asks can break as any other", () => {
    expect(saysFailure('{"success":false,"error":"service unavailable"}', "check_availability")).toBe(true);
  });
});

test("no body makes it throw", () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), fc.string(), (text, name) => {
      expect(typeof saysFailure(text, name)).toBe("boolean");
    }),
  );
});

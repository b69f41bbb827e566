import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../lib/json.ts";
import { inferComparator } from "./infer-comparator.ts";

test.each<[string, JsonObject, string, string]>([
  ["size", { type: "string", enum: ["S", "M"] }, "exact", "the enum"],
  ["kind", { const: "table" }, "exact", "the enum"],
  ["outdoor", { type: "boolean" }, "exact", "the type"],
  ["party_size", { type: "integer" }, "number", "the type"],
  ["due", { type: "string", format: "date" }, "date", "the format"],
  ["when", { type: "string", format: "date-time" }, "date-time", "the format"],
  ["ref", { type: "string", format: "uuid" }, "id", "the format"],
])("%s with %j is compared as %s, by %s", (name, schema, comparator, because) => {
  expect(inferComparator([name], [schema])).toEqual({ comparator, because });
});

describe("a text's comparator is guessed from its name", () => {
  test.each([
    ["phone_number", "phone"],
    ["callbackNumber", "phone"],
    ["email_address", "email"],
    ["pickup_date", "date"],
    ["appointment_date", "date"],
    ["dropoff_time", "time"],
    ["start_datetime", "date-time"],
    ["dateTime", "date-time"],
    ["appointment_slot", "date-time"],
    ["duration", "duration"],
    ["zip_code", "code"],
    ["licensePlate", "code"],
    ["account_number", "code"],
    ["pickup_location", "address"],
    ["street", "address"],
    ["number_of_guests", "number"],
    ["total_amount", "number"],
    ["customer_name", "person"],
    ["stylist_name", "person"],
    ["movie_name", "item"],
    ["toppings", "item"],
    ["order_id", "id"],
    ["phone_number_id", "id"],
    ["special_requests", "text"],
    ["reason", "text"],
    ["city", "plain"],
    ["genre", "plain"],
  ])("%s: %s", (name, comparator) => {
    expect(inferComparator(["order", name], [{ type: "string" }]).comparator).toBe(comparator);
  });
});

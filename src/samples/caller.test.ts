import { expect, test } from "vitest";
import { seededRandom } from "../lib/seeded-random.ts";
import { callerKeyOf, drawCaller, luhnCheckDigit } from "./caller.ts";

const callers = Array.from({ length: 400 }, (_, index) => drawCaller("callers", String(index)));

test("a caller is the same each time", () => {
  expect(drawCaller("callers", "7")).toEqual(callers[7]);
});

test("another seed is another person", () => {
  expect(drawCaller("others", "7")).not.toEqual(callers[7]);
});

test.each([
  ["424242424242424", "2"],
  ["411111111111111", "1"],
  ["555555555555444", "4"],
])("the check digit of %s is %s", (body, digit) => expect(luhnCheckDigit(body)).toBe(digit));

test("cards pass Luhn's check", () => {
  for (const { card } of callers) {
    expect(card).toMatch(/^\d{16}$/);
    expect(luhnCheckDigit(card.slice(0, -1))).toBe(card.at(-1));
  }
});

test("numbers are dialable, and never of the exchange that is left to invented ones", () => {
  for (const { number, otherNumber } of callers) {
    for (const each of [number, otherNumber]) {
      expect(each).toMatch(/^\+(?:1[2-9]\d{2}[2-9]\d{6}|447[4-8]\d{8})$/);
      expect(each.slice(5, 8)).not.toBe("555");
    }
  }
});

test("account numbers carry their check digits", () => {
  const accounts = callers.map(({ bankAccount }) => bankAccount);
  for (const account of accounts) {
    if ("iban" in account) {
      const moved = `${account.iban.slice(4)}1314${account.iban.slice(2, 4)}`;
      expect(BigInt(moved) % 97n).toBe(1n);
      continue;
    }
    const sum = [...account.routing].reduce(
      (total, digit, index) => total + Number(digit) * ([3, 7, 1][index % 3] ?? 0),
      0,
    );
    expect(account.routing).toMatch(/^\d{9}$/);
    expect(sum % 10).toBe(0);
  }
  expect(accounts.some((account) => "iban" in account)).toBe(true);
  expect(accounts.some((account) => "routing" in account)).toBe(true);
});

test("birth dates are dates", () => {
  for (const { birthDate } of callers) {
    expect(new Date(`${birthDate}T00:00:00Z`).toISOString().slice(0, 10)).toBe(birthDate);
  }
});

test("names are of hundreds, and some are words too", () => {
  const names = new Set(callers.map(({ firstName, lastName }) => `${firstName} ${lastName}`));
  expect(names.size).toBeGreaterThan(390);
});

test("regulars call again, at the same rate early and late", () => {
  const random = seededRandom("keys");
  for (const from of [0, 500_000]) {
    const keys = Array.from({ length: 2000 }, (_, index) => callerKeyOf("keys", from + index, random, 0.35));
    const again = keys.length - new Set(keys).size;
    expect(again / keys.length).toBeGreaterThan(0.1);
    expect(again / keys.length).toBeLessThan(0.4);
  }
});

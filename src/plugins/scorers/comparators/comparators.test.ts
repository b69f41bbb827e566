import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { context, different, same } from "../../../../test/support/comparator-rows.ts";
import type { Json } from "../../../lib/json.ts";
import type { ComparingContext } from "./comparator.ts";
import { type ComparatorName, comparators } from "./index.ts";

test("there are verdicts enough, and half of them are that values differ", () => {
  expect(same.length + different.length).toBeGreaterThanOrEqual(200);
  expect(different.length).toBeGreaterThanOrEqual(100);
});

test.each(same)("as %s, %j is %j", (name, expected, given) => {
  expect(isSame(name, expected, given)).toBe(true);
});

test.each(different)("as %s, %j is not %j", (name, expected, given) => {
  expect(isSame(name, expected, given)).toBe(false);
});

describe("without the day of the call", () => {
  const unknown: ComparingContext = { ...context, today: null };

  test("a relative day is only words, a whole date is still a day", () => {
    expect(comparators.date.same("2026-03-05", "tomorrow", unknown)).toBe(false);
    expect(comparators.date.same("Tomorrow", "tomorrow", unknown)).toBe(true);
    expect(comparators.date.same("2026-03-05", "March 5, 2026", unknown)).toBe(true);
    expect(comparators.date.same("2026-03-05", "March 5", unknown)).toBe(false);
  });
});

describe("another country", () => {
  const british: ComparingContext = { ...context, country: "GB" };

  test("writes the day first, has its own prefix and its own money", () => {
    expect(comparators.date.same("2026-03-05", "5/3/2026", british)).toBe(true);
    expect(comparators.date.same("2026-03-05", "3/5/2026", british)).toBe(false);
    expect(comparators.phone.same("+442079460018", "020 7946 0018", british)).toBe(true);
    expect(comparators.number.same("60", "sixty quid", british)).toBe(true);
    expect(comparators.number.same("60", "$60", british)).toBe(false);
  });
});

describe.each(Object.keys(comparators) as ComparatorName[])("%s", (name) => {
  const values = [...same, ...different].flatMap(([, expected, given]) => [expected, given]);
  const anyValue = fc.oneof(fc.constantFrom(...values), fc.jsonValue() as fc.Arbitrary<Json>);

  test("finds every value the same as itself, in either order", () => {
    fc.assert(
      fc.property(anyValue, anyValue, (one, other) => {
        expect(isSame(name, one, one)).toBe(true);
        expect(isSame(name, one, other)).toBe(isSame(name, other, one));
      }),
      { numRuns: 300 },
    );
  });
});

test("a changed digit never matches", () => {
  const numeric = ["phone", "date", "time", "number", "code", "id", "plain"] as const;
  const originals: Record<(typeof numeric)[number], string> = {
    phone: "+14155550132",
    date: "2026-03-14",
    time: "19:25",
    number: "1234.5",
    code: "AB1234",
    id: "order-1234",
    plain: "room 1234",
  };
  fc.assert(
    fc.property(fc.constantFrom(...numeric), fc.nat(20), fc.nat(9), (name, place, digit) => {
      const original = originals[name];
      if (!/\d/.test(original.charAt(place)) || original.charAt(place) === String(digit)) return;
      const changed = original.slice(0, place) + digit + original.slice(place + 1);
      expect(isSame(name, original, changed)).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

function isSame(name: ComparatorName, expected: Json, given: Json): boolean {
  return comparators[name].same(expected, given, context);
}

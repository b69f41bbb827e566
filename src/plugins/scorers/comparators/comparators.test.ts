import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../../lib/json.ts";
import { dayOfIso } from "../../../lib/spoken/days.ts";
import type { ComparingContext } from "./comparator.ts";
import { type ComparatorName, comparators } from "./index.ts";

type Row = readonly [comparator: ComparatorName, expected: Json, given: Json];

/** The call began on Wednesday, 4 March 2026, in the United States. */
const context: ComparingContext = { today: dayOfIso("2026-03-04"), country: "US", rule: {} };

const same: readonly Row[] = [
  ["phone", "+14155550132", "(415) 555-0132"],
  ["phone", "+14155550132", "415.555.0132"],
  ["phone", "+14155550132", "1 415 555 0132"],
  ["phone", "4155550132", "four one five, five five five, oh one three two"],
  ["phone", "4155550132", "four one five triple five oh one three two"],
  ["phone", "8005552200", "eight hundred, five five five, twenty two hundred"],
  ["phone", "+442079460018", "0044 20 7946 0018"],
  ["phone", "+442079460018", "+44 (0)20 7946 0018"],
  ["phone", "555-0132", "5550132"],
  ["phone", "+14155550132 ext 12", "415-555-0132 x12"],
  ["email", "jo.smith@acme.com", "Jo.Smith@Acme.com"],
  ["email", "jo.smith@acme.com", "jo dot smith at acme dot com"],
  ["email", "j_s@gmail.com", "j underscore s at gmail dot com"],
  ["email", "jan-7@hotmail.com", "jan dash seven at hotmail dot com"],
  ["email", "jo+x@acme.com", "jo plus x at acme dot com"],
  ["date", "2026-03-05", "March 5, 2026"],
  ["date", "2026-03-05", "the fifth of March"],
  ["date", "2026-03-05", "tomorrow"],
  ["date", "2026-03-06", "this Friday"],
  ["date", "2026-03-06", "the day after tomorrow"],
  ["date", "2026-03-06", "Friday, March 6th"],
  ["date", "2026-03-06", "Friday the 6th"],
  ["date", "2026-03-05", "3/5/2026"],
  ["date", "2026-03-05", "03/05"],
  ["date", "2026-03-25", "25/3/2026"],
  ["date", "2026-03-05", "5.3.2026"],
  ["date", "2027-01-02", "January 2nd"],
  ["date", "1984-07-04", "July 4, nineteen eighty four"],
  ["date", "2026-03-18", "in two weeks"],
  ["date", "next Friday", "next friday"],
  ["date", "2026-03-14", "the 14th of this month"],
  ["date", "2026-03-06", "Friday this week"],
  ["date", "2026-03-04", "later today"],
  ["date", "2026-03-13", "a week from Friday"],
  ["date", "2026-12-24", "Christmas Eve"],
  ["time", "19:30", "7:30 PM"],
  ["time", "19:30", "half past seven in the evening"],
  ["time", "19:30", "seven thirty p.m."],
  ["time", "19:00:00", "7pm"],
  ["time", "12:00", "noon"],
  ["time", "00:00", "midnight"],
  ["time", "24:00", "00:00"],
  ["time", "16:45", "quarter to five in the afternoon"],
  ["time", "14:05", "two oh five pm"],
  ["time", "half past seven", "7:30"],
  ["time", "07:15", "a quarter past seven in the morning"],
  ["time", "19:00", "around 7 pm"],
  ["date-time", "2026-03-05T09:00-08:00", "2026-03-05T17:00Z"],
  ["date-time", "2026-03-05T19:00", "2026-03-05 19:00:00"],
  ["date-time", "2026-03-05T19:00", "tomorrow at seven pm"],
  ["date-time", "2026-03-05T15:30", "tomorrow at half past three in the afternoon"],
  ["duration", "PT90M", "PT1H30M"],
  ["duration", "PT1H30M", "an hour and a half"],
  ["duration", "PT2H30M", "two and a half hours"],
  ["duration", "PT30M", "half an hour"],
  ["duration", "P14D", "two weeks"],
  ["duration", "90 minutes", "1h 30m"],
  ["number", "42", "forty two"],
  ["number", "1500", "fifteen hundred"],
  ["number", "105", "a hundred and five"],
  ["number", "2.5", "two and a half"],
  ["number", "1,250.00", "1250"],
  ["number", "$15", "15 dollars"],
  ["number", "25000000", "twenty five million"],
  ["number", "-3", "minus three"],
  ["number", "12", "a dozen"],
  ["number", 15, 15.0],
  ["code", "AB123", "ab-123"],
  ["code", "AB1234", "A B one two three four"],
  ["code", "AB12", "A as in apple, B as in boy, one two"],
  ["code", "LX70HGD", "lima x-ray seven zero hotel golf delta"],
  ["code", "02139", "zero two one three nine"],
  ["code", "5535", "double five three five"],
  ["code", "M", "M like Mike"],
  ["id", "latte-8824", " latte-8824 "],
  ["address", "12 Oak St Apt 4", "12 Oak Street #4"],
  ["address", "12 oak street", "Twelve Oak St."],
  ["address", "123 Main St", "one twenty three main street"],
  ["address", "5083 N Pearl Dr, Unit 9", "5083 North Pearl Drive, apartment 9"],
  ["address", "9 NW 5th Ave", "9 Northwest Fifth Avenue"],
  ["address", "1 Elm Rd, Austin, Texas", "1 Elm Road, Austin TX"],
  ["address", "7 St James Street", "7 Saint James St"],
  ["address", "400 Broad Blvd Suite 12", "400 Broad Boulevard, Ste 12"],
  ["person", "Smyth", "S M Y T H"],
  ["person", "Smyth", "Smith, S M Y T H"],
  ["person", "Smyth", "S-M-Y-T-H"],
  ["person", "O'Brien", "O\u2019BRIEN"],
  ["person", "José García", "Jose Garcia"],
  ["person", "Dr. Ann Lee", "Ann Lee"],
  ["person", "Ann Lee", "Lee, Ann"],
  ["person", "McDonald", "Mc Donald"],
  ["person", "Mary-Ann Jones", "mary ann jones"],
  ["person", "Zoë", "Zoe\u0308"],
  ["item", "latte", "a latte"],
  ["item", "Margherita pizza", "margherita pizzas"],
  ["item", "two lattes", "2 lattes"],
  ["item", "deep_cleaning", "Deep Cleaning"],
  ["item", "mac & cheese", "mac and cheese"],
  ["item", "cherry", "the cherries"],
  ["item", "ice cream", "icecream"],
  ["text", "leave at door", "Please leave it by the door."],
  ["text", "sink leaks under cabinet", "The sink leaks under the cabinet"],
  ["text", "no nuts", "Without nuts, please"],
  ["plain", "San Francisco", " san  francisco."],
  ["plain", "“Deluxe”", '"deluxe"'],
  ["plain", "naïve", "nai\u0308ve"],
  ["exact", "checking", "checking"],
  ["exact", true, true],
  ["exact", { a: 1, b: 2 }, { b: 2, a: 1 }],
  ["ignore", "anything", 7],
];

const different: readonly Row[] = [
  ["phone", "+14155550132", "+14155550123"],
  ["phone", "+14155550132", "5550132"],
  ["phone", "+442079460018", "+12079460018"],
  ["phone", "+14155550132 ext 12", "+14155550132"],
  ["phone", "+14155550132", "+1415555013"],
  ["phone", "5535", "5355"],
  ["phone", "+14155550132", "one eight hundred flowers"],
  ["phone", "+14155550132", 14155550132],
  ["email", "jo.smith@acme.com", "josmith@acme.com"],
  ["email", "jo+x@acme.com", "jo@acme.com"],
  ["email", "jo_smith@acme.com", "jo smith@acme.com"],
  ["email", "jo@acme.com", "jo@acme.co"],
  ["email", "jo@acme.com", "joe@acme.com"],
  ["email", "jo-smith@acme.com", "jo_smith@acme.com"],
  ["date", "2026-03-05", "2026-05-03"],
  ["date", "2026-03-05", "2025-03-05"],
  ["date", "2026-03-06", "tomorrow"],
  ["date", "2026-03-06", "next Friday"],
  ["date", "2026-03-06", "Thursday"],
  ["date", "2024-1-12", "2024-11-2"],
  ["date", "2026-03-05", "5/3/2026"],
  ["date", "2026-03-06", "Friday the 13th"],
  ["date", "2026-03-06", "not Friday"],
  ["date", "2026-03-14", "the 14th of next month"],
  ["date", "2026-03-06", "Friday next week"],
  ["date", "2026-03-06", "by Friday"],
  ["date", "2026-03-06", "Friday or Saturday"],
  ["date", "2026-03-05", "soon"],
  ["date", "2026-03-05", "2026-03-05T19:00"],
  ["date", "2026-02-28", "2026-02-29"],
  ["time", "19:00", "07:00"],
  ["time", "19:30", "half past seven in the morning"],
  ["time", "19:30", "7:30"],
  ["time", "15:30", "14:30"],
  ["time", "19:30", "19:31"],
  ["time", "7:30", "730 people"],
  ["time", "17:15", "quarter to five in the afternoon"],
  ["time", "19:00", "after 7pm"],
  ["time", "19:00", "7 pm EST"],
  ["time", "19:00", "before seven in the evening"],
  ["time", "19:00", "19:00:30"],
  ["time", "12:00", "midnight"],
  ["date-time", "2026-03-05T09:00", "2026-03-05T09:00Z"],
  ["date-time", "2026-03-05T09:00-08:00", "2026-03-05T09:00Z"],
  ["date-time", "2026-03-05T19:00", "2026-03-06T19:00"],
  ["date-time", "2026-03-05T19:00", "tomorrow at seven in the morning"],
  ["date-time", "2026-03-05T19:00", "tomorrow"],
  ["duration", "PT90M", "PT90S"],
  ["duration", "P1M", "P30D"],
  ["duration", "PT1M", "P1M"],
  ["duration", "PT2H30M", "two hours"],
  ["number", "13", "thirty"],
  ["number", "1.5", "15"],
  ["number", "15", "1500"],
  ["number", "-20", "20"],
  ["number", "0.2", "20"],
  ["number", "20", "20%"],
  ["number", "$15", "15 euros"],
  ["number", "205", "two and five"],
  ["number", 2, "2"],
  ["number", 100, 101],
  ["number", 1, true],
  ["code", "AB123", "AB12E"],
  ["code", "O0I1", "00I1"],
  ["code", "02139", "2139"],
  ["code", "AB123", "AB132"],
  ["code", "M", "N"],
  ["code", "A1", "A11"],
  ["id", "ab-123", "AB123"],
  ["id", "cus_aB", "cus_Ab"],
  ["id", "A-1", "A1"],
  ["id", "12345678901234567890", 12345678901234567000],
  ["address", "12 Oak St", "12 Oak Ave"],
  ["address", "12 Oak St", "21 Oak St"],
  ["address", "12 Oak St Apt 4", "12 Oak St"],
  ["address", "12 Oak St Apt 4", "12 Oak St Apt 14"],
  ["address", "12 N Oak St", "12 S Oak St"],
  ["address", "12 Oak St Apt 4", "12 Oak St Suite 4"],
  ["address", "12 5th Ave", "125 Ave"],
  ["address", "1 Elm Rd, Austin TX", "1 Elm Rd, Austin OK"],
  ["address", "12 Oak Street", "12 Oak Hill Street"],
  ["person", "Smyth", "Smith"],
  ["person", "Peter", "Peters"],
  ["person", "Ann Lee", "Lee Ann"],
  ["person", "Jon", "John"],
  ["person", "Ann Lee", "Ann"],
  ["person", "Catherine", "Kathryn"],
  ["person", "Kim", "Tim"],
  ["person", "かな", "がな"],
  ["item", "decaf latte", "latte"],
  ["item", "two lattes", "three lattes"],
  ["item", "Pepperoni pizza", "Pepper pizza"],
  ["item", "flat white", "latte"],
  ["item", "diet coke", "coke"],
  ["text", "no nuts", "nuts"],
  ["text", "deliver at 5", "deliver at 6"],
  ["text", "leave at door", "call on arrival"],
  ["text", "gate code 4411", "gate code 4114"],
  ["text", "window seat", "aisle seat"],
  ["plain", "San Francisco", "SF"],
  ["plain", "current account", "checking"],
  ["plain", "A-1", "A1"],
  ["plain", "AMZN", '["AMZN"]'],
  ["plain", "5", 5],
  ["exact", "checking", "Checking"],
  ["exact", "last_month", "last_3_months"],
  ["exact", true, "true"],
  ["exact", false, null],
  ["exact", null, "null"],
];

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

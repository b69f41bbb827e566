import fc from "fast-check";
import { expect, test } from "vitest";
import { dayInMonth, dayOf, dayOfIso, isoDay, monthsLater, weekdayOf } from "./days.ts";
import { readingsOf } from "./readings-of.ts";

/** Wednesday, 4 March 2026. */
const wednesday = dayOf(2026, 3, 4) ?? 0;

test.each([
  ["today", ["2026-03-04"]],
  ["tomorrow", ["2026-03-05"]],
  ["the day after tomorrow", ["2026-03-06"]],
  ["Friday", ["2026-03-06"]],
  ["next Friday", ["2026-03-06", "2026-03-13"]],
  ["next Monday", ["2026-03-09", "2026-03-16"]],
  ["Wednesday", ["2026-03-04", "2026-03-11"]],
  ["a week from Friday", ["2026-03-13"]],
  ["this weekend", ["2026-03-07", "2026-03-08"]],
  ["in three days", ["2026-03-07"]],
  ["two weeks from now", ["2026-03-18"]],
  ["a week from today", ["2026-03-11"]],
  ["the fifteenth of March 2026", ["2026-03-15"]],
  ["March third nineteen eighty four", ["1984-03-03"]],
  ["2026-03-06", ["2026-03-06"]],
  ["3/6/2026", ["2026-03-06", "2026-06-03"]],
  ["25.12.2026", ["2026-12-25"]],
])("%s is %j", (text, dates) => {
  expect(readingsOf(text, "date", [wednesday])).toEqual(dates);
});

test.each([
  ["March 12th", "2026-03-12"],
  ["the 21st", "2026-03-21"],
  ["the first", "2026-04-01"],
  ["2 March", "2027-03-02"],
])("%s is first of all the coming one, %s", (text, date) => {
  expect(readingsOf(text, "date", [wednesday])[0]).toBe(date);
});

test.each(["", "someday", "2026-02-30", "31/31/2026", "may I", "a week"])("%j is no date", (text) => {
  expect(readingsOf(text, "date", [wednesday])).toEqual([]);
});

test("days count as the calendar does, over sixteen centuries", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("0600-01-01"), max: new Date("2200-01-01"), noInvalidDate: true }),
      (date) => {
        const iso = date.toISOString().slice(0, 10);
        const day = dayOfIso(iso) ?? Number.NaN;
        expect(isoDay(day)).toBe(iso);
        expect(day).toBe(Math.floor(date.getTime() / 86_400_000));
        expect(weekdayOf(day)).toBe(date.getUTCDay());
      },
    ),
  );
});

test("a month later than the 31st is the month's last day", () => {
  expect(isoDay(monthsLater(dayOf(2026, 1, 31) ?? 0, 1))).toBe("2026-02-28");
  expect(dayInMonth(dayOf(2026, 1, 31) ?? 0, 1, 30)).toBeNull();
});

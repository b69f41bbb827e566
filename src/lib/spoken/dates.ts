import { type Day, dayInMonth, dayOf, monthsLater, type SpokenDate, weekdayOf, yearOf } from "./days.ts";
import { months, weekdays } from "./lexicon.ts";
import { namedDayAt } from "./named-days.ts";
import { numberAt, saysNumber } from "./numbers.ts";
import { writtenDateAt } from "./written-dates.ts";

const offsets: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["todays", 0],
  ["tonight", 0],
  ["tomorrow", 1],
  ["tomorrows", 1],
  ["tmrw", 1],
  ["yesterday", -1],
]);
/** "The third floor" is no day. */
const countedNouns: ReadonlySet<string> = new Set(
  "floor level row street avenue gear grade year storey story question option item unit time attempt".split(
    " ",
  ),
);
const nextWords: ReadonlySet<string> = new Set(["next", "following", "after"]);
const spans: ReadonlyMap<string, { readonly days: number; readonly months: number }> = new Map([
  ["day", { days: 1, months: 0 }],
  ["days", { days: 1, months: 0 }],
  ["week", { days: 7, months: 0 }],
  ["weeks", { days: 7, months: 0 }],
  ["fortnight", { days: 14, months: 0 }],
  ["month", { days: 0, months: 1 }],
  ["months", { days: 0, months: 1 }],
]);

/** The date that starts at this token, read on the day `today`; null where none does. */
export function dateAt(tokens: readonly string[], index: number, today: Day): SpokenDate | null {
  if (saysNumber(tokens[index] ?? "")) return dateOfNumber(tokens, index, today);
  return (
    namedDayAt(tokens, index, today) ??
    relativeDay(tokens, index, today) ??
    weekdayAt(tokens, index, today) ??
    monthThenDay(tokens, index, today) ??
    spanAt(tokens, index, today)
  );
}

/** No day's name and no month says a number, so the readers of those needn't be asked, nor the other way round. */
function dateOfNumber(tokens: readonly string[], index: number, today: Day): SpokenDate | null {
  const written = writtenDateAt(tokens, index, today);
  if (written !== null) return written;
  const number = numberAt(tokens, index);
  if (number === null) return null;
  const next = tokens[number.end] ?? "";
  const isCount = !number.ordinal && next !== "of" && !months.has(next) && !spans.has(next);
  // "one hundred days" is one and a hundred to the reader of spans.
  if (isCount && tokens[index] !== "one") return null;
  return (
    dayThenMonth(tokens, index, today) ?? dayOfMonth(tokens, index, today) ?? spanAt(tokens, index, today)
  );
}

function relativeDay(tokens: readonly string[], index: number, today: Day): SpokenDate | null {
  const token = tokens[index] ?? "";
  if (token === "day" && tokens[index + 1] === "after" && tokens[index + 2] === "tomorrow")
    return { days: [today + 2], end: index + 3 };
  if (token === "day" && tokens[index + 1] === "before" && tokens[index + 2] === "yesterday")
    return { days: [today - 2], end: index + 3 };
  const offset = offsets.get(token);
  if (offset !== undefined) return { days: [today + offset], end: index + 1 };
  const thisDay = token === "this" && /^(?:morning|afternoon|evening|day)$/.test(tokens[index + 1] ?? "");
  return thisDay ? { days: [today], end: index + 2 } : null;
}

/** "Friday", "this Friday", "next Friday", "Friday next week", "a week from Friday". */
function weekdayAt(tokens: readonly string[], index: number, today: Day): SpokenDate | null {
  const weekday = weekdays.get(tokens[index] ?? "");
  if (weekday === undefined) return weekendAt(tokens, index, today);
  const nearest = nextWeekday(today, weekday);
  const before = tokens[index - 1] ?? "";
  const after = tokens[index + 1] ?? "";
  if (before === "last" || before === "past")
    return { days: nearest === today ? [today - 7] : [nearest - 7, nearest - 14], end: index + 1 };
  if (after === "week") return { days: [nearest + 7], end: index + 2 };
  if (before === "from" && tokens[index - 2] === "week") return { days: [nearest + 7], end: index + 1 };
  if (nextWords.has(before) || after === "next") {
    // Some mean the coming one, some the one of next calendar week, some a week after the coming one.
    const ofNextWeek = today - ((weekdayOf(today) + 6) % 7) + 7 + ((weekday + 6) % 7);
    return { days: [...new Set([nearest, ofNextWeek, nearest + 7])], end: index + 1 };
  }
  return { days: nearest === today ? [nearest, nearest + 7] : [nearest], end: index + 1 };
}

function weekendAt(tokens: readonly string[], index: number, today: Day): SpokenDate | null {
  if (tokens[index] !== "weekend") return null;
  const saturday = nextWeekday(today, 6);
  const coming = weekdayOf(today) === 0 ? [today, saturday, saturday + 1] : [saturday, saturday + 1];
  const next = tokens[index - 1] === "next" ? [saturday + 7, saturday + 8] : [];
  return { days: [...coming, ...next], end: index + 1 };
}

function nextWeekday(today: Day, weekday: number): Day {
  return today + ((weekday - weekdayOf(today) + 7) % 7);
}

/** "March 12th", "March the twelfth, nineteen eighty four". */
function monthThenDay(tokens: readonly string[], index: number, today: Day): SpokenDate | null {
  const month = months.get(tokens[index] ?? "");
  if (month === undefined) return null;
  const day = numberAt(tokens, tokens[index + 1] === "the" ? index + 2 : index + 1);
  return day === null ? null : inYear(tokens, { month, day: day.value, end: day.end }, today);
}

/** "12 March", "the twelfth of March". */
function dayThenMonth(tokens: readonly string[], index: number, today: Day): SpokenDate | null {
  const day = numberAt(tokens, index);
  if (day === null || day.value > 31) return null;
  const at = tokens[day.end] === "of" ? day.end + 1 : day.end;
  const month = months.get(tokens[at] ?? "");
  return month === undefined ? null : inYear(tokens, { month, day: day.value, end: at + 1 }, today);
}

interface MonthDay {
  readonly month: number;
  readonly day: number;
  readonly end: number;
}

/** With the year said after it, else in the years around today: the coming one first. */
function inYear(tokens: readonly string[], { month, day, end }: MonthDay, today: Day): SpokenDate | null {
  const year = yearAt(tokens, end);
  if (year !== null) {
    const exact = dayOf(year.value, month, day);
    return exact === null ? null : { days: [exact], end: year.end };
  }
  const thisYear = yearOf(today);
  const days = [thisYear, thisYear + 1, thisYear - 1].flatMap(
    (candidate) => dayOf(candidate, month, day) ?? [],
  );
  if (days.length === 0) return null;
  const coming = days.filter((candidate) => candidate >= today).sort((one, other) => one - other);
  return { days: [...coming, ...days.filter((candidate) => candidate < today)], end };
}

/** "2026", "nineteen eighty four", "twenty twenty six", "two thousand five". */
function yearAt(tokens: readonly string[], index: number): { value: number; end: number } | null {
  const first = numberAt(tokens, tokens[index] === "of" ? index + 1 : index);
  if (first === null || first.ordinal) return null;
  if (first.value >= 1900 && first.value < 2100) return { value: first.value, end: first.end };
  if (first.value !== 19 && first.value !== 20) return null;
  const zero = tokens[first.end] === "oh";
  const second = numberAt(tokens, zero ? first.end + 1 : first.end);
  if (second === null || second.ordinal || second.value > 99 || (second.value < 10 && !zero)) return null;
  return { value: first.value * 100 + second.value, end: second.end };
}

/** "the 21st", "on the eighth", "the third of next month". */
function dayOfMonth(tokens: readonly string[], index: number, today: Day): SpokenDate | null {
  const number = numberAt(tokens, index);
  if (number === null || !number.ordinal || number.value > 31) return null;
  if (countedNouns.has(tokens[number.end] ?? "")) return null;
  const near = [0, 1, 2, -1].flatMap((later) => dayInMonth(today, later, number.value) ?? []);
  const coming = near.filter((day) => day >= today);
  return { days: [...coming, ...near.filter((day) => day < today)], end: number.end };
}

/** "in three days", "two weeks from now", "a week from today", "five days ago". */
function spanAt(tokens: readonly string[], index: number, today: Day): SpokenDate | null {
  const isOne = tokens[index] === "a" || tokens[index] === "one";
  const number = isOne ? { value: 1, end: index + 1 } : numberAt(tokens, index);
  const word = number === null ? "" : (tokens[number.end] ?? "");
  const span = spans.get(word);
  if (number === null || span === undefined || !Number.isInteger(number.value)) return null;
  const direction = directionOf(tokens, index, number.end + 1);
  if (direction === null) return null;
  const amount = number.value * direction;
  const day = span.months > 0 ? monthsLater(today, amount * span.months) : today + amount * span.days;
  const isFromToday = tokens[number.end + 1] === "from";
  return { days: [day], end: number.end + (isFromToday ? 3 : 1) };
}

/** 1 for what is to come, -1 for what is past, null where a span of time is no date ("for three days"). */
function directionOf(tokens: readonly string[], start: number, end: number): 1 | -1 | null {
  const after = tokens[end] ?? "";
  if (after === "ago") return -1;
  // "a week from Friday" is read at its Friday.
  if (after === "from") return tokens[end + 1] === "now" || tokens[end + 1] === "today" ? 1 : null;
  return tokens[start - 1] === "in" || after === "away" || after === "later" || after === "time" ? 1 : null;
}

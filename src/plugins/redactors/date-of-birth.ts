import { type Day, isDay } from "./reading/calendar.ts";
import { addNamedDates, addNumericDates, type FoundDate } from "./reading/dates.ts";
import { digitsOf, findingOf, isOpaqueDigits, opaqueDigits } from "./reading/digits.ts";
import { type KnownPlace, knownNumbers } from "./reading/known-numbers.ts";
import { addOrdinalDates } from "./reading/ordinal-dates.ts";
import { readNumber } from "./reading/read-number.ts";
import { topicAt } from "./reading/topics.ts";
import type { Draw, FieldName, Finding, Form, KnownValue, Redactor, SearchedText } from "./redactor.ts";

/**
 * Dates of birth; other dates are business. Every fourth year has one reserved birthday in each call, and a surrogate
 * is one of those, of a year near the real one. The value is `1985-03-25`, `--03-25` without a year, or the bare digits where
 * the text is no date.
 */
export const dateOfBirth: Redactor = {
  about: "dates of birth in fields of that name or in talk of birth",
  entities: ["DATE_OF_BIRTH"],
  entityOf: ({ words }: FieldName) =>
    /\b(?:dob|birth ?date|birth ?day|date of birth|born|birth|dateofbirth)$/.test(words.join(" "))
      ? "DATE_OF_BIRTH"
      : null,
  read: readDate,
  find: findDates,
  findKnown: knownValues,
  isSurrogate,
  surrogate: surrogateDate,
};

const slots = [0, 1, 2, 3];

function readDate(text: SearchedText): Form | null {
  const date = datesIn(text)[0];
  if (date === undefined || !isDay(dayOf(date)) || digitsOf(text.text).length > 8) {
    return readNumber(text, "DATE_OF_BIRTH", 4);
  }
  return {
    entity: "DATE_OF_BIRTH",
    value: textOf(dayOf(date), date.year !== null),
    write: (surrogate) =>
      text.text.slice(0, date.start) + date.write(parse(surrogate)) + text.text.slice(date.end),
  };
}

function knownValues(values: readonly KnownValue[]): (text: SearchedText) => readonly Finding[] {
  const days = values.filter(({ value }) => value.includes("-"));
  const dates = indexOf(days);
  const places = knownNumbers(values.filter(({ value }) => !value.includes("-")));
  return (text) => {
    if (text.longestRun === 0) return [];
    const found = days.length === 0 ? [] : datesIn(text).flatMap((date) => knownDate(text, date, dates));
    return found.concat(knownDigits(text, places(text)));
  };
}

/** By the whole date and by month and day; of values that share a key the first. */
function indexOf(days: readonly KnownValue[]): ReadonlyMap<string, KnownValue> {
  const index = new Map<string, KnownValue>();
  for (const known of days)
    for (const key of [known.value, known.value.slice(-6)]) if (!index.has(key)) index.set(key, known);
  return index;
}

/** By their look; "2/10" alone is many things. */
function datesIn(text: SearchedText): readonly FoundDate[] {
  const found: FoundDate[] = [];
  if (text.longestRun === 0) return found;
  addNamedDates(text, found);
  addOrdinalDates(text, found);
  for (const run of text.runs) addNumericDates(text, run, found);
  return found;
}

function findDates(text: SearchedText): Finding[] {
  const found: Finding[] = [];
  if (text.longestRun === 0) return found;
  const talked = text.asked === "birth" || text.topics.some(({ topic }) => topic === "birth");
  if (!talked) return found;
  for (const date of datesIn(text)) {
    if (topicAt(text, date.first, date.last) !== "birth" || !isDay(dayOf(date))) continue;
    const value = textOf(dayOf(date), date.year !== null);
    found.push(dateFinding(date, { entity: "DATE_OF_BIRTH", value }, 0.85));
  }
  return found;
}

/**
 * A day whose month has a name may stand the other way round in an argument ("12/07/1990" for the twelfth of July): it
 * is the same day, written in its own order. In numbers the order stays the text's.
 */
function knownDate(text: SearchedText, date: FoundDate, index: ReadonlyMap<string, KnownValue>): Finding[] {
  const same = index.get(keyOf(date));
  const { year, month, day } = date;
  const turned = day <= 12 ? index.get(keyOf({ year, month: day, day: month })) : undefined;
  if ((same ?? turned) === undefined || (date.year === null && !isOfBirth(text, date))) return [];
  const found: Finding[] = [];
  if (same !== undefined) found.push(dateFinding(date, same, 1));
  if (turned !== undefined && turned !== same) {
    const finding = dateFinding(date, turned, 0.99);
    const write = (surrogate: string) => finding.write(date.ambiguous ? swap(surrogate) : surrogate);
    found.push({ ...finding, write });
  }
  return found;
}

/** Without a year: in talk of birth, or read back in few words ("third of February or March second?"). */
function isOfBirth(text: SearchedText, { first, last }: FoundDate): boolean {
  const topic = topicAt(text, first, last);
  if (topic !== null) return topic === "birth";
  const besides = text.words.length - (last - first + 1);
  return besides <= fewWords || text.words[first - 1] === "or" || text.words[last + 1] === "or";
}

const fewWords = 2;

function keyOf({ year, month, day }: Pick<FoundDate, "year" | "month" | "day">): string {
  const whole = textOf({ year: year ?? 0, month, day }, year !== null);
  return year === null ? whole.slice(1) : whole;
}

function dateFinding(date: FoundDate, { entity, value, heard }: KnownValue, score: number): Finding {
  const write = (surrogate: string) => date.write(parse(surrogate));
  return { entity, value, score, start: date.start, end: date.end, write, heard };
}

function knownDigits(text: SearchedText, places: readonly KnownPlace[]): Finding[] {
  return places
    .filter(
      ({ known: { value }, range: { run } }) =>
        run.digits.length === value.length &&
        (value.length > 4 || topicAt(text, run.first, run.last) === "birth"),
    )
    .flatMap(({ known, range }) => findingOf(text, range, { ...known, score: 0.9 }) ?? []);
}

function dayOf({ year, month, day }: FoundDate): Day {
  return { year: year ?? 2000, month, day };
}

function textOf({ year, month, day }: Day, hasYear: boolean): string {
  const rest = `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return hasYear ? `${String(year).padStart(4, "0")}-${rest}` : `--${rest}`;
}

function parse(value: string): Day {
  const [day = 1, month = 1, year = 2000] = value.split("-").reverse().map(Number);
  return { year, month, day };
}

function swap(value: string): string {
  const { year, month, day } = parse(value);
  return textOf({ year, month: day, day: month }, true);
}

/**
 * The day of a year that belongs to this secret and scope, so that a dataset holds many different ones: of days 13 … 27,
 * so that day and month can't be taken for each other.
 */
function reservedDay(year: number, draw: Draw): Day {
  const drawn = draw.number(`birth:of:${year}`, 12 * 15);
  return { year, month: 1 + (drawn % 12), day: 13 + Math.floor(drawn / 12) };
}

function partialDay(slot: number, draw: Draw): string {
  const month = 1 + draw.number(`birth:month:${slot % 4}`, 12);
  return textOf({ year: 0, month, day: 13 + draw.number(`birth:day:${slot % 4}`, 15) }, false);
}

function isSurrogate({ value }: KnownValue, draw: Draw): boolean {
  if (value.startsWith("--")) return slots.some((slot) => partialDay(slot, draw) === value);
  if (!value.includes("-")) return isOpaqueDigits("birth", value, draw);
  const { year } = parse(value);
  return year % 4 === 1 && value === textOf(reservedDay(year, draw), true);
}

function surrogateDate({ value }: KnownValue, draw: Draw, attempt: number): string {
  const drawn = draw.number(`birth:${value}`, 16);
  if (value.startsWith("--")) return partialDay(drawn + attempt, draw);
  if (!value.includes("-")) return opaqueDigits("birth", value, drawn + attempt, draw);
  const near = Math.min(Math.max(parse(value).year, earliest + 12), latest - 12);
  const steps = (2 * 12) / 4;
  const first = near - 12 + ((latest - near) % 4);
  return textOf(reservedDay(first + 4 * ((drawn + attempt) % steps), draw), true);
}

/** Years that two digits can name; both end a reserved four. */
const earliest = 1929;
const latest = 2021;

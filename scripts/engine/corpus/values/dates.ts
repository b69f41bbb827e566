import type { JsonObject } from "../../../../src/lib/json.ts";
import { dayOfIso } from "../../../../src/lib/spoken/days.ts";
import { numberWords, ordinal, ordinalWords, yearWords } from "../../../../src/samples/speech/numbers.ts";
import { isoDate, monthAndDay, weekday } from "./calendar.ts";
import { asHeard, type Scene, text, type ValueKind } from "./value.ts";

/** Coming days: YYYY-MM-DD where the type says date, else as heard. */
export const date: ValueKind = (draw) => {
  const iso = draw.chance(0.6);
  const schemas: JsonObject[] = [
    { type: "string", format: "date" },
    { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
    { type: "string", description: "YYYY-MM-DD" },
  ];
  return {
    schema: iso ? draw.pick(schemas) : text,
    make(scene) {
      if (!iso && scene.draw.chance(0.3)) return asHeard(scene, vagueDay(scene));
      const holiday = scene.draw.chance(0.03) ? comingHoliday(scene) : null;
      if (holiday)
        return iso ? { value: isoDate(holiday.day), words: holiday.words } : asHeard(scene, holiday.words);
      const day = scene.today + daysAhead(scene);
      const words = sayDay(scene, day);
      return iso ? { value: isoDate(day), words } : asHeard(scene, words);
    },
  };
};

function daysAhead({ draw }: Scene): number {
  const kind = draw.random.next();
  if (kind < 0.5) return draw.between(0, 7);
  if (kind < 0.7) return draw.between(7, 21);
  return draw.between(2, 60);
}

/** What only a person could turn into a date; kept as it was said. */
function vagueDay(scene: Scene): string {
  const { draw, today } = scene;
  const day = weekday(today + draw.between(1, 7));
  const { month } = monthAndDay(today + draw.between(20, 200));
  return draw.say(vagueDays, { d: day, m: month });
}

const vagueDays = [
  "next {d}",
  "next week",
  "next month",
  "next weekend",
  "the weekend",
  "this weekend",
  "any {d}",
  "a {d}",
  "some {d} in {m}",
  "[early|late|mid] {m}",
  "[early|late] next week",
  "sometime in {m}",
  "sometime next week",
  "the first week of {m}",
  "the [beginning|end|middle] of {m}",
  "the [beginning|end|middle] of the week",
  "the first {d} in {m}",
  "the last {d} of {m}",
  "[tomorrow|{d}] [morning|afternoon|evening|night]",
  "{d} or the day after",
  "{m}",
  "{d} next week",
  "as soon as possible",
  "[any|whatever] day this week",
];

const holidays = [
  ["Christmas Eve", "12-24"],
  ["Christmas Day", "12-25"],
  ["Christmas", "12-25"],
  ["Boxing Day", "12-26"],
  ["New Year's Eve", "12-31"],
  ["Halloween", "10-31"],
  ["Valentine's Day", "02-14"],
] as const;

function comingHoliday({ draw, today }: Scene): { day: number; words: string } | null {
  const [words, monthDay] = draw.random.pick(holidays);
  const { year } = monthAndDay(today);
  const [day, next] = [year, year + 1].map((one) => dayOfIso(`${one}-${monthDay}`));
  if (day === null || day === undefined || next === null || next === undefined) return null;
  return { day: day >= today ? day : next, words };
}

function sayDay(scene: Scene, day: number): string {
  const { draw, voice } = scene;
  const { dayOfMonth } = monthAndDay(day);
  const number = voice.digits ? ordinal(dayOfMonth) : ordinalWords(dayOfMonth);
  const near = draw.chance(0.6) ? nearWays(scene, day, number) : [];
  return draw.random.pick(near.length > 0 ? near : calendarWays(scene, day, number));
}

/** The day by its number and month. */
function calendarWays({ voice }: Scene, day: number, number: string): string[] {
  const { month, dayOfMonth } = monthAndDay(day);
  const name = weekday(day);
  const ways = [
    `${month} ${number}`,
    `${month} ${number}`,
    `${month} the ${number}`,
    `the ${number} of ${month}`,
    `the ${number} of ${month}`,
    `${name} the ${number} of ${month}`,
    `${name}, ${month} ${number}`,
  ];
  if (voice.digits)
    ways.push(`${month} ${dayOfMonth}`, `${dayOfMonth} ${month}`, `${name}, ${month} ${dayOfMonth}`);
  return ways;
}

/** The day as seen from today. */
function nearWays(scene: Scene, day: number, number: string): string[] {
  const { today } = scene;
  const ahead = day - today;
  const name = weekday(day);
  if (ahead === 0) return ["today", "today", "today", "this very day", "today already", "later today"];
  if (ahead === 1) return ["tomorrow", "tomorrow", "tomorrow", "already tomorrow"];
  const ways = spanWays(scene, ahead);
  if (ahead === 2) ways.push("the day after tomorrow", "the day after tomorrow", "day after tomorrow");
  if (ahead < 7) ways.push(name, name, name, `this ${name}`, `this coming ${name}`, `the coming ${name}`);
  if (ahead > 7 && ahead < 14) ways.push(`a week from ${name}`, `a week from ${name}`, `${name} week`);
  if (ahead < 28) ways.push(`the ${number}`, `the ${number}`, `${name} the ${number}`);
  const [now, then] = [monthAndDay(today), monthAndDay(day)];
  if (now.month !== then.month && ahead < 31 && then.dayOfMonth < now.dayOfMonth)
    ways.push(`the ${number} of next month`, `the ${number} of next month`);
  if (now.month === then.month) ways.push(`the ${number} of this month`);
  if (now.month === then.month && monthAndDay(day + 1).dayOfMonth === 1) ways.push("the end of the month");
  return ways;
}

/** "in three days", "two weeks from today". */
function spanWays({ draw, voice }: Scene, ahead: number): string[] {
  const say = (value: number) => (voice.digits && value > 1 ? String(value) : numberWords(value));
  const days = `${say(ahead)} days`;
  if (ahead % 7 === 0 && ahead < 29) {
    const weeks = ahead === 7 ? draw.pick(["a week", "one week"]) : `${say(ahead / 7)} weeks`;
    return [
      `in ${weeks}`,
      `${weeks} from today`,
      `${weeks} from now`,
      ...(ahead === 14 ? ["in a fortnight"] : []),
    ];
  }
  return ahead < 13 ? [`in ${days}`, `${days} from now`] : [];
}

/** A birth date or another day long ago. */
export const pastDate: ValueKind = (draw) => {
  const iso = draw.chance(0.8);
  return {
    schema: iso ? { type: "string", format: "date" } : text,
    make(scene) {
      const day = scene.draw.between(-14_000, 12_000);
      const { month, dayOfMonth, year } = monthAndDay(day);
      const number = scene.voice.digits ? ordinal(dayOfMonth) : ordinalWords(dayOfMonth);
      const spokenYear = scene.voice.digits || year < 1910 || year > 2009 ? String(year) : yearWords(year);
      const ways = [
        `${month} ${number} ${spokenYear}`,
        `${month} ${number}, ${spokenYear}`,
        `${month} the ${number}, ${spokenYear}`,
        `the ${number} of ${month} ${spokenYear}`,
        `the ${number} of ${month}, ${spokenYear}`,
      ];
      if (scene.voice.digits) ways.push(`${month} ${dayOfMonth}, ${year}`, `${dayOfMonth} ${month} ${year}`);
      const words = scene.draw.random.pick(ways);
      return iso ? { value: isoDate(day), words } : asHeard(scene, words);
    },
  };
};

import type { JsonObject } from "../../../../src/lib/json.ts";
import { numberWords, ordinal, ordinalWords, yearWords } from "../../../../src/samples/speech/numbers.ts";
import { asHeard, type Scene, text, type ValueKind } from "./value.ts";

const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const months = "January February March April May June July August September October November December".split(
  " ",
);

export function isoDate(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

export function weekday(day: number): string {
  return weekdays[(day + 4) % 7] ?? "";
}

export function monthAndDay(day: number): { month: string; dayOfMonth: number; year: number } {
  const date = new Date(day * 86_400_000);
  return {
    month: months[date.getUTCMonth()] ?? "",
    dayOfMonth: date.getUTCDate(),
    year: date.getUTCFullYear(),
  };
}

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
      const ahead = scene.draw.chance(0.6) ? scene.draw.between(0, 7) : scene.draw.between(2, 60);
      const words = sayDay(scene, scene.today + ahead);
      return iso ? { value: isoDate(scene.today + ahead), words } : asHeard(scene, words);
    },
  };
};

function sayDay(scene: Scene, day: number): string {
  const { draw, voice, today } = scene;
  const ahead = day - today;
  const { month, dayOfMonth } = monthAndDay(day);
  const number = voice.digits ? ordinal(dayOfMonth) : ordinalWords(dayOfMonth);
  const ways = [`${month} ${number}`, `the ${number} of ${month}`, `${weekday(day)} the ${number}`];
  if (voice.digits) ways.push(`${month} ${dayOfMonth}`);
  if (ahead === 0) ways.push("today", "today", "today", "this very day");
  if (ahead === 1) ways.push("tomorrow", "tomorrow", "tomorrow");
  if (ahead === 2) ways.push("the day after tomorrow");
  if (ahead > 1 && ahead < 7)
    ways.push(weekday(day), `this ${weekday(day)}`, `on ${weekday(day)}`.slice(3), weekday(day));
  if (ahead > 0 && ahead < 28) ways.push(`the ${number}`);
  if (ahead === 7) ways.push("in a week", "a week from today");
  return draw.random.pick(ways);
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
      const words = scene.draw.random.pick([
        `${month} ${number} ${spokenYear}`,
        `the ${number} of ${month} ${spokenYear}`,
      ]);
      return iso ? { value: isoDate(day), words } : asHeard(scene, words);
    },
  };
};

/** Times of day: HH:MM where the type says time, "7:30 PM" where it says clock, else as heard. */
export const time: ValueKind = (draw) => {
  const style = draw.random.pick(["time", "time", "clock", "heard"] as const);
  const schemas = {
    time: [
      { type: "string", pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" },
      { type: "string", description: "24 hours" },
      { type: "string", format: "time" },
    ],
    clock: [{ type: "string", pattern: "^\\d{1,2}:\\d{2} [AP]M$" }],
    heard: [text],
  };
  return {
    schema: draw.pick<JsonObject>(schemas[style]),
    make(scene) {
      const minutes = scene.draw.between(7, 21) * 60 + scene.draw.pick([0, 0, 0, 30, 15, 45, 10, 20]);
      const words = sayTime(scene, minutes);
      if (style === "heard") return asHeard(scene, words);
      return { value: style === "time" ? isoTime(minutes) : clockTime(minutes), words };
    },
  };
};

export function isoTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function clockTime(minutes: number): string {
  return `${dial(minutes)}:${String(minutes % 60).padStart(2, "0")} ${minutes < 720 ? "AM" : "PM"}`;
}

function dial(minutes: number): number {
  return Math.floor(minutes / 60) % 12 || 12;
}

/** Without a word for the half of the day, eight to eleven is the morning, all else the afternoon. */
function sayTime(scene: Scene, minutes: number): string {
  const { draw, voice } = scene;
  const minute = minutes % 60;
  const hour = voice.digits ? String(dial(minutes)) : numberWords(dial(minutes));
  const half = halfOfDay(scene, minutes);
  if (minutes === 720 && draw.chance(0.5)) return "noon";
  if (minute === 0) return `${hour}${half || draw.pick([" o'clock", ""])}`;
  if (minute === 30 && draw.chance(0.35)) return `half past ${hour}${half}`;
  if (minute === 15 && draw.chance(0.35)) return `quarter past ${hour}${half}`;
  if (voice.digits) return `${hour}:${String(minute).padStart(2, "0")}${half}`;
  return `${hour} ${numberWords(minute)}${half}`;
}

function halfOfDay(scene: Scene, minutes: number): string {
  const morning = minutes < 720;
  const clear = minutes >= 480 && minutes < 1200;
  if (clear && scene.draw.chance(0.4)) return "";
  if (scene.draw.chance(0.5)) return morning ? " am" : " pm";
  if (morning) return " in the morning";
  return minutes < 1050 ? " in the afternoon" : " in the evening";
}

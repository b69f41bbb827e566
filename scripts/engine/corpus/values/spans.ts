import { numberWords } from "../../../../src/samples/speech/numbers.ts";
import type { Draw } from "../draw.ts";
import { sayNumber } from "./numbers.ts";
import type { Scene, ValueMaker } from "./value.ts";

const units = [
  "nights",
  "days",
  "hours",
  "weeks",
  "minutes",
  "months",
  "years",
  "lessons",
  "sessions",
] as const;
export type Unit = (typeof units)[number];

export function drawUnit(draw: Draw): Unit {
  return draw.random.pick(units);
}

/** Lengths that have words of their own, in the unit that is wanted. */
const ownWords: Readonly<Record<Unit, readonly (readonly [number, string])[]>> = {
  nights: [
    [1, "a night"],
    [1, "just the night"],
    [2, "a couple of nights"],
    [7, "a week"],
    [14, "two weeks"],
    [14, "a fortnight"],
  ],
  days: [
    [1, "a day"],
    [1, "just the day"],
    [2, "a couple of days"],
    [7, "a week"],
    [7, "a whole week"],
    [14, "two weeks"],
    [14, "a fortnight"],
    [21, "three weeks"],
  ],
  hours: [
    [1, "an hour"],
    [1, "a whole hour"],
    [2, "a couple of hours"],
    [24, "a whole day"],
  ],
  weeks: [
    [1, "a week"],
    [2, "a couple of weeks"],
    [2, "a fortnight"],
  ],
  minutes: [
    [30, "half an hour"],
    [60, "an hour"],
    [60, "one hour"],
    [15, "a quarter of an hour"],
    [45, "three quarters of an hour"],
    [90, "an hour and a half"],
    [120, "two hours"],
  ],
  months: [
    [1, "a month"],
    [2, "a couple of months"],
    [6, "half a year"],
    [12, "a year"],
    [12, "one year"],
    [24, "two years"],
  ],
  years: [
    [1, "a year"],
    [2, "a couple of years"],
    [10, "a decade"],
  ],
  lessons: [
    [1, "a lesson"],
    [1, "a single lesson"],
    [2, "a couple of lessons"],
    [12, "a dozen lessons"],
  ],
  sessions: [
    [1, "a session"],
    [1, "a single session"],
    [2, "a couple of sessions"],
    [12, "a dozen sessions"],
  ],
};

/** A length of time in this unit, said with it: "three nights", "an hour and a half" as 90 minutes. */
export function span(unit: Unit): ValueMaker {
  return {
    schema: { type: "integer" },
    make(scene) {
      const { draw } = scene;
      if (draw.chance(0.3)) {
        const [value, words] = draw.random.pick(ownWords[unit]);
        return { value, words };
      }
      const value = drawLength(scene, unit);
      const number = value < 11 && draw.chance(0.2) ? numberWords(value) : sayNumber(scene, value);
      return { value, words: `${number} ${value === 1 ? unit.slice(0, -1) : unit}` };
    },
  };
}

function drawLength({ draw }: Scene, unit: Unit): number {
  if (unit === "minutes") return draw.chance(0.8) ? draw.between(1, 12) * 5 : draw.between(2, 59);
  return draw.chance(0.7) ? draw.between(1, 10) : draw.between(1, 30);
}

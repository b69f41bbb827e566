import type { JsonObject } from "../../../../src/lib/json.ts";
import { numberWords } from "../../../../src/samples/speech/numbers.ts";
import { asHeard, type Scene, text, type ValueKind } from "./value.ts";

export { isoDate, monthAndDay, weekday } from "./calendar.ts";
export { date } from "./dates.ts";

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
      if (style === "heard" && scene.draw.chance(0.3)) return asHeard(scene, vagueTime(scene));
      const minutes = drawMinutes(scene);
      const words = sayTime(scene, minutes);
      if (style === "heard") return asHeard(scene, words);
      return { value: style === "time" ? isoTime(minutes) : clockTime(minutes), words };
    },
  };
};

function drawMinutes({ draw }: Scene): number {
  const hour = draw.chance(0.93) ? draw.between(7, 21) : draw.between(5, 23);
  return hour * 60 + draw.pick([0, 0, 0, 0, 30, 30, 15, 45, 10, 20, 5, 40, 50, 55, 35]);
}

/** What is no time of the clock; kept as it was said. */
function vagueTime({ draw, voice }: Scene): string {
  const hour = draw.between(1, 11);
  const number = voice.digits ? String(hour) : numberWords(hour);
  return draw.say(vagueTimes, { h: number });
}

const vagueTimes = [
  "noonish",
  "{h} ish",
  "[early|late] [morning|afternoon]",
  "the [early|late] [morning|evening]",
  "the [morning|afternoon|evening]",
  "lunchtime",
  "around lunchtime",
  "after work",
  "after school",
  "before work",
  "before lunch",
  "after lunch",
  "after {h}",
  "any time after {h}",
  "some time before {h}",
  "first thing in the morning",
  "the end of the day",
  "mid [morning|afternoon]",
  "between {h} and closing",
  "dinner time",
  "breakfast time",
  "as early as possible",
  "as late as possible",
  "whenever it's quiet",
];

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
  if (minutes === 720 && draw.chance(0.6)) return draw.pick(["noon", "noon", "midday", "twelve noon"]);
  const half = halfOfDay(scene, minutes);
  if (minute === 0) return `${hour}${half || draw.pick([" o'clock", " o'clock", ""])}`;
  if (draw.chance(0.4)) {
    const spoken = aroundHour(scene, minutes);
    if (spoken) return `${spoken}${half}`;
  }
  if (voice.digits) return digitalTime(scene, minutes, half);
  const words = minute < 10 ? `oh ${numberWords(minute)}` : numberWords(minute);
  if (minutes >= 780 && minutes < 1260 && draw.chance(0.06))
    return `${numberWords(Math.floor(minutes / 60))} ${words}`;
  return `${hour} ${words}${half}`;
}

/** "half past seven", "half seven", "a quarter to eight", "ten to nine"; null where nobody says it so. */
function aroundHour({ draw, voice }: Scene, minutes: number): string | null {
  const say = (value: number) => (voice.digits ? String(value) : numberWords(value));
  const [hour, next, minute] = [say(dial(minutes)), say(dial(minutes + 60)), minutes % 60];
  if (minute === 30) return draw.random.pick([`half past ${hour}`, `half past ${hour}`, `half ${hour}`]);
  const quarter = draw.random.pick(["quarter", "quarter", "a quarter"]);
  if (minute === 15) return `${quarter} ${draw.random.pick(["past", "past", "after"])} ${hour}`;
  // Who says "quarter to twelve" leaves it open which half of the day is meant.
  if (minute >= 40 && dial(minutes + 60) === 12) return null;
  if (minute === 45) return `${quarter} ${draw.random.pick(["to", "to", "to", "before"])} ${next}`;
  if (minute <= 20) return `${say(minute)} ${draw.random.pick(["past", "past", "after"])} ${hour}`;
  // "Ten to nine" in words only: in digits it reads as a range.
  return minute >= 40 && !voice.digits ? `${say(60 - minute)} to ${next}` : null;
}

function digitalTime({ draw, voice }: Scene, minutes: number, half: string): string {
  const minute = String(minutes % 60).padStart(2, "0");
  if (minutes >= 780 && draw.chance(0.1)) return isoTime(minutes);
  if (/ [ap]m$/.test(half) && draw.chance(0.2)) return `${dial(minutes)}:${minute}${half.trim()}`;
  if (/ [ap]m$/.test(half) && !voice.lowerCase && draw.chance(0.2))
    return `${dial(minutes)}:${minute} ${half.trim() === "am" ? "a.m." : "p.m."}`;
  return `${dial(minutes)}:${minute}${half}`;
}

function halfOfDay(scene: Scene, minutes: number): string {
  const morning = minutes < 720;
  const clear = minutes >= 480 && minutes < 1200;
  if (clear && scene.draw.chance(0.4)) return "";
  if (scene.draw.chance(0.5)) return morning ? " am" : " pm";
  if (morning) return " in the morning";
  if (minutes >= 1200) return scene.draw.pick([" at night", " in the evening"]);
  return minutes < 1050 ? " in the afternoon" : " in the evening";
}

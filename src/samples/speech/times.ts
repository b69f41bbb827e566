import type { Random } from "../../lib/seeded-random.ts";
import { numberWords } from "./numbers.ts";

/** "19:30" from minutes since midnight. */
export function isoTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** "7:30 PM": as the agent says it. */
export function clockTime(minutes: number): string {
  const hour = Math.floor(minutes / 60);
  return `${hourOnDial(hour)}:${String(minutes % 60).padStart(2, "0")} ${half(hour).toUpperCase()}`;
}

/** A quarter of an hour in the caller's words: "half past seven", "7:30", "seven thirty pm". */
export function speakTime(random: Random, minutes: number): string {
  const hour = Math.floor(minutes / 60);
  const minute = minutes % 60;
  if (minutes === 720 && random.chance(0.5)) return "noon";
  const digits = minute === 0 ? `${hourOnDial(hour)}` : `${hourOnDial(hour)}:${minute}`;
  const word = numberWords(hourOnDial(hour));
  const spoken = minute === 0 ? word : `${word} ${numberWords(minute)}`;
  const words = [`${digits} ${half(hour)}`, `${spoken} ${half(hour)}`, spoken, spoken];
  if (minute === 0) words.push(`${word} o'clock`, `${word} ${partOfDay(hour)}`);
  else words.push(digits, clockWords(hour, minute));
  return random.pick(words);
}

function clockWords(hour: number, minute: number): string {
  if (minute === 30) return `half past ${numberWords(hourOnDial(hour))}`;
  if (minute === 15) return `quarter past ${numberWords(hourOnDial(hour))}`;
  return `quarter to ${numberWords(hourOnDial(hour + 1))}`;
}

function hourOnDial(hour: number): number {
  return hour % 12 === 0 ? 12 : hour % 12;
}

function half(hour: number): "am" | "pm" {
  return hour % 24 < 12 ? "am" : "pm";
}

function partOfDay(hour: number): string {
  if (hour < 12) return "in the morning";
  return hour < 17 ? "in the afternoon" : "in the evening";
}

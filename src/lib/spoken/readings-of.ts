import type { Day } from "./days.ts";
import { type Mention, mentionsIn, type ValueKind } from "./mentions.ts";
import { hoursOf } from "./times.ts";
import { tokensOf } from "./tokens.ts";

/**
 * Everything a text may stand for as a value of that kind: "half past seven" as a time is `07:30` and `19:30`, "next
 * Friday" as a date two or three days. Forms as in `Mention.readings`. Empty where the text holds no such value.
 */
export function readingsOf(text: string, kind: ValueKind, today: readonly Day[]): string[] {
  const tokens = tokensOf(text);
  const mentions = mentionsIn(tokens, today);
  const readings = readingsIn(mentions, kind);
  if (kind === "time" && readings.length === 0 && tokens.length <= 1)
    return hoursSaid(mentions, tokens.length);
  return readings;
}

export function readingsIn(mentions: readonly Mention[], kind: ValueKind): string[] {
  const ofKind = mentions.filter((mention) => mention.kind === kind);
  return [...new Set(ofKind.flatMap((mention) => mention.readings))];
}

/** "seven" where a time is asked for, and nothing else. */
function hoursSaid(mentions: readonly Mention[], length: number): string[] {
  const whole = mentions.filter(({ kind, end }) => kind === "number" && end === length);
  const hours = readingsIn(whole, "number").map(Number).filter(Number.isInteger);
  return hours.flatMap((hour) =>
    hour >= 100 ? hoursOf(Math.floor(hour / 100), hour % 100, null) : hoursOf(hour, 0, null),
  );
}

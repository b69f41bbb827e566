import type { Call } from "../../../domain/call.ts";
import { type Day, dayOfIso } from "./days.ts";
import { readingsOf } from "./readings-of.ts";

const dateAnnouncements = ["today is", "today's date", "today:", "current date", "date:"];
const announcementLength = 60;

/**
 * The days that "today" may be in this call: the one its prompt names, the one it began on, and, as a log keeps UTC
 * and people don't, the neighbour that was already (or still) in their part of the world.
 */
export function callDays(call: Call): Day[] {
  const named = namedToday(call.systemPrompt ?? "");
  const began = call.startedAt === null ? null : dayOfIso(call.startedAt);
  const days = new Set<Day>(named === null ? [] : [named]);
  if (began !== null) {
    days.add(began);
    if (named === null && call.startedAt?.endsWith("Z"))
      days.add(began + (isMorning(call.startedAt) ? -1 : 1));
  }
  return [...days];
}

function isMorning(instant: string): boolean {
  return Number(instant.slice(11, 13)) < 12;
}

function namedToday(prompt: string): Day | null {
  const lower = prompt.toLowerCase();
  for (const announcement of dateAnnouncements) {
    const at = lower.indexOf(announcement);
    if (at === -1) continue;
    const after = prompt.slice(at + announcement.length, at + announcement.length + announcementLength);
    // Day 0 serves as today: a date with its year reads the same on any day, and no other is wanted here.
    const written = readingsOf(after, "date", [0])
      .map(dayOfIso)
      .find((day) => day !== null && day > 3650);
    if (written !== undefined) return written;
  }
  return null;
}

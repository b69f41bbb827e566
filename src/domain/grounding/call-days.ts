import { type Day, dayOfIso } from "../../lib/spoken/days.ts";
import { readingsOf } from "../../lib/spoken/readings-of.ts";
import type { Call } from "../call.ts";

const dateAnnouncements = ["today is", "today's date", "today:", "current date", "date:"];
const announcementLength = 60;

export interface CallDays {
  /** The days the call is known to speak of as today: the one its prompt names, the one it began on. */
  readonly known: readonly Day[];
  /**
   * The days that "today" may be. A log keeps UTC and people don't: where no prompt settles it, that is also the
   * neighbour that was still, or already, in another part of the world.
   */
  readonly possible: readonly Day[];
}

export function callDays({ systemPrompt, startedAt }: Pick<Call, "systemPrompt" | "startedAt">): CallDays {
  const named = namedToday(systemPrompt ?? "");
  const began = startedAt === null ? null : dayOfIso(startedAt);
  const known = [...new Set([named, began].filter((day) => day !== null))];
  if (began === null || named !== null || startedAt?.endsWith("Z") !== true)
    return { known, possible: known };
  return { known, possible: [...known, began + (isMorning(startedAt) ? -1 : 1)] };
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

import { alignTimes, startOf } from "../reading/align-times.ts";
import type { Entry } from "../reading/entry.ts";
import type { Moment } from "../reading/times.ts";

/** Entries in the order they happened, and where in it a moment lies. */
export interface Timeline {
  readonly entries: readonly Entry[];
  /** How many entries come before the moment; null where it can't be told. */
  placeOf(moment: Moment | null): number | null;
}

export interface TimelineSettings {
  readonly startedAtMs: number | null;
  readonly sortBy: "time" | null;
}

/**
 * Puts entries in the order of their times; one without a time stays behind the one before. Where fewer than half have
 * a time, a place told by time would be a guess, so none is told.
 */
export function createTimeline(
  logged: readonly Entry[],
  { startedAtMs, sortBy }: TimelineSettings,
): Timeline {
  const moments = logged.map(({ time }) => time);
  const startMs = startOf(moments, startedAtMs);
  const known = alignTimes(moments, startMs);
  const timed = known.filter((time) => time !== null).length;
  if (timed === 0 || timed * 2 < known.length) return { entries: logged, placeOf: () => null };
  const placed = withTimes(logged, known, sortBy);
  const callerEnds = endsOfCallersWords(placed);
  return {
    entries: placed.map(({ entry }) => entry),
    placeOf(moment) {
      const [time = null] = alignTimes([moment], startMs);
      if (time === null) return null;
      const after = countUpTo(placed, time);
      const isTie = placed[after - 1]?.time === time;
      return (isTie ? callerEnds[after - 1] : undefined) ?? after;
    },
  };
}

interface Placed {
  readonly entry: Entry;
  readonly time: number;
}

function withTimes(
  entries: readonly Entry[],
  known: readonly (number | null)[],
  sortBy: "time" | null,
): readonly Placed[] {
  let latest = Number.NEGATIVE_INFINITY;
  const placed = entries.map((entry, index) => {
    const own = known[index] ?? latest;
    latest = sortBy === null ? Math.max(latest, own) : own;
    return { entry, time: latest };
  });
  return sortBy === null ? placed : placed.sort((left, right) => compare(left.time, right.time));
}

/** A difference won't do: the entries before the first known time stand at minus infinity. */
function compare(left: number, right: number): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * For each entry, how many stand up to the last of the caller's words at its time; null where none are. Of entries at
 * one time, a tool call follows the caller's words, else all of them.
 */
function endsOfCallersWords(placed: readonly Placed[]): (number | null)[] {
  let end: number | null = null;
  return placed.map(({ entry, time }, index) => {
    if (placed[index - 1]?.time !== time) end = null;
    if (entry.kind === "caller") end = index + 1;
    return end;
  });
}

/** How many entries are not later than the time. */
function countUpTo(placed: readonly Placed[], time: number): number {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placed[middle]?.time ?? Number.POSITIVE_INFINITY) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

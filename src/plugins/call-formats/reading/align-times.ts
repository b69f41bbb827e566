import type { Moment } from "./times.ts";

/** A clock that shows more at its first entry doesn't count from the start of the call: it is a time of day. */
const latestFirstEntryMs = 3_600_000;

/** When the call began, in ms since 1970: as logged, else the earliest moment; null where no moment says. */
export function startOf(times: readonly (Moment | null)[], startedAtMs: number | null): number | null {
  if (startedAtMs !== null) return startedAtMs;
  let earliest: number | null = null;
  for (const time of times)
    if (time?.since === "epoch" && (earliest === null || time.ms < earliest)) earliest = time.ms;
  return earliest;
}

/** Milliseconds since the call began for each moment; null where unknown. */
export function alignTimes(times: readonly (Moment | null)[], startMs: number | null): (number | null)[] {
  const first = times.find((time) => time?.since === "start");
  const countsFromStart = first === undefined || first === null || first.ms <= latestFirstEntryMs;
  return times.map((time) => {
    if (time === null) return null;
    if (time.since === "start") return countsFromStart ? time.ms : null;
    return startMs === null ? null : time.ms - startMs;
  });
}

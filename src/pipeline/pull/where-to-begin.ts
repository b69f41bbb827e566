import { UsageError } from "../../lib/errors.ts";
import type { Position } from "../../plugins/sources/source.ts";
import { noCounts, type PullState } from "../../workspace/pull-state.ts";

/** A call that is being written while we read gets its time before others that we have already seen. */
const overlapMs = 24 * 60 * 60 * 1000;

export interface Beginning {
  readonly state: PullState;
  readonly after: Position | null;
  readonly continued: boolean;
}

/**
 * An interrupted pull of the same source goes on behind its last saved position. A finished one is read again from
 * a day before its end (calls that ended late may stand there; known ones are skipped). Another source is read from
 * its beginning, into the same file.
 * @throws UsageError when the calls on disk were made by another format or other settings
 */
export function whereToBegin(last: PullState | null, now: { source: string; shape: string }): Beginning {
  if (last === null) return { state: emptyState(now), after: null, continued: false };
  if (last.shape !== now.shape && last.callsBytes > 0) {
    throw new UsageError(
      "the calls in this workspace were pulled with another format or mapping; add --fresh to read them all again, or use another --workspace",
    );
  }
  const sameSource = last.source === now.source;
  if (!last.finished && sameSource) return { state: last, after: last.position, continued: true };
  const after = sameSource ? dayBefore(last.position) : null;
  return {
    state: {
      ...emptyState(now),
      callsBytesBefore: last.callsBytes,
      problemsBytesBefore: last.problemsBytes,
      callsBytes: last.callsBytes,
      problemsBytes: last.problemsBytes,
      position: after,
    },
    after,
    continued: true,
  };
}

/** Null (from the beginning) where the position's time isn't one. */
function dayBefore(position: Position | null): Position | null {
  if (position === null) return null;
  const at = /^\d{4}-\d\d-\d\d/.test(position[0]) ? Date.parse(position[0]) : Number.NaN;
  return Number.isNaN(at) ? null : [new Date(at - overlapMs).toISOString(), ""];
}

function emptyState({ source, shape }: { source: string; shape: string }): PullState {
  return {
    version: 1,
    source,
    shape,
    finished: false,
    position: null,
    callsBytesBefore: 0,
    problemsBytesBefore: 0,
    callsBytes: 0,
    problemsBytes: 0,
    counts: noCounts,
  };
}

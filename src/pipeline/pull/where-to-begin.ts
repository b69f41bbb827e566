import { noLeaks } from "../../domain/leak-report.ts";
import { UsageError } from "../../lib/errors.ts";
import type { Position } from "../../plugins/sources/source.ts";
import { noCounts, type PullState } from "../../workspace/pull-state.ts";

/** A call that is being written while we read gets its time before others that we have already seen. */
const overlapMs = 24 * 60 * 60 * 1000;

/** What a pull is asked to do, as far as it must agree with the one before. */
export type PullWish = Pick<PullState, "source" | "shape" | "redaction"> & {
  /** Where the way back is to be written; null where it isn't. */
  readonly reverseMap: string | null;
};

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
export function whereToBegin(last: PullState | null, now: PullWish): Beginning {
  if (last === null) return fromTheStart(now);
  if (last.callsBytes > 0) expectSameWay(last, now);
  // Without a call on disk nothing binds, and what was read in another way has to be read again.
  else if (!isSameWay(last, now)) return fromTheStart(now);
  const sameSource = last.source === now.source;
  const { reverseMap } = last.callsBytes > 0 ? last : emptyState(now);
  if (!last.finished && sameSource)
    return { state: { ...last, reverseMap }, after: last.position, continued: true };
  const after = sameSource ? dayBefore(last.position) : null;
  return {
    state: {
      ...emptyState(now),
      callsBytesBefore: last.callsBytes,
      problemsBytesBefore: last.problemsBytes,
      callsBytes: last.callsBytes,
      problemsBytes: last.problemsBytes,
      position: after,
      leaks: last.leaks,
      reverseMap,
    },
    after,
    continued: true,
  };
}

function fromTheStart(now: PullWish): Beginning {
  return { state: emptyState(now), after: null, continued: false };
}

/** Another filter or source is another source: that one is read from its beginning in any case. */
function isSameWay(last: PullState, now: PullWish): boolean {
  const { on, settings, salt } = now.redaction;
  return (
    last.shape === now.shape &&
    last.redaction.on === on &&
    last.redaction.settings === settings &&
    last.redaction.salt === salt
  );
}

/** Calls of two shapes, or redacted in two ways, in one file would be neither consistent nor safe. */
function expectSameWay(last: PullState, now: PullWish): void {
  const fault = last.shape === now.shape ? redactionFault(last, now) : "with another format or mapping";
  if (fault === null) return;
  throw new UsageError(
    `the calls in this workspace were pulled ${fault}; add --fresh to read them all again, or use another --workspace`,
  );
}

function redactionFault(last: PullState, now: PullWish): string | null {
  if (last.redaction.on !== now.redaction.on)
    return last.redaction.on ? "with redaction, and now it is off" : "without redaction, and now it is on";
  if (last.redaction.settings !== now.redaction.settings) return "with other redaction settings";
  if (last.redaction.salt !== now.redaction.salt)
    return "with another salt (CALLTUNE_SALT, the config's, or the workspace's file)";
  const before = last.reverseMap?.file ?? null;
  if (before === now.reverseMap) return null;
  return before === null
    ? "without a reverse map, and the way back for them is lost"
    : "with a reverse map in another file than this pull's --reverse-map";
}

/** Null (from the beginning) where the position's time isn't one. */
function dayBefore(position: Position | null): Position | null {
  if (position === null) return null;
  const at = /^\d{4}-\d\d-\d\d/.test(position[0]) ? Date.parse(position[0]) : Number.NaN;
  return Number.isNaN(at) ? null : [new Date(at - overlapMs).toISOString(), ""];
}

function emptyState({ source, shape, redaction, reverseMap }: PullWish): PullState {
  return {
    version: 2,
    source,
    shape,
    redaction,
    finished: false,
    position: null,
    callsBytesBefore: 0,
    problemsBytesBefore: 0,
    callsBytes: 0,
    problemsBytes: 0,
    counts: noCounts,
    leaks: noLeaks,
    reverseMap: reverseMap === null ? null : { file: reverseMap, bytes: 0 },
  };
}

import type { ToolOrigin } from "../../domain/tool-book.ts";

/** What is counted of calls in the first walk, whatever becomes of them. */
export interface ScanFacts {
  readonly calls: number;
  readonly decisions: number;
  readonly firstStartedAt: string | null;
  readonly lastStartedAt: string | null;
  readonly toolOrigins: Readonly<Record<ToolOrigin, number>>;
}

export const noFacts: ScanFacts = {
  calls: 0,
  decisions: 0,
  firstStartedAt: null,
  lastStartedAt: null,
  toolOrigins: { call: 0, file: 0, inferred: 0, none: 0 },
};

export interface ScanFactsWriter {
  add(startedAt: string | null, toolOrigin: ToolOrigin, decisions: number): void;
  read(): ScanFacts;
}

export function startScanFacts(): ScanFactsWriter {
  const toolOrigins = { ...noFacts.toolOrigins };
  const ends = firstAndLast();
  let calls = 0;
  let decisions = 0;
  return {
    add(startedAt, toolOrigin, more) {
      calls += 1;
      decisions += more;
      toolOrigins[toolOrigin] += 1;
      if (startedAt !== null) ends.add(startedAt);
    },
    read: () => ({ calls, decisions, ...ends.read(), toolOrigins }),
  };
}

/** The first and the last of instants, each of which is read once. */
function firstAndLast() {
  let firstStartedAt: string | null = null;
  let lastStartedAt: string | null = null;
  let [firstMs, lastMs] = [Number.NaN, Number.NaN];
  return {
    add(startedAt: string) {
      const ms = Date.parse(startedAt);
      if (firstStartedAt === null || ms < firstMs) {
        firstStartedAt = startedAt;
        firstMs = ms;
      }
      if (lastStartedAt === null || ms > lastMs) {
        lastStartedAt = startedAt;
        lastMs = ms;
      }
    },
    read: () => ({ firstStartedAt, lastStartedAt }),
  };
}

export function joinedFacts(one: ScanFacts, other: ScanFacts): ScanFacts {
  const { toolOrigins: some } = one;
  const { toolOrigins: more } = other;
  return {
    calls: one.calls + other.calls,
    decisions: one.decisions + other.decisions,
    firstStartedAt: earlier(one.firstStartedAt, other.firstStartedAt),
    lastStartedAt: later(one.lastStartedAt, other.lastStartedAt),
    toolOrigins: {
      call: some.call + more.call,
      file: some.file + more.file,
      inferred: some.inferred + more.inferred,
      none: some.none + more.none,
    },
  };
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return Date.parse(other) < Date.parse(one) ? other : one;
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return Date.parse(other) > Date.parse(one) ? other : one;
}

import { type LeakReport, type LeakSum, sumLeaks } from "../../domain/leak-report.ts";
import type { Problem } from "../../domain/problem.ts";
import { toJsonLine } from "../../lib/json-lines.ts";
import type { Position } from "../../plugins/sources/source.ts";
import { type AppendFile, openAppendFile } from "../../workspace/append-file.ts";
import { type PullCounts, type PullState, writePullState } from "../../workspace/pull-state.ts";
import { claimReverseMap, openReverseMap } from "../../workspace/reverse-map.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type KnownKeys, readCallIds, readProblemPlaces } from "./known-calls.ts";
import type { ParsedRecordLine } from "./parse-records.ts";

/** So much may have to be read again after a crash. */
const checkpointBytes = 1024 * 1024;

/** Where parsed records are written, each batch whole. */
export interface PullSink {
  take(records: readonly ParsedRecordLine[]): Promise<void>;
  /** Nothing more is taken: so many calls were read as the pull was to read. */
  isFull(): boolean;
  /** The source is at its end. */
  finish(): Promise<void>;
  /** Saves what was taken, finished or not. */
  close(): Promise<void>;
  counts(): PullCounts;
  leaks(): LeakReport;
  totalCalls(): number;
}

interface Files {
  readonly calls: AppendFile;
  readonly problems: AppendFile;
  /** Null where no way back is kept. */
  readonly reverseMap: AppendFile | null;
}

/** Goes on from a state: cuts all files to what it vouches for. */
export async function openPullSink(
  workspace: Workspace,
  begin: PullState,
  limit: number | null,
): Promise<PullSink> {
  const known = await readKnown(workspace, begin);
  const files = await openFiles(workspace, begin);
  const tally = startTally(begin);
  const isFull = () => limit !== null && tally.counts().read >= limit;
  let state = begin;
  // A batch that the disk took in part is counted already, but not vouched for.
  let isWhole = true;
  const save = async (finished: boolean) => {
    await forEach(files, (file) => file.sync());
    state = stateOf({ ...state, finished }, files, tally);
    await writePullState(workspace, state);
  };
  return {
    async take(records) {
      isWhole = false;
      const fresh = sift(records, known, { tally, isFull });
      await files.calls.append(fresh.calls);
      await files.problems.append(fresh.problems);
      await files.reverseMap?.append(fresh.reverseMap);
      state = { ...state, position: fresh.position ?? state.position };
      isWhole = true;
      if (files.calls.length - state.callsBytes > checkpointBytes) await save(false);
    },
    isFull,
    finish: () => save(true),
    async close() {
      if (!state.finished && isWhole) await save(false);
      await forEach(files, (file) => file.close());
    },
    counts: () => tally.counts(),
    leaks: () => tally.leaks.read(),
    totalCalls: () => known.earlierCalls.size + tally.counts().kept,
  };
}

async function openFiles(workspace: Workspace, begin: PullState): Promise<Files> {
  const { reverseMap, callsBytes, problemsBytes } = begin;
  if (reverseMap !== null) await claimReverseMap(workspace, reverseMap);
  // From here on the files are a pull's, whatever happens to this one.
  await writePullState(workspace, begin);
  return {
    calls: await openAppendFile(workspace.calls, callsBytes),
    problems: await openAppendFile(workspace.problems, problemsBytes),
    reverseMap: reverseMap === null ? null : await openReverseMap(workspace, reverseMap),
  };
}

async function forEach(
  { calls, problems, reverseMap }: Files,
  act: (file: AppendFile) => Promise<void>,
): Promise<void> {
  for (const file of [calls, problems, reverseMap]) if (file !== null) await act(file);
}

/** What the files hold by now is vouched for. */
function stateOf(state: PullState, { calls, problems, reverseMap }: Files, tally: Tally): PullState {
  return {
    ...state,
    callsBytes: calls.length,
    problemsBytes: problems.length,
    counts: tally.counts(),
    leaks: tally.leaks.read(),
    reverseMap: state.reverseMap && { ...state.reverseMap, bytes: reverseMap?.length ?? 0 },
  };
}

interface Known {
  /** Pulled before this pull began: skipped without a word. */
  readonly earlierCalls: KnownKeys;
  readonly earlierProblems: KnownKeys;
  /** Pulled in this pull: a second one is a problem. */
  readonly calls: KnownKeys;
  /** A source may give problems without a position again after an interruption (tool calls without a call). */
  readonly problems: KnownKeys;
}

async function readKnown(workspace: Workspace, state: PullState): Promise<Known> {
  return {
    earlierCalls: await readCallIds(workspace.calls, 0, state.callsBytesBefore),
    earlierProblems: await readProblemPlaces(workspace.problems, 0, state.problemsBytesBefore),
    calls: await readCallIds(workspace.calls, state.callsBytesBefore, state.callsBytes),
    problems: await readProblemPlaces(workspace.problems, state.problemsBytesBefore, state.problemsBytes),
  };
}

interface Fresh {
  readonly calls: string;
  readonly problems: string;
  readonly reverseMap: string;
  readonly position: Position | null;
}

/** What of a batch is new, as text. */
function sift(
  records: readonly ParsedRecordLine[],
  known: Known,
  { tally, isFull }: { readonly tally: Tally; readonly isFull: () => boolean },
): Fresh {
  let calls = "";
  let problems = "";
  let reverseMap = "";
  let position: Position | null = null;
  for (const record of records) {
    if (isFull()) break;
    position = record.position ?? position;
    const outcome = judge(record, known);
    tally.count(outcome);
    if (outcome.line !== null) {
      calls += `${outcome.line}\n`;
      reverseMap += record.reverseMap;
      if (record.leaks !== null) tally.leaks.add(record.leaks);
    }
    for (const problem of outcome.problems) problems += `${toJsonLine(problem)}\n`;
  }
  return { calls, problems, reverseMap, position };
}

interface Outcome {
  readonly line: string | null;
  readonly leftOut: ParsedRecordLine["leftOut"];
  readonly problems: readonly Problem[];
}

const skipped: Outcome = { line: null, leftOut: null, problems: [] };

function judge(record: ParsedRecordLine, known: Known): Outcome {
  if (record.id === null) {
    const told = known.earlierProblems.has(record.place) || !known.problems.add(record.place);
    return told ? skipped : record;
  }
  if (known.earlierCalls.has(record.id)) return skipped;
  if (record.line === null) return { line: null, leftOut: record.leftOut, problems: [] };
  if (known.calls.add(record.id)) return record;
  return {
    line: null,
    leftOut: null,
    problems: [{ place: record.place, scope: "call", reason: "duplicate_id" }],
  };
}

interface Tally {
  count(outcome: Outcome): void;
  counts(): PullCounts;
  readonly leaks: LeakSum;
}

function startTally(begin: Pick<PullState, "counts" | "leaks">): Tally {
  const counts = structuredClone(begin.counts);
  const addTo = (table: Record<string, number>, key: string) => {
    table[key] = (table[key] ?? 0) + 1;
  };
  return {
    count({ line, leftOut, problems }) {
      if (line !== null) counts.kept += 1;
      if (leftOut !== null) addTo(counts.leftOut, leftOut);
      for (const problem of problems)
        addTo(problem.scope === "call" ? counts.problems : counts.partProblems, problem.reason);
      counts.read = counts.kept + Object.values(counts.problems).reduce((sum, n) => sum + n, 0);
    },
    counts: () => counts,
    leaks: sumLeaks(begin.leaks),
  };
}

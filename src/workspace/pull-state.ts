import { readFile } from "node:fs/promises";
import { z } from "zod";
import { LeakReport, RedactionMark } from "../domain/leak-report.ts";
import { UsageError } from "../lib/errors.ts";
import { parseJson } from "../lib/json.ts";
import { isMissing, sizeOf, writeWhole } from "./files.ts";
import type { Workspace } from "./workspace.ts";

/** What a pull read, by what became of it. */
export const PullCounts = z.object({
  /** Calls that passed the filter or couldn't be read: kept + problems of scope `call`. */
  read: z.int(),
  kept: z.int(),
  /** By reason; scope `call` and scope `part` apart. */
  problems: z.record(z.string(), z.int()),
  partProblems: z.record(z.string(), z.int()),
  leftOut: z.record(z.string(), z.int()),
});
export type PullCounts = z.infer<typeof PullCounts>;

/** How far a pull has come: what is on disk for certain, and where the source goes on. */
export const PullState = z.object({
  version: z.literal(2),
  /** Which source and filter; another one is read from its beginning. */
  source: z.string(),
  /** Which format and options; calls of two shapes don't mix in one file. */
  shape: z.string(),
  /** Whether and how personal data was replaced; one way for one file. */
  redaction: RedactionMark,
  finished: z.boolean(),
  position: z.tuple([z.string(), z.string()]).readonly().nullable(),
  /** Lengths of `calls.jsonl` and `problems.jsonl` when this pull began, and now. */
  callsBytesBefore: z.int(),
  problemsBytesBefore: z.int(),
  callsBytes: z.int(),
  problemsBytes: z.int(),
  counts: PullCounts,
  /** Of all calls in `calls.jsonl`, earlier pulls' included. */
  leaks: LeakReport,
  /** Where the way back is written (a path from the workspace's folder), and how much of it is vouched for; null where it isn't. */
  reverseMap: z.object({ file: z.string(), bytes: z.int() }).nullable(),
});
export type PullState = z.infer<typeof PullState>;

export const noCounts: PullCounts = { read: 0, kept: 0, problems: {}, partProblems: {}, leftOut: {} };

/** Null before the first pull. @throws UsageError when the files were changed by hand */
export async function readPullState(workspace: Workspace): Promise<PullState | null> {
  const state = await readState(workspace.pullState);
  if (state === null) return await expectNoCalls(workspace);
  const callsBytes = await sizeOf(workspace.calls);
  const problemsBytes = await sizeOf(workspace.problems);
  if (callsBytes < state.callsBytes || problemsBytes < state.problemsBytes) {
    throw new UsageError(
      "calls.jsonl or problems.jsonl of the workspace is shorter than the last pull left it; run the pull with --fresh to read all calls again",
    );
  }
  return state;
}

/** Whether and how the workspace's calls were redacted; null where no pull of ours tells. */
export async function readRedaction(
  workspace: Workspace,
): Promise<(RedactionMark & { report: LeakReport }) | null> {
  const state = await readLastState(workspace);
  return state === null ? null : { ...state.redaction, report: state.leaks };
}

/** What the last pull wrote, whatever became of its files since; null where that can't be told. */
export async function readLastState(workspace: Workspace): Promise<PullState | null> {
  try {
    return await readState(workspace.pullState);
  } catch (error) {
    // Not what a pull writes: it tells nothing.
    if (error instanceof UsageError) return null;
    throw error;
  }
}

export async function writePullState(workspace: Workspace, state: PullState): Promise<void> {
  await writeWhole(workspace.pullState, `${JSON.stringify(state, null, 2)}\n`);
}

/** Someone else's file of that name (an export, in a folder of the user's) must not be written over. */
async function expectNoCalls(workspace: Workspace): Promise<null> {
  if ((await sizeOf(workspace.calls)) === 0) return null;
  throw new UsageError(
    "calls.jsonl of the workspace wasn't written by a pull; move it away, give another --workspace, or add --fresh to write over it",
  );
}

async function readState(file: string): Promise<PullState | null> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  const state = PullState.safeParse(parseJson(text));
  if (!state.success) {
    throw new UsageError(
      "pull.json of the workspace isn't what a pull writes; run the pull with --fresh to read all calls again",
    );
  }
  return state.data;
}

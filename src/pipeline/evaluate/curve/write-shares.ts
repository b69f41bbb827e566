import { dirname } from "node:path";
import { InterruptedError, UsageError } from "../../../lib/errors.ts";
import { type AppendFile, openAppendFile } from "../../../workspace/append-file.ts";
import { curveFile } from "../../../workspace/curve-files.ts";
import { isThere, makeFolder } from "../../../workspace/files.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { splitEntries, splitRows } from "../cases/dataset-cases.ts";
import { type DrawnShare, type DrawnShares, drawShares, usualSizes } from "./draw-shares.ts";

/** A share of the training split as a file to be learnt from. */
export interface TrainingShare extends DrawnShare {
  /** In the dialect of the split files. */
  readonly file: string;
  /** It is the whole split, and its file is the split's own. */
  readonly isWhole: boolean;
}

export interface WriteSharesOrder {
  readonly workspace: Pick<Workspace, "folder" | "dataset">;
  /** Numbers of examples; null for the usual ones. */
  readonly sizes: readonly number[] | null;
  readonly seed: number;
  readonly signal: AbortSignal;
}

/**
 * Writes a file for each share, in the order of the split: the same rows give the same bytes, so that what was learnt from
 * them before is found again.
 * @throws UsageError without a dataset, and for sizes that the split can't give
 */
export async function writeShares(order: WriteSharesOrder): Promise<readonly TrainingShare[]> {
  const { workspace, sizes, seed, signal } = order;
  if (!(await isThere(workspace.dataset.manifest)))
    throw new UsageError(
      "a curve is learnt from the training split, and there is no dataset in the workspace yet; run calltune pull and calltune build",
    );
  const counts = await examplesPerCall(order);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  expectSizes(sizes ?? [], total);
  const drawn = drawShares(counts, sizes ?? usualSizes(total), seed);
  if (drawn.shares.length < 2)
    throw new UsageError(
      `a curve needs two sizes at least, and whole calls of the training split (${total} examples of ${counts.size} calls) give only one; give more calls${sizes === null ? "" : ", or other --curve-sizes"}`,
    );
  const shares = drawn.shares.map((share) => toTrainingShare(share, { total, workspace }));
  await copyRows(shares, drawn, { workspace, signal });
  return shares;
}

async function examplesPerCall({ workspace }: WriteSharesOrder): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for await (const { call } of splitEntries(workspace.dataset, "train"))
    counts.set(call, (counts.get(call) ?? 0) + 1);
  return counts;
}

function expectSizes(sizes: readonly number[], total: number): void {
  const most = Math.max(0, ...sizes);
  if (most > total)
    throw new UsageError(
      `--curve-sizes: the training split has ${total} examples, not ${most}; leave the flag out for shares of it`,
    );
}

function toTrainingShare(
  share: DrawnShare,
  { total, workspace }: { readonly total: number } & Pick<WriteSharesOrder, "workspace">,
): TrainingShare {
  const isWhole = share.examples === total;
  const file = isWhole ? workspace.dataset.train : curveFile(workspace.folder, share.size);
  return { ...share, isWhole, file };
}

async function copyRows(
  shares: readonly TrainingShare[],
  { places }: DrawnShares,
  { workspace, signal }: Pick<WriteSharesOrder, "workspace" | "signal">,
): Promise<void> {
  const outputs: ShareOutput[] = [];
  try {
    for (const share of shares) if (!share.isWhole) outputs.push(await openOutput(share));
    for await (const { entry, text } of splitRows(workspace.dataset, "train")) {
      if (signal.aborted) throw new InterruptedError("interrupted while the curve's shares were written");
      const place = places.get(entry.call) ?? Number.POSITIVE_INFINITY;
      for (const output of outputs) if (place < output.calls) await output.add(`${text}\n`);
    }
  } finally {
    for (const output of outputs) await output.close();
  }
}

interface ShareOutput {
  readonly calls: number;
  add(line: string): Promise<void>;
  close(): Promise<void>;
}

const blockCharacters = 1 << 18;

async function openOutput({ file: path, calls }: TrainingShare): Promise<ShareOutput> {
  await makeFolder(dirname(path));
  const file: AppendFile = await openAppendFile(path, 0);
  let pending = "";
  return {
    calls,
    async add(line) {
      pending += line;
      if (pending.length < blockCharacters) return;
      await file.append(pending);
      pending = "";
    },
    async close() {
      await file.append(pending);
      await file.close();
    },
  };
}

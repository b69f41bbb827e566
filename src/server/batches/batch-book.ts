import { turns } from "../../lib/turns.ts";
import { type LocalBatch, readLocalBatches, writeLocalBatch } from "../../workspace/local-batches.ts";
import { notFound } from "../api-error.ts";
import type { ServerWorld } from "../world.ts";

/** What is asked for; the rest of a batch comes as it is worked on. */
export type BatchOrder = Pick<
  LocalBatch,
  "id" | "inputFile" | "endpoint" | "completionWindow" | "metadata" | "createdAt" | "expiresAt"
>;

/** All batches of the workspace. */
export interface BatchBook {
  /** In the order they were created. */
  list(): readonly LocalBatch[];
  /** @throws ApiError 404 */
  find(id: string): LocalBatch;
  /** Kept once the batch would survive a crash. */
  create(order: BatchOrder): Promise<LocalBatch>;
  /** On disk first, then told; a new status gets its time. One change after the other, each of what the last one left. */
  change(id: string, change: (batch: LocalBatch) => Partial<LocalBatch>): Promise<LocalBatch>;
  /** Told at once, and on disk with the next change: after a crash the answers themselves are counted. */
  count(id: string, counts: Pick<LocalBatch, "completed" | "failed">): void;
}

const unbegun: Omit<LocalBatch, keyof BatchOrder> = {
  status: "validating",
  ending: null,
  times: {},
  total: 0,
  completed: 0,
  failed: 0,
  faults: [],
  outputFile: null,
  errorFile: null,
};

const finals: readonly LocalBatch["status"][] = ["completed", "failed", "expired", "cancelled"];

/** Whether nothing will happen to a batch any more. */
export function isOver({ status }: LocalBatch): boolean {
  return finals.includes(status);
}

export async function openBatchBook({ provider, now, log }: ServerWorld): Promise<BatchBook> {
  const inTurn = turns();
  const batches = new Map((await readLocalBatches(provider)).map((batch) => [batch.id, batch]));
  const find = (id: string) => {
    const batch = batches.get(id);
    if (batch === undefined) throw notFound(`No batch found with id '${id.slice(0, 64)}'.`);
    return batch;
  };
  return {
    list: () => [...batches.values()],
    find,
    async create(order) {
      const batch = { ...order, ...unbegun };
      await writeLocalBatch(provider, batch);
      batches.set(batch.id, batch);
      return batch;
    },
    change: (id, change) =>
      inTurn(async () => {
        const before = find(id);
        const wanted = change(before);
        const { status } = { ...before, ...wanted };
        const isNew = status !== before.status;
        const times = isNew ? { ...before.times, [status]: Math.floor(now() / 1000) } : before.times;
        await writeLocalBatch(provider, { ...before, ...wanted, times });
        // Counts may have grown in the meantime.
        const batch = { ...find(id), ...wanted, times };
        batches.set(id, batch);
        if (isNew) log(`batch ${id}: ${status}`);
        return batch;
      }),
    count: (id, counts) => void batches.set(id, { ...find(id), ...counts }),
  };
}

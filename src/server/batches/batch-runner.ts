import { rm } from "node:fs/promises";
import { isThere, sha256OfFile, sizeOf } from "../../workspace/files.ts";
import { batchFiles, type LocalBatch } from "../../workspace/local-batches.ts";
import { contentOf } from "../../workspace/local-files.ts";
import { ApiError } from "../api-error.ts";
import { describeBug } from "../describe-bug.ts";
import type { Answers } from "./answer-log.ts";
import { answerRequests, type BatchParts } from "./answer-requests.ts";
import { isOver } from "./batch-book.ts";
import { judgeRequests } from "./read-requests.ts";

/** Works off batches, one after the other. */
export interface BatchRunner {
  /** Takes up again what an earlier server left unfinished. */
  resume(): void;
  /** A new batch; it begins by itself when its turn comes. */
  enqueue(id: string): void;
  /** @throws ApiError 409 for a batch that is over */
  cancel(id: string): Promise<LocalBatch>;
  /** Kept once nothing is waiting or at work. */
  settled(): Promise<void>;
  /** Stops at the answer under way, and begins no other batch. */
  close(): Promise<void>;
}

export function openBatchRunner(parts: BatchParts): BatchRunner {
  const { batches, world } = parts;
  const closing = new AbortController();
  let cancelling = new AbortController();
  let running: string | null = null;
  let last: Promise<void> = Promise.resolve();
  const work = async (id: string) => {
    if (closing.signal.aborted) return;
    running = id;
    cancelling = new AbortController();
    const stop = AbortSignal.any([closing.signal, cancelling.signal]);
    try {
      await workOff(id, parts, { stop, isClosing: () => closing.signal.aborted });
    } catch (error) {
      world.log(`batch ${id}: ${describeBug(error)}`);
      await batches.change(id, () => ({ status: "failed", faults: [stopped] })).catch(() => {});
    } finally {
      running = null;
    }
  };
  const enqueue = (id: string) => {
    last = last.then(() => work(id));
  };
  return {
    resume() {
      for (const batch of batches.list()) if (!isOver(batch)) enqueue(batch.id);
    },
    enqueue,
    async cancel(id) {
      const batch = batches.find(id);
      if (isOver(batch))
        throw new ApiError({
          status: 409,
          message: `Cannot cancel a batch with status '${batch.status}'.`,
          code: "batch_is_over",
        });
      const told = await batches.change(id, ({ status, ending }) =>
        ending === null && status !== "failed" ? { status: "cancelling" } : {},
      );
      if (running === id) cancelling.abort();
      return told;
    },
    settled: () => last,
    close() {
      closing.abort();
      return last;
    },
  };
}

const stopped = {
  code: "server_error",
  line: null,
  message: "The batch could not be run; the server's log tells why.",
  param: null,
};

interface Work {
  /** Fires where the batch is cancelled, and where the server closes. */
  readonly stop: AbortSignal;
  readonly isClosing: () => boolean;
}

/** From whatever status it is in to its end. */
async function workOff(id: string, parts: BatchParts, { stop, isClosing }: Work): Promise<void> {
  const { batches } = parts;
  const begun = await beginWork(batches.find(id), parts);
  if (isOver(begun)) return;
  if (begun.ending === null) {
    const answers = await answerRequests(
      begun,
      parts,
      begun.status === "cancelling" ? AbortSignal.abort() : stop,
    );
    // The next server goes on from here.
    if (isClosing()) return;
    await beginEnd(id, answers, parts);
  }
  await placeFiles(batches.find(id), parts);
  await batches.change(id, ({ status, ending }) => ({ status: ending ?? status }));
}

/** Looks its file through, where nobody has yet. */
async function beginWork(batch: LocalBatch, { batches, files, world }: BatchParts): Promise<LocalBatch> {
  if (batch.status !== "validating") return batch;
  const path = contentOf(world.provider, files.find(batch.inputFile).id);
  const { total, faults } = await judgeRequests(path, batch.endpoint);
  if (faults.length > 0) return batches.change(batch.id, () => ({ status: "failed", faults: [...faults] }));
  return batches.change(batch.id, ({ status }) => ({
    total,
    status: status === "validating" ? "in_progress" : status,
  }));
}

async function beginEnd(
  id: string,
  { completed, failed, hasExpired }: Answers,
  { batches }: BatchParts,
): Promise<void> {
  const uuid = id.replace(/^batch_/, "");
  await batches.change(id, ({ status }) => ({
    ...(status === "cancelling"
      ? { ending: "cancelled" }
      : { status: "finalizing", ending: hasExpired ? "expired" : "completed" }),
    completed,
    failed,
    outputFile: completed === 0 ? null : `file-${uuid}-output`,
    errorFile: failed === 0 ? null : `file-${uuid}-errors`,
  }));
}

/** Makes files of the provider of what was answered; those that a killed server had placed already are there. */
async function placeFiles(batch: LocalBatch, { files, world }: BatchParts): Promise<void> {
  const own = batchFiles(world.provider, batch.id);
  const known = new Set(files.list().map(({ id }) => id));
  for (const [id, path, name] of [
    [batch.outputFile, own.output, "output"],
    [batch.errorFile, own.errors, "errors"],
  ] as const) {
    if (id === null) await rm(path, { force: true });
    else if (!known.has(id) && (await isThere(path))) {
      const notice = {
        filename: `${batch.id}_${name}.jsonl`,
        fileType: "jsonl",
        purpose: "batch_output",
      } as const;
      await files.add(notice, { path, bytes: await sizeOf(path), sha256: await sha256OfFile(path) }, id);
    }
  }
}

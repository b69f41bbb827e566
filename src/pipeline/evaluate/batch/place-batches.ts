import { RemoteError, UsageError } from "../../../lib/errors.ts";
import type { BatchApi, BatchFile, RemoteBatch } from "../../../plugins/providers/batch/batch-api.ts";
import { lookForLost, mayBeThere } from "../../../plugins/providers/may-have-happened.ts";
import type { EvaluationFiles } from "../../../workspace/evaluations.ts";
import type { CaseBook } from "../cases/open-cases.ts";
import type { Missing } from "../run/missing.ts";
import { type BatchTarget, type BatchWorld, connectTarget } from "./connect-target.ts";
import type { BatchLedger } from "./ledger.ts";
import type { BatchRecord } from "./record.ts";
import { clearRequests, readRequests, writeRequests } from "./request-file.ts";

export interface PlaceOrder {
  readonly files: EvaluationFiles;
  readonly ledger: BatchLedger;
  readonly targets: readonly BatchTarget[];
  readonly cases: CaseBook;
  readonly missing: Missing;
  /** A fresh name for an order. */
  readonly newOrder: () => string;
  readonly world: BatchWorld;
}

/**
 * Takes what is missing to batches, from wherever a crash left it: each step that costs money is in the ledger before it is
 * taken, and one whose answer was lost is followed by a look for what it did, never by a second one on suspicion.
 * @throws RemoteError where a provider takes none
 */
export async function placeBatches(order: PlaceOrder): Promise<void> {
  const { ledger, targets, world } = order;
  await dropUnsent(order);
  await clear(order);
  for (const target of targets) {
    await orderMissing(target, order);
    const api = connectTarget(target, world);
    for (const record of openOf(target, ledger))
      if (record.batchId === null) await place(record, { ...order, target, api });
  }
  await clear(order);
}

/** Callers' words lie on their way no longer than they have to. */
function clear({ files, ledger }: PlaceOrder): Promise<void> {
  const unsent = ledger.records.filter(({ ended, batchId }) => ended === null && batchId === null);
  return clearRequests(files.batchRequests, unsent);
}

export function openOf({ candidate }: BatchTarget, { records }: BatchLedger): BatchRecord[] {
  return records.filter((record) => record.candidate === candidate.name && record.ended === null);
}

/** What was written down and never begun is begun anew where its file is gone, or its candidate is asked elsewhere now. */
async function dropUnsent({ files, ledger, targets }: PlaceOrder): Promise<void> {
  for (const target of targets)
    for (const record of openOf(target, ledger)) {
      const isElsewhere = record.address !== target.candidate.address;
      if (isElsewhere && record.createStarted) throw elsewhere(record);
      if (record.createStarted) continue;
      const isThere = (await readRequests(files.batchRequests, record)) !== null;
      if (isElsewhere || !isThere) await drop(record, ledger);
    }
}

function drop({ order }: BatchRecord, ledger: BatchLedger): Promise<void> {
  return ledger.append({ fact: "ended", order, state: "cancelled", status: "never sent" });
}

function elsewhere({ candidate, batchId, address }: BatchRecord): UsageError {
  const which = batchId === null ? "a batch" : `batch ${batchId}`;
  return new UsageError(
    `candidate ${candidate}: ${which} was ordered at ${address}, and its answers lie there; name that address, or give the candidate another name`,
  );
}

async function orderMissing(
  target: BatchTarget,
  { files, ledger, cases, missing, newOrder }: PlaceOrder,
): Promise<void> {
  const { name, address } = target.candidate;
  const covered = new Set(openOf(target, ledger).flatMap(({ places }) => places));
  const done = missing.done.get(name) ?? new Uint8Array();
  const places = [...done.keys()].filter((place) => done[place] === 0 && !covered.has(place));
  const folder = files.batchRequests;
  for await (const written of writeRequests({
    target,
    terms: target.batch,
    cases,
    places,
    folder,
    newOrder,
  })) {
    const file = `calltune-${files.id}-${written.order}.jsonl`;
    await ledger.append({ fact: "ordered", candidate: name, address, file, ...written });
  }
}

interface Placing extends PlaceOrder {
  readonly target: BatchTarget;
  readonly api: BatchApi;
}

async function place(record: BatchRecord, placing: Placing): Promise<void> {
  const { ledger, api, files } = placing;
  const { order } = record;
  const made = record.createStarted ? await lookFor(record, placing) : null;
  if (made !== null) return ledger.append({ fact: "created", order, batchId: made.batchId });
  if (record.fileId === null) {
    const file = await readRequests(files.batchRequests, record);
    if (file === null) return drop(record, ledger);
    const fileId = (await arrived(file, api)) ?? (await send(file, placing));
    await ledger.append({ fact: "file-sent", order, fileId });
  }
  const batch = await create(order, placing);
  await ledger.append({ fact: "created", order, batchId: batch.batchId });
}

const mostTries = 3;

async function arrived(file: BatchFile, api: BatchApi): Promise<string | null> {
  return (await api.filesLike(file))[0] ?? null;
}

async function send(file: BatchFile, { api, world }: Placing): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await api.sendFile(file);
    } catch (error) {
      if (!mayBeThere(error)) throw error;
      const fileId = await lookForLost(() => arrived(file, api), world.wait);
      if (fileId !== null) return fileId;
      if (tries === mostTries) throw error;
    }
  }
}

async function create(order: string, placing: Placing): Promise<RemoteBatch> {
  const { api, ledger, files } = placing;
  const notes = { calltune_evaluation: files.id, calltune_order: order };
  for (let tries = 1; ; tries += 1) {
    if (!ledger.recordOf(order).createStarted) await ledger.append({ fact: "create-started", order });
    try {
      return await api.create({ fileId: ledger.recordOf(order).fileId ?? "", notes });
    } catch (error) {
      const batch = await afterFailure(error, order, placing);
      if (batch !== null) return batch;
      if (tries === mostTries) throw error;
    }
  }
}

/** What a failed request has made all the same; null for nothing. @throws the error where it is certain that asking again helps nothing */
async function afterFailure(error: unknown, order: string, placing: Placing): Promise<RemoteBatch | null> {
  const { ledger } = placing;
  if (mayBeThere(error)) return lookFor(ledger.recordOf(order), placing);
  if (error instanceof RemoteError && error.status !== undefined)
    await ledger.append({ fact: "create-refused", order, status: error.status });
  throw error;
}

/** The file is this order's alone, and so is the batch over it. */
function lookFor({ fileId }: BatchRecord, { api, world }: Placing): Promise<RemoteBatch | null> {
  return lookForLost(async () => (fileId === null ? null : api.find(fileId)), world.wait);
}

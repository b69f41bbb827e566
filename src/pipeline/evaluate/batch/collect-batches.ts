import type { Generation } from "../../../domain/generation.ts";
import { RemoteError } from "../../../lib/errors.ts";
import { growingPause } from "../../../lib/growing-pause.ts";
import type { BatchApi, RemoteBatch } from "../../../plugins/providers/batch/batch-api.ts";
import type { EvaluationFiles } from "../../../workspace/evaluations.ts";
import type { CaseBook } from "../cases/open-cases.ts";
import type { GenerationLog } from "../run/generation-log.ts";
import type { Missing } from "../run/missing.ts";
import { unusable } from "../run/unusable.ts";
import { type BatchTarget, type BatchWorld, connectTarget } from "./connect-target.ts";
import { type Absence, awaitFirstAnswer } from "./first-answer.ts";
import type { BatchLedger } from "./ledger.ts";
import { openOf } from "./place-batches.ts";
import type { BatchRecord } from "./record.ts";
import { takeAnswers } from "./take-answers.ts";

export interface CollectOrder {
  readonly files: EvaluationFiles;
  readonly ledger: BatchLedger;
  readonly targets: readonly BatchTarget[];
  readonly cases: CaseBook;
  readonly missing: Missing;
  readonly log: GenerationLog;
  readonly onGeneration: (generation: Generation) => void;
  readonly onWaiting: (waiting: Waiting) => void;
  readonly world: BatchWorld;
}

/** How far the batches are that are waited for. */
export interface Waiting {
  readonly batches: number;
  readonly requests: number;
  /** About so many of them are done, as the services tell. */
  readonly done: number;
  /** The services' own words, each once. */
  readonly statuses: readonly string[];
}

/** From two looks a second to one a minute. */
const looks = { fromMs: 500, toMs: 60_000 };
/** A network that is gone for so many looks is told of; the batches go on. */
const mostFailedLooks = 10;

/**
 * Waits for what was ordered, and takes the answers as batches come to their ends.
 * @throws RemoteError once all others are there, where one failed as a whole, can't be found any more, or was answered by
 * nobody; InterruptedError, and the batches go on
 */
export async function collectBatches(order: CollectOrder): Promise<void> {
  let open = order.targets.flatMap((target) => {
    const api = connectTarget(target, order.world);
    return openOf(target, order.ledger).map((record) => ({ record, target, api }));
  });
  const faults: RemoteError[] = [];
  const settling: Settling = { ...order, answered: answeredBefore(order.missing) };
  const look = patientLook();
  const pause = growingPause(looks);
  while (open.length > 0) {
    const looked = await look(open);
    for (const { one, batch } of looked) faults.push(...(await settle(one, batch, settling)));
    const ended = new Set(looked.flatMap(({ one, batch }) => (batch?.state === "open" ? [] : [one])));
    open = open.filter((one) => !ended.has(one));
    if (open.length === 0) break;
    if (looked.length > 0) order.onWaiting(waitingOf(looked.filter(({ one }) => !ended.has(one))));
    await order.world.wait(pause());
  }
  const [first] = faults;
  if (first !== undefined) throw first;
}

/** Looks at all of them; at none where the network is gone for the moment. @throws RemoteError where it stays so */
function patientLook(): (open: readonly Open[]) => Promise<Looked[]> {
  let failedLooks = 0;
  return async (open) => {
    try {
      const looked: Looked[] = [];
      for (const one of open) looked.push({ one, batch: await one.api.read(one.record.batchId ?? "") });
      failedLooks = 0;
      return looked;
    } catch (error) {
      failedLooks += 1;
      if (error instanceof RemoteError && error.retryable && failedLooks < mostFailedLooks) return [];
      throw error;
    }
  };
}

interface Open {
  readonly record: BatchRecord;
  readonly target: BatchTarget;
  readonly api: BatchApi;
}

interface Looked {
  readonly one: Open;
  readonly batch: RemoteBatch | null;
}

interface Settling extends CollectOrder {
  /** Names of candidates that have answered something. */
  readonly answered: Set<string>;
}

function answeredBefore({ done }: Missing): Set<string> {
  return new Set([...done].flatMap(([name, marks]) => (marks.includes(1) ? [name] : [])));
}

/** What a batch at its end comes to; a fault where there are no answers to be had. The log is on disk before the ledger says so. */
async function settle(one: Open, batch: RemoteBatch | null, order: Settling): Promise<RemoteError[]> {
  if (batch === null) return [gone(one)];
  const { state, status } = batch;
  if (state === "open") return [];
  const faults = one.record.taken ? [] : await take(one, batch, order);
  await removeFiles(one, batch, order.ledger);
  await order.ledger.append({ fact: "ended", order: one.record.order, state, status });
  return faults;
}

async function take(one: Open, batch: RemoteBatch, order: Settling): Promise<RemoteError[]> {
  const { files, cases, missing, log, onGeneration, world, answered } = order;
  const { name } = one.target.candidate;
  const done = missing.done.get(name);
  let answers = 0;
  const first = awaitFirstAnswer({
    hasAnswered: answered.has(name),
    async keep(generation) {
      await log.append(generation);
      if (generation.outcome === "answered") answered.add(name);
      answers += 1;
      onGeneration(generation);
    },
  });
  await takeAnswers({
    ...one,
    batch,
    cases,
    folder: files.batchRequests,
    isDone: (place) => done?.[place] !== 0,
    onGeneration: first.take,
    wait: world.wait,
  });
  const absence = await first.end();
  await log.sync();
  if (batch.state === "failed") return [failed(one, batch)];
  if (absence !== null) return [nobody(one, absence)];
  if (batch.state !== "completed") world.onNotice(endText(one, batch, answers));
  return [];
}

/** They hold callers' words. The ledger tells first that nobody needs them any more: a kill in between, and the next run removes the rest. */
async function removeFiles(
  { record, target, api }: Open,
  { outputFile, errorFile }: RemoteBatch,
  ledger: BatchLedger,
): Promise<void> {
  if (target.batch.filesAfterwards === "stay") return;
  if (!record.taken) await ledger.append({ fact: "taken", order: record.order });
  for (const fileId of [record.fileId, outputFile, errorFile])
    if (fileId !== null) await api.removeFile(fileId);
}

function endText({ record, target }: Open, { batchId, state }: RemoteBatch, answers: number): string {
  const { length } = record.places;
  const rest =
    state === "expired"
      ? "the others count as failed, and --retry-failed asks them again"
      : "the others are missing, and the same command asks them again";
  return `candidate ${target.candidate.name}: batch ${batchId} was ${state}; ${state === "expired" ? "it told" : "it had answered"} ${answers} of ${length} cases, ${rest}`;
}

function failed({ target }: Open, { batchId, fault }: RemoteBatch): RemoteError {
  return new RemoteError({
    system: target.candidate.provider ?? "provider",
    sentence: `candidate ${target.candidate.name}: batch ${batchId} failed: ${fault ?? "the service gives no reason"}`,
    retryable: false,
    advice:
      "what it answered is kept, its other cases are missing still: once the reason is mended, the same command orders them anew; without --batch they are asked live",
  });
}

function nobody({ record, target }: Open, { failures, last }: Absence): RemoteError {
  return unusable(target, last, {
    what: `batch ${record.batchId} was answered by nobody: ${failures === 1 ? "its one request" : `all ${failures} requests`} failed`,
    goOn: "none of them counts as asked: the same command orders them anew, and without --batch they are asked live",
  });
}

function gone({ record, target }: Open): RemoteError {
  return new RemoteError({
    system: target.candidate.provider ?? "provider",
    sentence: `candidate ${target.candidate.name}: there is no batch ${record.batchId}`,
    status: 404,
    retryable: false,
    advice: `run it with the key (${target.keyVariable}) and address that it was ordered with; where it is gone for good, remove batches.jsonl of the evaluation, and its cases are asked and paid again`,
  });
}

function waitingOf(still: readonly Looked[]): Waiting {
  const sizes = still.map(({ one }) => one.record.places.length);
  const done = still.map(({ batch }, index) => Math.floor((batch?.progress ?? 0) * (sizes[index] ?? 0)));
  return {
    batches: still.length,
    requests: sumOf(sizes),
    done: sumOf(done),
    statuses: [...new Set(still.flatMap(({ batch }) => batch?.status.toLowerCase() ?? []))],
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

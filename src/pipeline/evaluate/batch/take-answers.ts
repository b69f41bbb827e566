import { open } from "node:fs/promises";
import { join } from "node:path";
import type { Generation } from "../../../domain/generation.ts";
import { RemoteError } from "../../../lib/errors.ts";
import { readFileLines } from "../../../lib/read-lines.ts";
import type { BatchApi, RemoteBatch } from "../../../plugins/providers/batch/batch-api.ts";
import { makeFolder, privateFile, removeIfThere } from "../../../workspace/files.ts";
import { generationFrom, tokensOf } from "../ask/ask-case.ts";
import type { Attempt } from "../ask/attempt.ts";
import { batchBody, type ChatTarget, contextFor } from "../ask/chat-target.ts";
import type { CaseBook } from "../cases/open-cases.ts";
import { readAnswerLine } from "./answer-line.ts";
import type { BatchRecord } from "./record.ts";
import { placeOf } from "./request-file.ts";

export interface TakeOrder {
  readonly record: BatchRecord;
  readonly batch: RemoteBatch;
  readonly target: ChatTarget;
  readonly api: BatchApi;
  readonly cases: CaseBook;
  /** Downloads lie there while they are read. */
  readonly folder: string;
  /** Whether a case has its generation already, from before a crash. */
  readonly isDone: (place: number) => boolean;
  readonly onGeneration: (generation: Generation) => Promise<void>;
  readonly wait: (ms: number) => Promise<void>;
}

const mostReads = 3;
const pauseMs = 1000;

/**
 * Every answer of a batch that is at its end, each case once. Where the service says less than it has done, its files are
 * fetched again; requests that it says nothing of have failed, or are still missing where it was cancelled.
 * @throws RemoteError where its files keep coming cut
 */
export async function takeAnswers(order: TakeOrder): Promise<void> {
  const taking: Taking = { ...order, seen: new Set(), own: new Set(order.record.places) };
  for (let reads = 1; ; reads += 1) {
    const { broken } = await readFiles(taking);
    const isCut = broken > 0 || taking.seen.size < toldOf(order.batch);
    if (!isCut && (order.batch.state !== "completed" || taking.seen.size === taking.own.size)) break;
    if (reads === mostReads && isCut) throw cut(order);
    if (reads === mostReads) break;
    await order.wait(pauseMs);
  }
  const came = silenceOf[order.batch.state];
  if (came === null) return;
  for (const place of order.record.places) if (!taking.seen.has(place)) await keep(place, came, taking);
}

/** What a request came to that neither file tells of. */
const silenceOf: Readonly<Record<RemoteBatch["state"], Attempt | null>> = {
  open: null,
  completed: { outcome: "not_a_reply", begun: false, status: null, headers: new Headers() },
  failed: null,
  expired: { outcome: "timeout" },
  cancelled: null,
};

interface Taking extends TakeOrder {
  /** Places that a file has told of. */
  readonly seen: Set<number>;
  readonly own: ReadonlySet<number>;
}

/** Requests that the service says it has done. */
function toldOf({ answered, failed }: RemoteBatch): number {
  return (answered ?? 0) + (failed ?? 0);
}

async function readFiles(taking: Taking): Promise<{ readonly broken: number }> {
  const { outputFile, errorFile } = taking.batch;
  let broken = 0;
  for (const fileId of [outputFile, errorFile]) if (fileId !== null) broken += await readOne(fileId, taking);
  return { broken };
}

/** How many of its lines can't be read. */
async function readOne(fileId: string, taking: Taking): Promise<number> {
  const path = join(taking.folder, `${taking.record.order}.answers`);
  await makeFolder(taking.folder);
  try {
    await taking.api.download(fileId, (chunks) => write(chunks, path));
    let broken = 0;
    for await (const lines of readFileLines(path, { name: "the batch's answers" }))
      for (const { bytes } of lines) if (!(await readLine(bytes, taking))) broken += 1;
    return broken;
  } finally {
    await removeIfThere(path);
  }
}

async function write(chunks: AsyncIterable<Uint8Array>, path: string): Promise<void> {
  const file = await open(path, "w", privateFile);
  try {
    for await (const chunk of chunks) await file.writeFile(chunk);
  } finally {
    await file.close();
  }
}

/** False where it is no line of answers. Another's, or one told twice, tells nothing new. */
async function readLine(bytes: Buffer | null, taking: Taking): Promise<boolean> {
  const text = bytes?.toString("utf8") ?? "";
  if (text.trim() === "" && bytes !== null) return true;
  const line = readAnswerLine(text);
  if (line === null) return false;
  const place = placeOf(taking.record.order, line.customId);
  if (place === null || !taking.own.has(place) || taking.seen.has(place)) return true;
  taking.seen.add(place);
  if (line.came !== null) await keep(place, line.came, taking);
  return true;
}

async function keep(
  place: number,
  came: Attempt,
  { isDone, target, cases, onGeneration }: Taking,
): Promise<void> {
  if (isDone(place)) return;
  const question = await cases.read(place);
  const isCounted = came.outcome === "answered" && came.reply.usage !== null;
  const tokens = isCounted ? 0 : tokensOf(batchBody(target, await contextFor(target, question)));
  const round = { question, target, attempts: 1, sentAt: 0, endedAt: 0, tokens };
  await onGeneration(untimed(generationFrom(came, round)));
}

/** When a request of a batch was sent, and when it was answered, nobody knows. */
function untimed(generation: Generation): Generation {
  return generation.outcome === "answered"
    ? { ...generation, latency: null }
    : { ...generation, totalMs: null };
}

function cut({ target, batch }: TakeOrder): RemoteError {
  return new RemoteError({
    system: target.candidate.provider ?? "provider",
    sentence: `candidate ${target.candidate.name}: batch ${batch.batchId} is ${batch.status}, and its files came cut ${mostReads} times`,
    retryable: true,
    advice: "what came is kept; the same command fetches the rest, and orders nothing anew",
  });
}

import { type Split, splits } from "../../domain/split.ts";
import { InterruptedError } from "../../lib/errors.ts";
import { giveBack } from "../../lib/heap-keeper.ts";
import { toJsonLine } from "../../lib/json-lines.ts";
import { lineChunks } from "../../lib/line-chunks.ts";
import { mapInOrder, ownMemory, type WorkerPool } from "../../lib/worker-pool.ts";
import type { DatasetWriter } from "../../workspace/dataset-writer.ts";
import type { Candidate, Lesson } from "./decision.ts";
import type { RejectedLog } from "./rejected-log.ts";
import type { Scan } from "./scan-all.ts";
import type { ChosenCall, ExampleEntry, WriteRequest, WriteResult } from "./write-rows.ts";

export interface WriteOrder {
  readonly file: string;
  readonly scan: Scan;
  readonly pool: WorkerPool<WriteRequest, WriteResult>;
  readonly dataset: DatasetWriter;
  readonly rejected: RejectedLog;
  /** True when the provider's dialect is that of the split files. */
  readonly sameDialect: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (bytes: number) => void;
  readonly onExample: (entry: ExampleEntry) => void;
}

/** Second walk: writes the chosen examples, in the order of the calls. Gives the ids of those that couldn't be written. */
export async function writeAll(order: WriteOrder): Promise<ReadonlySet<string>> {
  const unwritten = new Set<string>();
  for (const split of splits) await order.dataset.file(split);
  if (order.sameDialect) {
    order.dataset.copy("train", "trainingData");
    order.dataset.copy("validation", "validationData");
  }
  for await (const result of mapInOrder(requestsOf(order), order.pool)) {
    await writeRows(result, order);
    await order.rejected.write(result.rejected);
    for (const { id } of result.rejected) unwritten.add(id);
    for (const entry of result.entries) order.onExample(entry);
  }
  return unwritten;
}

async function writeRows(
  { rows, entries }: WriteResult,
  { dataset, sameDialect }: WriteOrder,
): Promise<void> {
  for (const { split, count, rows: bytes, dialectRows } of rows) {
    await (await dataset.file(split)).append(bytes, count);
    giveBack(ownMemory(bytes));
    if (sameDialect || split === "test") continue;
    await (await dataset.file(dialectFiles[split])).append(dialectRows ?? new Uint8Array(), count);
    if (dialectRows !== null) giveBack(ownMemory(dialectRows));
  }
  const lines = entries.map((entry) => `${toJsonLine(entry)}\n`).join("");
  await (await dataset.file("examples")).append(lines, entries.length);
}

const dialectFiles = { train: "trainingData", validation: "validationData" } as const;

async function* requestsOf(order: WriteOrder): AsyncGenerator<WriteRequest> {
  let bytesRead = 0;
  let firstLine = 0;
  let next = 0;
  const { chosen, linesPerChunk } = order.scan;
  let chunk = 0;
  for await (const bytes of lineChunks(order.file)) {
    if (order.signal.aborted) throw new InterruptedError("interrupted while writing examples");
    const end = firstLine + (linesPerChunk[chunk] ?? 0);
    const start = next;
    while (next < chosen.length && (chosen[next]?.call ?? end) < end) next += 1;
    if (next > start) yield { bytes, chosen: byCall(chosen.slice(start, next), firstLine) };
    firstLine = end;
    chunk += 1;
    bytesRead += bytes.length;
    order.onProgress(bytesRead);
  }
}

function byCall(chosen: readonly Candidate[], firstLine: number): ChosenCall[] {
  const calls = new Map<number, { line: number; split: Split; lessons: Lesson[] }>();
  for (const { call, split, turns, corrected, whole, decisions } of chosen) {
    const known = calls.get(call) ?? { line: call - firstLine, split, lessons: [] };
    known.lessons.push({ turns, corrected, whole, decisions });
    calls.set(call, known);
  }
  return [...calls.values()];
}

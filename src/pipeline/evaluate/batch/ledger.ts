import { dirname } from "node:path";
import { UsageError } from "../../../lib/errors.ts";
import { parseJson } from "../../../lib/json.ts";
import { toJsonLine } from "../../../lib/json-lines.ts";
import { type AppendFile, openAppendFile } from "../../../workspace/append-file.ts";
import { syncFolder } from "../../../workspace/files.ts";
import { readWholeLines } from "../../../workspace/whole-lines.ts";
import { BatchFact, type BatchRecord, type NewBatchFact, withFact } from "./record.ts";

/** An evaluation's `batches.jsonl`, open for writing. */
export interface BatchLedger {
  readonly records: readonly BatchRecord[];
  /** Returns once the fact would survive a power cut. */
  append(fact: NewBatchFact): Promise<void>;
  /** As it stands now. */
  recordOf(order: string): BatchRecord;
  close(): Promise<void>;
}

/** Made with its first fact; cuts off the half line of a crash. @throws UsageError where the file isn't ours */
export async function openBatchLedger(path: string, now: () => Date): Promise<BatchLedger> {
  const { bytes, records: before } = await readLedger(path);
  let file: AppendFile | null = null;
  let records: ReadonlyMap<string, BatchRecord> = before;
  return {
    get records() {
      return [...records.values()];
    },
    async append(fact) {
      const dated: BatchFact = { ...fact, at: now().toISOString() };
      const isNew = file === null && bytes === 0;
      file ??= await openAppendFile(path, bytes);
      await file.append(`${toJsonLine(dated)}\n`);
      await file.sync();
      // The evaluation's folder may be as new as the file.
      if (isNew) for (const folder of [dirname(path), dirname(dirname(path))]) await syncFolder(folder);
      records = withFact(records, dated);
    },
    recordOf(order) {
      const record = records.get(order);
      if (record === undefined) throw new Error(`order ${order} was never written down`);
      return record;
    },
    async close() {
      await file?.close();
    },
  };
}

/** What an evaluation has ordered of batch APIs, oldest first; nothing is made. @throws UsageError where the file isn't ours */
export async function readBatches(path: string): Promise<BatchRecord[]> {
  return [...(await readLedger(path)).records.values()];
}

async function readLedger(path: string): Promise<{ bytes: number; records: Map<string, BatchRecord> }> {
  const { lines, bytes } = (await readWholeLines(path)) ?? { lines: [], bytes: 0 };
  let records = new Map<string, BatchRecord>();
  for (const line of lines) records = withFact(records, factFrom(line));
  return { bytes, records };
}

function factFrom(line: string): BatchFact {
  const fact = BatchFact.safeParse(parseJson(line));
  if (fact.success) return fact.data;
  throw new UsageError(
    "batches.jsonl of the evaluation isn't what this calltune writes (edited, or of a newer version); update calltune, or start a new evaluation",
  );
}

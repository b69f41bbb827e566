import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { parseJson } from "../lib/json.ts";
import { removeIfThere, writeWhole } from "./files.ts";
import type { LocalProvider } from "./local-provider.ts";

/** The eight statuses of a batch at OpenAI; the last four are final. */
export const BatchStatus = z.enum([
  "validating",
  "in_progress",
  "finalizing",
  "cancelling",
  "completed",
  "failed",
  "expired",
  "cancelled",
]);
export type BatchStatus = z.infer<typeof BatchStatus>;

/** What is wrong with a batch's file as a whole. */
export const BatchFault = z.object({
  code: z.string(),
  /** Counts from 1; null where it is no line's. */
  line: z.int().nullable(),
  message: z.string(),
  param: z.string().nullable(),
});
export type BatchFault = z.infer<typeof BatchFault>;

/** `batches/<id>/batch.json`. Times are seconds since 1970. */
export const LocalBatch = z.object({
  id: z.string(),
  inputFile: z.string(),
  endpoint: z.string(),
  completionWindow: z.string(),
  metadata: z.record(z.string(), z.string()).nullable(),
  status: BatchStatus,
  /** What it will be once its files are in place; null while requests are answered. */
  ending: z.enum(["completed", "expired", "cancelled"]).nullable(),
  createdAt: z.int(),
  expiresAt: z.int(),
  /** When it came into each status. */
  times: z.partialRecord(BatchStatus, z.int()),
  /** Requests in the file; 0 until it was looked through. */
  total: z.int(),
  completed: z.int(),
  failed: z.int(),
  faults: z.array(BatchFault),
  /** Ids of the files with its answers; null where there are none, or not yet. */
  outputFile: z.string().nullable(),
  errorFile: z.string().nullable(),
});
export type LocalBatch = z.infer<typeof LocalBatch>;

/** Where a batch's answers grow until they become files of the provider. */
export interface BatchFiles {
  readonly folder: string;
  readonly output: string;
  readonly errors: string;
}

export function batchFiles({ batches }: LocalProvider, id: string): BatchFiles {
  const folder = join(batches, id);
  return { folder, output: join(folder, "output.jsonl"), errors: join(folder, "errors.jsonl") };
}

/** All batches that were answered for, oldest first; folders that a crash left half made are removed. */
export async function readLocalBatches(provider: LocalProvider): Promise<LocalBatch[]> {
  const batches: LocalBatch[] = [];
  for (const id of await readdir(provider.batches)) {
    const { folder } = batchFiles(provider, id);
    const text = await readFile(join(folder, "batch.json"), "utf8").catch(() => "");
    const batch = LocalBatch.safeParse(parseJson(text));
    if (batch.success) batches.push(batch.data);
    else await removeIfThere(folder);
  }
  return batches.sort((one, other) => one.createdAt - other.createdAt);
}

export async function writeLocalBatch(provider: LocalProvider, batch: LocalBatch): Promise<void> {
  await writeWhole(join(batchFiles(provider, batch.id).folder, "batch.json"), `${JSON.stringify(batch)}\n`);
}

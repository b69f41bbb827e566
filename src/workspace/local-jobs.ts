import { appendFile, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { parseJson } from "../lib/json.ts";
import { openAppendFile } from "./append-file.ts";
import { isMissing, makeFolder, privateFile, removeIfThere, writeWhole } from "./files.ts";
import type { LocalProvider } from "./local-provider.ts";

/** The nine statuses of a fine-tuning job at Together; the last three are final. */
export const JobStatus = z.enum([
  "pending",
  "queued",
  "running",
  "compressing",
  "uploading",
  "cancel_requested",
  "cancelled",
  "error",
  "completed",
]);
export type JobStatus = z.infer<typeof JobStatus>;

/** Something that happened to a job; types are Together's, as far as a local job has them. */
export const JobEvent = z.object({
  type: z.enum([
    "job_pending",
    "job_start",
    "job_restarted",
    "job_stopped",
    "job_error",
    "job_complete",
    "cancel_requested",
    "early_stopped",
    "warning",
    "model_downloading",
    "model_download_complete",
    "training_data_downloading",
    "training_data_download_complete",
    "validation_data_downloading",
    "validation_data_download_complete",
    "training_start",
    "epoch_complete",
    "checkpoint_save",
    "training_complete",
    "model_compressing",
    "model_compression_complete",
    "model_uploading",
    "model_upload_complete",
  ]),
  message: z.string(),
  step: z.int().optional(),
  totalSteps: z.int().optional(),
  tokens: z.int().optional(),
  parameters: z.int().optional(),
  checkpoint: z.string().optional(),
  model: z.string().optional(),
});
export type JobEvent = z.infer<typeof JobEvent>;

export const Checkpoint = z.object({
  epoch: z.int(),
  step: z.int(),
  /** Name in the job's folder. */
  file: z.string(),
  createdAt: z.string(),
  /** Whether it was asked for; others serve a restart alone and go when a newer one is there. */
  listed: z.boolean(),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

/** What is known of a job so far; each line of its ledger may change some of it. */
export const JobFacts = z.object({
  startedAt: z.string().optional(),
  epochsCompleted: z.int().optional(),
  step: z.int().optional(),
  totalSteps: z.int().optional(),
  tokens: z.int().optional(),
  /** The newest is what an interrupted job goes on from. */
  checkpoints: z.array(Checkpoint).optional(),
  /** Times it was interrupted since its last checkpoint. */
  interruptions: z.int().optional(),
  stoppedEarly: z.boolean().optional(),
  modelBytes: z.int().optional(),
});
export type JobFacts = z.infer<typeof JobFacts>;

export const LedgerEntry = z.object({
  /** ISO 8601. */
  at: z.string(),
  status: JobStatus.optional(),
  event: JobEvent.optional(),
  facts: JobFacts.optional(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** Where a job's files lie. */
export interface JobFiles {
  readonly folder: string;
  readonly ledger: string;
  readonly metrics: string;
  readonly model: string;
}

export function jobFiles(provider: LocalProvider, id: string): JobFiles {
  const folder = join(provider.jobs, id);
  return {
    folder,
    ledger: join(folder, "ledger.jsonl"),
    metrics: join(folder, "metrics.jsonl"),
    model: join(folder, "model.safetensors"),
  };
}

/** Ids of all jobs, in no order. */
export async function jobIds(provider: LocalProvider): Promise<string[]> {
  return readdir(provider.jobs);
}

/** The order is written whole before the job is answered for; a job without one never was. */
export async function writeOrder(files: JobFiles, order: unknown): Promise<void> {
  await makeFolder(files.folder);
  await writeWhole(join(files.folder, "order.json"), `${JSON.stringify(order, null, 2)}\n`);
}

export async function readOrder(files: JobFiles): Promise<unknown> {
  return parseJson(await readFile(join(files.folder, "order.json"), "utf8").catch(() => ""));
}

/** What happened to a job, line by line. */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  /** Lasting when the promise is kept; after a failure (a full disk) the next entry brings the lost one along. */
  append(entry: LedgerEntry): Promise<void>;
}

/** Reads as far as lines are whole: a crash may have left half of one. */
export async function openLedger(files: JobFiles): Promise<Ledger> {
  const text = await readFile(files.ledger, "utf8").catch(emptyWhereMissing);
  const entries: LedgerEntry[] = [];
  let good = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const entry = LedgerEntry.safeParse(parseJson(line));
    if (!entry.success || !line.endsWith("\n")) break;
    entries.push(entry.data);
    good += Buffer.byteLength(line);
  }
  return { entries, append: appender(files.ledger, good) };
}

function appender(file: string, from: number): Ledger["append"] {
  let good = from;
  let unwritten = "";
  let last: Promise<void> = Promise.resolve();
  const write = async () => {
    const text = unwritten;
    if (text === "") return;
    const handle = await openAppendFile(file, good);
    try {
      await handle.append(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    good += Buffer.byteLength(text);
    unwritten = unwritten.slice(text.length);
  };
  return (entry) => {
    unwritten += `${JSON.stringify(entry)}\n`;
    last = last.then(write, write);
    return last;
  };
}

/** Numbers of one training step or evaluation, under the names that Together gives them. */
export type Metrics = Readonly<Record<string, number>>;

const MetricsLine = z.object({ at: z.string(), values: z.record(z.string(), z.number()) });
export type MetricsLine = z.infer<typeof MetricsLine>;

/** Not synced: a crash may cost the last of them, and a resumed job makes them again. */
export async function appendMetrics(files: JobFiles, lines: readonly MetricsLine[]): Promise<void> {
  await appendFile(files.metrics, lines.map((line) => `${JSON.stringify(line)}\n`).join(""), {
    mode: privateFile,
  });
}

export async function readMetrics(files: JobFiles): Promise<MetricsLine[]> {
  const text = await readFile(files.metrics, "utf8").catch(emptyWhereMissing);
  return text.split("\n").flatMap((line) => {
    const metrics = MetricsLine.safeParse(parseJson(line));
    return metrics.success ? [metrics.data] : [];
  });
}

export async function removeCheckpoint(files: JobFiles, { file }: Checkpoint): Promise<void> {
  await removeIfThere(join(files.folder, file));
}

/** Of a job that is over: all others go, those too that a killed server had left unrecorded. */
export async function keepCheckpoints(files: JobFiles, kept: readonly Checkpoint[]): Promise<void> {
  const names = new Set(kept.map(({ file }) => file));
  for (const name of await readdir(files.folder))
    if (name.startsWith("checkpoint-") && !names.has(name)) await removeIfThere(join(files.folder, name));
}

export async function removeJob(files: JobFiles): Promise<void> {
  await removeIfThere(files.folder);
}

function emptyWhereMissing(error: unknown): string {
  if (isMissing(error)) return "";
  throw error;
}

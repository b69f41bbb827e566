import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { JobFact, type JobOrder, type NewJobFact } from "../domain/job.ts";
import { type JobRecord, recordOf, withFact } from "../domain/job-record.ts";
import { UsageError } from "../lib/errors.ts";
import { parseJson } from "../lib/json.ts";
import { toJsonLine } from "../lib/json-lines.ts";
import { type AppendFile, createAppendFile, openAppendFile } from "./append-file.ts";
import { isFolder, makeFolder, syncFolder } from "./files.ts";
import { type Lock, takeLock } from "./lock.ts";
import { readWholeLines } from "./whole-lines.ts";
import type { Workspace } from "./workspace.ts";

/** One job's file, open for writing: lines are added, none is changed. */
export interface JobLedger {
  readonly record: JobRecord;
  /** Returns once the fact would survive a power cut. */
  append(fact: NewJobFact): Promise<void>;
  close(): Promise<void>;
}

/** The jobs of a workspace: `jobs/<id>.json`, one JSON line per fact. */
export interface JobBook {
  /** All of them, oldest first. @throws UsageError naming a file that isn't a ledger */
  list(): Promise<JobRecord[]>;
  create(id: string, order: JobOrder): Promise<JobLedger>;
  /** Cuts off the half line of a crash. @throws UsageError where the file is no ledger */
  open(id: string): Promise<JobLedger>;
  /** Held while orders are placed. @throws UsageError when another command holds it */
  lock(command: string): Promise<Lock>;
  /** Held while one job is followed. @throws UsageError likewise */
  lockJob(id: string, command: string): Promise<Lock>;
}

/** `now` gives the instant that each fact is written with. */
export async function openJobBook({ folder }: Workspace, now: () => Date): Promise<JobBook> {
  const jobs = join(folder, "jobs");
  await makeFolder(jobs);
  const fileOf = (id: string) => join(jobs, `${id}.json`);
  return {
    list: () => listJobs(jobs),
    async create(id, order) {
      const file = await createAppendFile(fileOf(id));
      const first: NewJobFact = { fact: "ordered", version: 1, id, order };
      const record = recordOf([await writeFact(file, first, now)]);
      await syncFolder(jobs);
      if (record === null) throw new Error("the first fact of a job is its order");
      return ledgerOn(file, record, now);
    },
    async open(id) {
      const { bytes, record } = await readLedger(fileOf(id), id);
      return ledgerOn(await openAppendFile(fileOf(id), bytes), record, now);
    },
    lock: (command) => takeLock(join(jobs, "lock"), command),
    lockJob: (id, command) => takeLock(join(jobs, `${id}.lock`), command),
  };
}

/** All jobs of a workspace, oldest first, without making anything. @throws UsageError naming a file that isn't a ledger */
export async function readJobs({ folder }: Pick<Workspace, "folder">): Promise<JobRecord[]> {
  const jobs = join(folder, "jobs");
  return (await isFolder(jobs)) ? listJobs(jobs) : [];
}

function ledgerOn(file: AppendFile, first: JobRecord, now: () => Date): JobLedger {
  let record = first;
  return {
    get record() {
      return record;
    },
    async append(fact) {
      record = withFact(record, await writeFact(file, fact, now));
    },
    close: () => file.close(),
  };
}

async function writeFact(file: AppendFile, fact: NewJobFact, now: () => Date): Promise<JobFact> {
  const dated: JobFact = { ...fact, at: now().toISOString() };
  await file.append(`${toJsonLine(dated)}\n`);
  await file.sync();
  return dated;
}

async function listJobs(folder: string): Promise<JobRecord[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  const records: JobRecord[] = [];
  for (const name of names) {
    const id = name.slice(0, -".json".length);
    const ledger = await readLedger(join(folder, name), id).catch(unlessUnborn);
    if (ledger !== null) records.push(ledger.record);
  }
  return records.sort((one, other) => (one.orderedAt < other.orderedAt ? -1 : 1));
}

/** A crash before the first fact was whole leaves a file that tells of nothing. */
class UnbornJobError extends UsageError {}

function unlessUnborn(error: unknown): null {
  if (error instanceof UnbornJobError) return null;
  throw error;
}

async function readLedger(file: string, id: string): Promise<{ bytes: number; record: JobRecord }> {
  const whole = await readWholeLines(file);
  if (whole === null) throw new UsageError(`there is no job ${id}; see \`calltune tune list\``);
  const { lines, bytes } = whole;
  if (bytes === 0) throw new UnbornJobError(`job ${id} was never ordered`);
  const record = recordOf(lines.map((line) => factFrom(line, id)));
  if (record === null || record.id !== id) throw notOurs(id);
  return { bytes, record };
}

function factFrom(line: string, id: string): JobFact {
  const fact = JobFact.safeParse(parseJson(line));
  if (!fact.success) throw notOurs(id);
  return fact.data;
}

function notOurs(id: string): UsageError {
  return new UsageError(
    `jobs/${id}.json of the workspace isn't what this calltune writes (edited, or of a newer version); move it away, or update calltune`,
  );
}

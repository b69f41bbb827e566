import {
  type JobEvent,
  type JobFacts,
  type JobFiles,
  type JobStatus,
  jobFiles,
  jobIds,
  type Ledger,
  type LedgerEntry,
  openLedger,
  readOrder,
  removeJob,
  writeOrder,
} from "../../workspace/local-jobs.ts";
import { notFound } from "../api-error.ts";
import type { ServerWorld } from "../world.ts";
import { JobOrder } from "./job-order.ts";

/** A job as it stands: its order and all that its ledger tells. */
export interface Job {
  readonly order: JobOrder;
  readonly status: JobStatus;
  readonly events: readonly (JobEvent & { readonly at: string })[];
  readonly facts: JobFacts;
  readonly updatedAt: string;
}

export interface JobChange {
  readonly status?: JobStatus;
  readonly event?: JobEvent;
  readonly facts?: JobFacts;
}

export interface JobBook {
  /** In the order they were created. */
  list(): readonly Job[];
  /** @throws ApiError 404 */
  find(id: string): Job;
  /** The job whose tuned model has this name; undefined where none has. */
  byOutput(name: string): Job | undefined;
  files(id: string): JobFiles;
  /** Kept once the job would survive a crash. */
  create(order: JobOrder): Promise<Job>;
  /** On disk first, then told to who asks: what a client has been told survives a crash. Changes keep their order. */
  record(id: string, change: JobChange): Promise<void>;
  remove(id: string): Promise<void>;
}

const finals: readonly JobStatus[] = ["cancelled", "error", "completed"];

/** Whether nothing will happen to a job any more. */
export function isFinal({ status }: Job): boolean {
  return finals.includes(status);
}

interface Kept {
  job: Job;
  readonly ledger: Ledger;
}

export async function openJobBook(world: ServerWorld): Promise<JobBook> {
  const { provider, now, log } = world;
  const jobs = new Map<string, Kept>();
  for (const kept of await readJobs(world)) jobs.set(kept.job.order.id, kept);
  const find = (id: string) => {
    const kept = jobs.get(id);
    if (kept === undefined) throw notFound(`Fine-tuning job ${id.slice(0, 64)} not found`);
    return kept;
  };
  const record = async (id: string, change: JobChange) => {
    const kept = find(id);
    const entry: LedgerEntry = { at: new Date(now()).toISOString(), ...change };
    try {
      await kept.ledger.append(entry);
    } finally {
      // A full disk doesn't stop a job; what couldn't be written is tried again with the next entry.
      const before = kept.job.status;
      kept.job = changed(kept.job, entry);
      if (kept.job.status !== before) log(`job ${id}: ${kept.job.status}`);
    }
  };
  return {
    list: () => [...jobs.values()].map(({ job }) => job),
    find: (id) => find(id).job,
    byOutput: (name) => [...jobs.values()].find(({ job }) => job.order.outputName === name)?.job,
    files: (id) => jobFiles(provider, id),
    async create(order) {
      const files = jobFiles(provider, order.id);
      await writeOrder(files, order).catch(async (error: unknown) => {
        await removeJob(files);
        throw error;
      });
      jobs.set(order.id, { job: ordered(order), ledger: await openLedger(files) });
      await record(order.id, {
        status: "pending",
        event: { type: "job_pending", message: "Fine-tune request created" },
      });
      for (const message of order.warnings) await record(order.id, { event: { type: "warning", message } });
      return find(order.id).job;
    },
    record,
    async remove(id) {
      jobs.delete(id);
      await removeJob(jobFiles(provider, id));
    },
  };
}

async function readJobs({ provider, log }: ServerWorld): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const id of await jobIds(provider)) {
    const files = jobFiles(provider, id);
    const order = JobOrder.safeParse(await readOrder(files));
    if (!order.success) {
      log(`the folder jobs/${id} of the workspace holds no job that can be read; it is left alone`);
      continue;
    }
    const ledger = await openLedger(files);
    kept.push({ job: ledger.entries.reduce(changed, ordered(order.data)), ledger });
  }
  return kept.sort((one, other) => (one.job.order.createdAt < other.job.order.createdAt ? -1 : 1));
}

function ordered(order: JobOrder): Job {
  return { order, status: "pending", events: [], facts: {}, updatedAt: order.createdAt };
}

function changed(job: Job, { at, status, event, facts }: LedgerEntry): Job {
  return {
    order: job.order,
    status: nextStatus(job, status),
    events: event === undefined ? job.events : [...job.events, { ...event, at }],
    facts: { ...job.facts, ...facts },
    updatedAt: at,
  };
}

/** An end is an end; and a job that is to be cancelled stays so while its thread comes to it. */
function nextStatus({ status }: Job, next: JobStatus | undefined): JobStatus {
  if (next === undefined || finals.includes(status)) return status;
  const ending = status === "cancel_requested" && !finals.includes(next);
  return ending ? status : next;
}

import { isThere } from "../../workspace/files.ts";
import { keepCheckpoints } from "../../workspace/local-jobs.ts";
import { badRequest } from "../api-error.ts";
import { describeBug } from "../describe-bug.ts";
import { isFinal, type Job } from "./job-book.ts";
import { type JobRun, runJob } from "./run-job.ts";
import { type RunnerParts, stopped } from "./runner-parts.ts";

/** Works off jobs, one after the other. */
export interface JobRunner {
  /** Takes up again what an earlier server left unfinished. */
  resume(): Promise<void>;
  /** A new job; it begins by itself when its turn comes. */
  enqueue(id: string): void;
  /** @throws ApiError 400 for a job that has come to its end */
  cancel(id: string): Promise<void>;
  /** Seconds until the running job's training ends; null where nobody can tell. */
  secondsRemaining(id: string): number | null;
  /** Latest step of the running job; null for any other. */
  latestStep(id: string): JobRun["latest"];
  /** Stops the running job so that it can be resumed, and begins no other. */
  close(): Promise<void>;
}

/** A job that ends the server's process each time must not do so for ever. */
const mostInterruptions = 3;

export function openJobRunner(parts: RunnerParts): JobRunner {
  const { jobs, world } = parts;
  const queue: string[] = [];
  let running: JobRun | null = null;
  let closed = false;
  const next = async () => {
    const id = closed || running !== null ? undefined : queue.shift();
    if (id === undefined) return;
    const run = runJob(jobs.find(id), parts);
    running = run;
    await run.ended.catch((error: unknown) => world.log(`job ${id}: ${describeBug(error)}`));
    running = null;
    void next();
  };
  const enqueue = (id: string) => {
    queue.push(id);
    void next();
  };
  const runOf = (id: string) => (running?.id === id ? running : null);
  return {
    async resume() {
      for (const job of jobs.list()) {
        if (isFinal(job)) continue;
        if (await settle(job, parts)) enqueue(job.order.id);
      }
    },
    enqueue(id) {
      enqueue(id);
      if (queue.includes(id)) void jobs.record(id, { status: "queued" }).catch(() => {});
    },
    async cancel(id) {
      const job = jobs.find(id);
      if (isFinal(job)) throw badRequest(`Job ${id} is ${job.status} and can't be cancelled`);
      if (job.status === "cancel_requested") return;
      const event = { type: "cancel_requested", message: "Job cancellation requested" } as const;
      await jobs.record(id, { status: "cancel_requested", event });
      const run = runOf(id);
      if (run !== null) return run.stop();
      // Neither running nor waiting: it came to its end in the meantime.
      const place = queue.indexOf(id);
      if (place === -1) return;
      queue.splice(place, 1);
      await jobs.record(id, stopped);
    },
    secondsRemaining: (id) => runOf(id)?.secondsRemaining() ?? null,
    latestStep: (id) => runOf(id)?.latest ?? null,
    async close() {
      closed = true;
      running?.stop();
      await running?.ended.catch(() => {});
    },
  };
}

/** Writes down what became of a job that a former server left; true where it is to go on. */
async function settle({ order, status, facts }: Job, { jobs }: RunnerParts): Promise<boolean> {
  const { id } = order;
  if (status === "pending" || status === "queued") return true;
  if (status === "cancel_requested") {
    await jobs.record(id, stopped);
    return false;
  }
  if (status === "uploading" && (await isThere(jobs.files(id).model))) {
    const listed = facts.checkpoints?.filter((checkpoint) => checkpoint.listed) ?? [];
    await keepCheckpoints(jobs.files(id), listed);
    const message = "Job finished; the server had stopped before it could say so";
    await jobs.record(id, {
      status: "completed",
      event: { type: "job_complete", message, model: order.outputName },
      facts: { checkpoints: listed },
    });
    return false;
  }
  const interruptions = (facts.interruptions ?? 0) + 1;
  const done = facts.checkpoints?.at(-1)?.epoch ?? 0;
  if (interruptions > mostInterruptions) {
    const message = `The server ended ${interruptions} times while this job was at work, each time before its epoch ${done + 1} was done; it is not tried again`;
    await jobs.record(id, { status: "error", event: { type: "job_error", message } });
    return false;
  }
  const from = done === 0 ? "from its beginning" : `after epoch ${done}`;
  await jobs.record(id, {
    status: "queued",
    event: { type: "job_restarted", message: `The server had ended; the job goes on ${from}` },
    facts: { interruptions },
  });
  return true;
}

import type { FineTuneProgress } from "../../engine/train/fine-tune.ts";
import { openWorker } from "../../lib/open-worker.ts";
import { ApiError, diskSentence } from "../api-error.ts";
import { describeBug } from "../describe-bug.ts";
import type { Job } from "./job-book.ts";
import { finish, writeDown } from "./record-reports.ts";
import type { RunnerParts } from "./runner-parts.ts";
import type { WorkerOrder, WorkerReport } from "./worker-messages.ts";
import { workerOrder } from "./worker-order.ts";

/** A job at work on its thread. */
export interface JobRun {
  readonly id: string;
  readonly latest: FineTuneProgress | null;
  secondsRemaining(): number | null;
  /** Asks the thread to stop; `ended` tells when it has. */
  stop(): void;
  readonly ended: Promise<void>;
}

/** A thread that doesn't stop by itself in this time is ended. */
const patienceMs = 10_000;

export function runJob(job: Job, parts: RunnerParts): JobRun {
  const { id } = job.order;
  const { now } = parts.world;
  const clock = { startedAt: 0, firstStep: 0 };
  const run = { latest: null as FineTuneProgress | null, stopping: false, stop: () => {} };
  const ended = work(job, parts, {
    isTold: () => run.stopping,
    onWorker: (stop) => {
      run.stop = stop;
      if (run.stopping) stop();
    },
    onStep(progress) {
      if (run.latest === null) Object.assign(clock, { startedAt: now(), firstStep: progress.step });
      run.latest = progress;
    },
  });
  return {
    id,
    get latest() {
      return run.latest;
    },
    secondsRemaining() {
      const done = (run.latest?.step ?? 0) - clock.firstStep;
      if (run.latest === null || done <= 0) return null;
      const secondsAStep = (now() - clock.startedAt) / 1000 / done;
      return Math.round(secondsAStep * (run.latest.steps - run.latest.step));
    },
    stop() {
      run.stopping = true;
      run.stop();
    },
    ended,
  };
}

interface RunHooks {
  /** Whether the thread was told to stop. */
  isTold(): boolean;
  onWorker(stop: () => void): void;
  onStep(progress: FineTuneProgress): void;
}

async function work(job: Job, parts: RunnerParts, hooks: RunHooks): Promise<void> {
  const { jobs, world } = parts;
  const { id } = job.order;
  const startedAt = new Date(world.now()).toISOString();
  try {
    await jobs.record(id, {
      status: "running",
      event: { type: "job_start", message: "Job started" },
      facts: { startedAt: job.facts.startedAt ?? startedAt },
    });
    const order = workerOrder(job, parts);
    const last = await followWorker(order, parts, { id, ...hooks });
    await finish(id, { last, told: hooks.isTold() }, parts);
  } catch (error) {
    const message =
      error instanceof ApiError ? error.message : (diskSentence(error) ?? "the job could not be run");
    await jobs.record(id, { status: "error", event: { type: "job_error", message } });
    throw error;
  }
}

/** The last thing that the thread told; everything before is written down in its order. */
async function followWorker(
  order: WorkerOrder,
  parts: RunnerParts,
  { id, onWorker, onStep }: Pick<RunHooks, "onWorker" | "onStep"> & { readonly id: string },
): Promise<WorkerReport> {
  const worker = openWorker(new URL(workerFile, import.meta.url), order);
  let last: WorkerReport = {
    kind: "failed",
    message: "the training's thread ended before its work was done",
    detail: "",
  };
  let written = Promise.resolve();
  worker.on("message", (report: WorkerReport) => {
    last = report;
    if (report.kind === "progress") onStep(report.progress);
    written = written
      .then(() => writeDown(id, report, parts))
      .catch((error: unknown) =>
        parts.world.log(diskSentence(error) ?? `job ${id}: its ledger can't be written`),
      );
  });
  const exited = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  worker.on("error", (error) => {
    last = { kind: "failed", message: endOf(error), detail: describeBug(error) };
  });
  onWorker(() => {
    worker.postMessage("stop");
    setTimeout(() => void worker.terminate(), patienceMs).unref();
  });
  await exited;
  await written;
  return last;
}

/** In development the sources run as they are. */
const workerFile = import.meta.url.endsWith(".ts") ? "./job-worker.ts" : "./job-worker.js";

function endOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return code === "ERR_WORKER_OUT_OF_MEMORY"
    ? "the training needs more memory than there is"
    : "the training's thread ended by an internal error";
}

import { appendMetrics, keepCheckpoints, removeCheckpoint } from "../../workspace/local-jobs.ts";
import type { JobBook } from "./job-book.ts";
import { type RunnerParts, stopped } from "./runner-parts.ts";
import { stepMetrics } from "./step-metrics.ts";
import type { WorkerReport } from "./worker-messages.ts";

/** One report of a job's thread, written into its ledger. */
export async function writeDown(
  id: string,
  report: WorkerReport,
  { jobs, world }: RunnerParts,
): Promise<void> {
  if (report.kind === "event") {
    const { event, status, facts } = report;
    await jobs.record(id, { event, ...(status && { status }), ...(facts && { facts }) });
  }
  if (report.kind === "progress") {
    const at = new Date(world.now()).toISOString();
    await appendMetrics(jobs.files(id), [{ at, values: stepMetrics(report.progress) }]);
  }
  if (report.kind === "epoch") await recordEpoch(id, report, { jobs, world });
}

async function recordEpoch(
  id: string,
  report: WorkerReport & { kind: "epoch" },
  { jobs, world }: Pick<RunnerParts, "jobs" | "world">,
): Promise<void> {
  const { epoch, step, tokens, totalSteps, file, listed } = report;
  const earlier = jobs.find(id).facts.checkpoints ?? [];
  const createdAt = new Date(world.now()).toISOString();
  await jobs.record(id, {
    event: {
      type: "epoch_complete",
      message: `Epoch ${epoch} completed, at step ${step}`,
      step,
      totalSteps,
      tokens,
    },
    facts: {
      epochsCompleted: epoch,
      step,
      totalSteps,
      tokens,
      interruptions: 0,
      checkpoints: [...earlier.filter((each) => each.listed), { epoch, step, file, createdAt, listed }],
    },
  });
  if (listed)
    await jobs.record(id, {
      event: { type: "checkpoint_save", message: `Checkpoint saved at step ${step}`, step, checkpoint: file },
    });
  for (const old of earlier.filter((each) => !each.listed && each.file !== file))
    await removeCheckpoint(jobs.files(id), old);
}

/** How a job's thread came to its end. */
export interface RunEnd {
  readonly last: WorkerReport;
  /** Whether it was told to stop. */
  readonly told: boolean;
}

/** Writes down what became of a job whose thread has ended. */
export async function finish(
  id: string,
  { last, told }: RunEnd,
  { jobs, world }: RunnerParts,
): Promise<void> {
  if (jobs.find(id).status === "cancel_requested") return jobs.record(id, stopped);
  if (last.kind === "saved") return complete(id, last.modelBytes, jobs);
  // Stopped though nobody cancelled: the server is closing, and the next one goes on.
  if (told && last.kind !== "failed") return;
  if (last.kind === "failed" && last.detail !== "") world.log(`job ${id} failed: ${last.detail}`);
  const message =
    last.kind === "failed" ? last.message : "the training's thread ended before its work was done";
  await jobs.record(id, { status: "error", event: { type: "job_error", message } });
}

async function complete(id: string, modelBytes: number, jobs: JobBook): Promise<void> {
  const { order, facts } = jobs.find(id);
  const checkpoints = (facts.checkpoints ?? []).filter(({ listed }) => listed);
  await jobs.record(id, {
    event: { type: "model_upload_complete", message: "Model saved", model: order.outputName },
    facts: { modelBytes, checkpoints },
  });
  await keepCheckpoints(jobs.files(id), checkpoints);
  await jobs.record(id, {
    status: "completed",
    event: { type: "job_complete", message: "Job finished", model: order.outputName },
  });
}

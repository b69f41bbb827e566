import type { JobRecord } from "../../domain/job-record.ts";
import { InterruptedError, RemoteError } from "../../lib/errors.ts";
import { wait } from "../../lib/wait.ts";
import { watchJob } from "../../pipeline/tune/watch-job.ts";
import type { JobEvent, TuningApi } from "../../plugins/providers/tuning.ts";
import type { JobLedger } from "../../workspace/job-ledger.ts";
import type { CommandResult, CommandWorld } from "../command.ts";
import { eventText, jobText, progressNote } from "../summaries/tune-text.ts";

/** Shows a job's events and progress until it ends. @throws RemoteError with the service's reason where it failed */
export async function followJob(
  { api, ledger, free }: { readonly api: TuningApi; readonly ledger: JobLedger; readonly free: boolean },
  { signal, terminal }: CommandWorld,
): Promise<JobRecord> {
  const { provider } = ledger.record.order;
  const bar = terminal.progress("tune");
  let reason: JobEvent | null = null;
  try {
    const job = await watchJob({
      api,
      ledger,
      provider,
      wait: (ms) => wait(ms, signal),
      everyMs: free ? 1000 : 10_000,
      onNotice: terminal.notice,
      onEvent(event) {
        if (event.level === "error") reason = event;
        terminal.notice(eventText(event));
      },
      onProgress: (progress) => bar.update(progress.step ?? 0, progress.steps, progressNote(progress)),
    });
    if (job.state === "failed") throw failed(ledger.record, job.status, reason);
    return ledger.record;
  } finally {
    bar.stop();
  }
}

function failed({ order, jobId, id }: JobRecord, status: string, reason: JobEvent | null): RemoteError {
  const words = reason === null ? "the service gives no reason" : reason.message;
  return new RemoteError({
    system: order.provider,
    sentence: `job ${jobId} ended with ${status}: ${words}`,
    retryable: false,
    advice: `its events: calltune tune show ${id}; the same calltune tune command orders a new one, with the files that are there`,
  });
}

/** The record as a result: 1 where it has ended without the model that was wanted. */
export function jobResult(record: JobRecord, more: object = {}): CommandResult {
  return {
    text: jobText(record),
    json: JSON.parse(JSON.stringify({ ...jobJson(record), ...more })),
    exitCode: record.state === "cancelled" || record.state === "failed" ? 1 : 0,
  };
}

export function jobJson({ order, ...record }: JobRecord) {
  const { provider, address, model: baseModel, manifestHash, settings, training, validation, price } = order;
  return { ...record, provider, address, baseModel, manifestHash, settings, training, validation, price };
}

/** Ctrl-C says what was saved, and the command that goes on. */
export function interrupted(
  record: JobRecord | null,
  { outlivesUs, command }: { readonly outlivesUs: boolean; readonly command: string },
): InterruptedError {
  if (record === null) return new InterruptedError("interrupted; nothing was ordered");
  const { id, jobId, order, files } = record;
  if (jobId !== null) {
    const goesOn = outlivesUs
      ? `job ${jobId} goes on at ${order.provider}; calltune tune cancel ${id} ends it`
      : `job ${jobId} stops with this command, and goes on from its last checkpoint`;
    return new InterruptedError(`interrupted; ${goesOn}; go on with: calltune tune watch ${id}`);
  }
  const sent =
    files.training?.state === "ready" ? "its training file is uploaded" : "no file is uploaded whole";
  return new InterruptedError(
    `interrupted; order ${id} is kept: ${sent}, no job is known to be created; go on with: ${command}`,
  );
}

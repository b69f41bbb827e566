import { RemoteError } from "../../lib/errors.ts";
import { growingPause } from "../../lib/growing-pause.ts";
import type { JobEvent, RemoteJob, TuningApi } from "../../plugins/providers/tuning.ts";
import type { JobLedger } from "../../workspace/job-ledger.ts";

export interface Watch {
  readonly api: TuningApi;
  readonly ledger: JobLedger;
  readonly provider: string;
  readonly wait: (ms: number) => Promise<void>;
  /** Longest pause between two looks. */
  readonly everyMs: number;
  readonly onEvent: (event: JobEvent) => void;
  readonly onProgress: (progress: WatchProgress) => void;
  readonly onNotice: (sentence: string) => void;
}

export interface WatchProgress {
  readonly status: string;
  readonly step: number | null;
  readonly steps: number | null;
  readonly loss: number | null;
  readonly validationLoss: number | null;
  readonly secondsLeft: number | null;
}

/** A service that fails for so long isn't waited for; the job goes on without us. */
const longestOutageMs = 30 * 60_000;

/** Follows a job to its end, which is written down. @throws RemoteError where it isn't there, or can't be asked for long */
export async function watchJob(watch: Watch): Promise<RemoteJob> {
  const shown = new Set<string>();
  const pause = growingPause({ fromMs: 300, toMs: watch.everyMs });
  for (;;) {
    const job = await lookThroughOutages(watch);
    await writeStatus(watch.ledger, job);
    await tellNews(watch, job, shown);
    if (hasEnded(job)) {
      const whole = await withName(watch, job);
      await watch.ledger.append({ fact: "ended", ...factsOf(whole) });
      return whole;
    }
    await watch.wait(pause());
  }
}

/** One look, written down as far as it is news. Null where the service doesn't know the job. */
export async function lookAtJob({ api, ledger }: Pick<Watch, "api" | "ledger">): Promise<RemoteJob | null> {
  const job = await api.readJob(jobIdOf(ledger));
  if (job === null || ledger.record.endedAt !== null) return job;
  await writeStatus(ledger, job);
  if (hasEnded(job)) await ledger.append({ fact: "ended", ...factsOf(job) });
  return job;
}

export function hasEnded({ state }: Pick<RemoteJob, "state">): boolean {
  return state === "succeeded" || state === "failed" || state === "cancelled";
}

async function lookThroughOutages(watch: Watch): Promise<RemoteJob> {
  const jobId = jobIdOf(watch.ledger);
  const pause = growingPause({ fromMs: 5000, toMs: 60_000 });
  for (let outageMs = 0; ; ) {
    try {
      const job = await watch.api.readJob(jobId);
      if (job !== null) return job;
      throw noSuchJob(watch.provider, jobId);
    } catch (error) {
      if (!(error instanceof RemoteError && error.retryable) || outageMs > longestOutageMs) throw error;
      if (outageMs === 0) watch.onNotice(`${error.message}; the job goes on there, and is looked for again`);
      const ms = pause();
      outageMs += ms;
      await watch.wait(ms);
    }
  }
}

function noSuchJob(provider: string, jobId: string): RemoteError {
  return new RemoteError({
    system: provider,
    sentence: `there is no job ${jobId}`,
    status: 404,
    retryable: false,
    advice: "is the key of the account and project in which it was created, and the address the same?",
  });
}

function jobIdOf({ record }: JobLedger): string {
  if (record.jobId === null) throw new Error("a job was followed before it was created");
  return record.jobId;
}

async function writeStatus(ledger: JobLedger, { status, state }: RemoteJob): Promise<void> {
  const { record } = ledger;
  if (record.status !== status || record.state !== state)
    await ledger.append({ fact: "status", status, state });
}

/** Events and figures are for looking at: a service that fails to give them stops nothing. */
async function tellNews(watch: Watch, job: RemoteJob, shown: Set<string>): Promise<void> {
  const events = await orElse(watch.api.events(job.jobId), []);
  const counts = new Map<string, number>();
  for (const event of events) {
    // Two events may be word for word the same; the second of them is news too.
    const words = JSON.stringify([event.at, event.type, event.message, event.step]);
    const nth = (counts.get(words) ?? 0) + 1;
    counts.set(words, nth);
    const key = `${nth} ${words}`;
    if (shown.has(key)) continue;
    shown.add(key);
    watch.onEvent(event);
  }
  const metrics = await orElse(watch.api.lastMetrics(job.jobId), null);
  const steps = events.findLast((event) => event.steps !== null)?.steps ?? null;
  const step = metrics?.step ?? events.findLast((event) => event.step !== null)?.step ?? null;
  watch.onProgress({
    status: job.status,
    step,
    steps,
    loss: metrics?.loss ?? null,
    validationLoss: metrics?.validationLoss ?? null,
    secondsLeft: job.secondsLeft,
  });
}

async function orElse<Answer>(asked: Promise<Answer>, otherwise: Answer): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof RemoteError) return otherwise;
    throw error;
  }
}

/** The name may come a moment after the status. */
async function withName({ api, wait }: Watch, job: RemoteJob): Promise<RemoteJob> {
  let latest = job;
  for (let tries = 0; tries < 3 && latest.state === "succeeded" && latest.model.name === null; tries += 1) {
    await wait(1000);
    latest = (await api.readJob(job.jobId)) ?? latest;
  }
  return latest;
}

function factsOf({ status, state, model, tokens }: RemoteJob) {
  return { status, state, model, tokens };
}

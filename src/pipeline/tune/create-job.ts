import { RemoteError } from "../../lib/errors.ts";
import { lookForLost, mayBeThere, mayHaveHappened } from "../../plugins/providers/may-have-happened.ts";
import type { JobRequest, RemoteJob, TuningApi } from "../../plugins/providers/tuning.ts";
import type { JobLedger } from "../../workspace/job-ledger.ts";

export interface Creation {
  readonly api: TuningApi;
  readonly ledger: JobLedger;
  readonly wait: (ms: number) => Promise<void>;
}

const mostTries = 3;

/**
 * One job, however often it takes to be sure: the ledger knows of the request before it is sent, and a request whose
 * answer was lost is followed by a look for the job, never by a second one on suspicion.
 */
export async function createJob(creation: Creation, request: JobRequest): Promise<RemoteJob> {
  const { ledger } = creation;
  const job = await createOnce(creation, request);
  await ledger.append({ fact: "created", jobId: job.jobId, status: job.status });
  return job;
}

/** The job of an order whose answer was lost, written down; null where there is none. */
export async function findLostJob(creation: Creation): Promise<RemoteJob | null> {
  if (!creation.ledger.record.createStarted) return null;
  const job = await lookForJob(creation);
  if (job !== null) await creation.ledger.append({ fact: "created", jobId: job.jobId, status: job.status });
  return job;
}

async function createOnce(creation: Creation, request: JobRequest): Promise<RemoteJob> {
  for (let tries = 1; ; tries += 1) {
    if (!creation.ledger.record.createStarted) await creation.ledger.append({ fact: "create-started" });
    try {
      return await creation.api.createJob(request);
    } catch (error) {
      await writeRefusal(creation.ledger, error);
      if (!mayBeThere(error)) throw error;
      const job = await lookForJob(creation);
      if (job !== null) return job;
      if (tries === mostTries) throw error;
    }
  }
}

async function writeRefusal(ledger: JobLedger, error: unknown): Promise<void> {
  if (error instanceof RemoteError && error.status !== undefined && !mayHaveHappened(error))
    await ledger.append({ fact: "create-refused", status: error.status });
}

function lookForJob({ api, ledger, wait }: Creation): Promise<RemoteJob | null> {
  return lookForLost(() => api.findJob(ledger.record.order.settings.suffix), wait);
}

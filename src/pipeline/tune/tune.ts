import type { FileRole } from "../../domain/job.ts";
import type { JobRecord } from "../../domain/job-record.ts";
import { RemoteError } from "../../lib/errors.ts";
import type { JobRequest, PriceEstimate, TuningApi } from "../../plugins/providers/tuning.ts";
import type { JobLedger } from "../../workspace/job-ledger.ts";
import { createJob, findLostJob } from "./create-job.ts";
import type { TrainingFile } from "./training-file.ts";
import { uploadFile } from "./upload-file.ts";

export interface OrderFile {
  readonly file: TrainingFile;
  /** The file's name for people. */
  readonly shownName: string;
  /** Ids that the same content has by earlier orders. */
  readonly knownIds: readonly string[];
}

/** An order that stands in the ledger and was said yes to. */
export interface Placement {
  readonly api: TuningApi;
  readonly ledger: JobLedger;
  readonly training: OrderFile;
  readonly validation: OrderFile | null;
  readonly wait: (ms: number) => Promise<void>;
  readonly onNotice: (sentence: string) => void;
  readonly onUpload: (role: FileRole, sent: number, bytes: number) => void;
  /** The provider's own price, before it is owed; null where it gives none. @throws where the user doesn't want it */
  readonly approve: (price: number | null) => Promise<void>;
}

/** Takes an order to a created job, from wherever a crash left it: nothing is sent or created twice. */
export async function placeOrder(placement: Placement): Promise<JobRecord> {
  const { api, ledger } = placement;
  if (ledger.record.jobId !== null || (await findLostJob(placement)) !== null) return ledger.record;
  const { order } = ledger.record;
  const trainingFile = await upload(placement, "training", placement.training);
  const validationFile =
    placement.validation === null ? null : await upload(placement, "validation", placement.validation);
  const request: JobRequest = {
    model: order.model,
    trainingFile,
    validationFile,
    settings: order.settings,
  };
  await agreeOnPrice(placement, await estimate(api, request));
  await createJob(placement, request);
  return ledger.record;
}

function upload(placement: Placement, role: FileRole, source: OrderFile): Promise<string> {
  const { api, ledger, wait, onUpload, onNotice } = placement;
  const ordered = ledger.record.order[role];
  if (ordered === null) throw new Error("a file was sent that wasn't ordered");
  return uploadFile({
    ...source,
    api,
    ledger,
    role,
    ordered,
    wait,
    onNotice,
    provider: ledger.record.order.provider,
    onProgress: (sent, bytes) => onUpload(role, sent, bytes),
  });
}

/** A price was shown and said yes to already: a service that fails at telling its own stops nothing. */
async function estimate(api: TuningApi, request: JobRequest): Promise<PriceEstimate | null> {
  try {
    return await api.estimatePrice(request);
  } catch (error) {
    if (error instanceof RemoteError && (error.status ?? 0) >= 500) return null;
    throw error;
  }
}

async function agreeOnPrice({ ledger, approve }: Placement, estimate: PriceEstimate | null): Promise<void> {
  const price = estimate?.price ?? null;
  if (price !== null) await ledger.append({ fact: "priced", price });
  if (estimate?.allowed === false) throw tooDear(ledger.record.order.provider, estimate);
  await approve(price);
}

function tooDear(provider: string, { price, limit }: PriceEstimate): RemoteError {
  const job = price === null ? "the job" : `the job's $${price.toFixed(2)}`;
  const most = limit === null ? "" : ` ($${limit.toFixed(2)})`;
  return new RemoteError({
    system: provider,
    sentence: `the account's balance and limit${most} aren't enough for ${job}`,
    status: 402,
    retryable: false,
    advice: "add credit, then run the same command again: the files are there already, no job was created",
  });
}

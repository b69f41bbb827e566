import type { JobSettings, JobState, TunedModel } from "../../domain/job.ts";
import type { ServingFacts } from "./provider.ts";

/** How fine-tuning jobs are ordered at a provider. */
export interface Tuning {
  /** Environment variable of the key; null where none is needed. */
  readonly keyVariable: string | null;
  /** Environment variable that changes the address; null where the address isn't the user's choice. */
  readonly addressVariable: string | null;
  /** Where the API is, with its version; null where calltune starts it itself. */
  readonly address: string | null;
  /** True where jobs cost nothing. */
  readonly free: boolean;
  /** Whether a row beyond the model's context loses its end, the reply that is to be learnt. */
  readonly cutsRows: boolean;
  readonly defaults: TuningDefaults;
  connect(connection: Connection): Promise<TuningApi>;
}

/** What a job gets where the user says nothing. */
export interface TuningDefaults {
  readonly epochs: number;
  readonly learningRate: { readonly lora: number; readonly full: number };
  /** Examples in a step; kept within what the model allows. */
  readonly batchSize: number;
  /** 0 trains all weights. */
  readonly loraRank: number;
  /** Times in each epoch that the validation file is looked at. */
  readonly evaluationsPerEpoch: number;
  /** Whether training ends when the validation loss no longer falls. */
  readonly earlyStopping: boolean;
  readonly warmupRatio: number;
}

/** The world an API is reached through. */
export interface Connection {
  /** Who failed, in errors. */
  readonly system: string;
  readonly address: string;
  readonly apiKey: string;
  readonly signal: AbortSignal;
  /** Resolves after so many milliseconds. @throws InterruptedError when the signal fires */
  readonly wait: (ms: number) => Promise<void>;
  /** A sentence on why it takes longer. */
  readonly onNotice: (sentence: string) => void;
  /** What the user does next after a refusal of that status, or after none at all; what is said of fine-tuning where absent. */
  readonly advise?: (status: number | undefined) => string | undefined;
}

/**
 * One provider's fine-tuning API. Every refusal is a RemoteError that says what to do next. What can be asked again is
 * asked again after a failure that may pass; `createJob` only after a refusal that is certain to have done nothing.
 */
export interface TuningApi {
  /** Null where the service can't tell. @throws UsageError where it doesn't fine-tune this model */
  limits(model: string): Promise<TuningLimits | null>;
  /** Null where it can't be asked. */
  serving(model: string): Promise<ServingFacts | null>;
  /** Files of exactly this name. */
  filesNamed(name: string): Promise<readonly RemoteFile[]>;
  /** Null where there is no such file. */
  readFile(fileId: string): Promise<RemoteFile | null>;
  /** A place to send a file to; it has no content yet. */
  reserveFile(name: string): Promise<Reservation>;
  /** Tells the service that the content is there, so that it looks at it. */
  settleFile(fileId: string): Promise<void>;
  removeFile(fileId: string): Promise<void>;
  /** Null where the service can't tell. */
  estimatePrice(request: JobRequest): Promise<PriceEstimate | null>;
  createJob(request: JobRequest): Promise<RemoteJob>;
  /** The job whose suffix this is; null where there is none. */
  findJob(suffix: string): Promise<RemoteJob | null>;
  /** Null where there is no such job. */
  readJob(jobId: string): Promise<RemoteJob | null>;
  events(jobId: string): Promise<readonly JobEvent[]>;
  /** The newest figures; null where there are none yet, or the service keeps none. */
  lastMetrics(jobId: string): Promise<JobMetrics | null>;
  cancelJob(jobId: string): Promise<RemoteJob>;
}

/** What a model allows; null where the service doesn't say. */
export interface TuningLimits {
  readonly supportsTools: boolean | null;
  readonly epochs: number | null;
  readonly evaluations: number | null;
  readonly learningRate: { readonly least: number; readonly most: number } | null;
  /** Longest sequence in tokens, and the shortest that may be set as such. */
  readonly maxTokens: number | null;
  readonly leastMaxTokens: number | null;
  readonly lora: BatchLimits & { readonly rank: number | null };
  /** Null where all weights can't be trained. */
  readonly full: BatchLimits | null;
  readonly usual: UsualSettings | null;
}

/** What a service gives a job that doesn't say; only calltune's own tells. */
export interface UsualSettings {
  readonly epochs: number | null;
  readonly batchSize: number | null;
  readonly learningRate: number | null;
  readonly kind: "lora" | "full";
}

export interface BatchLimits {
  readonly leastBatch: number | null;
  readonly mostBatch: number | null;
}

export interface RemoteFile {
  readonly fileId: string;
  readonly bytes: number;
  /** As the service has it, for people. */
  readonly status: string;
  readonly state: "empty" | "checking" | "ready" | "invalid" | "failed";
  /** What is wrong with an invalid one. */
  readonly fault: { readonly line: number | null; readonly sentence: string } | null;
}

export interface Reservation {
  readonly fileId: string;
  /** Sends the content; may be called again after a failure. */
  send(content: FileContent): Promise<void>;
}

export interface FileContent {
  readonly bytes: number;
  /** From the beginning, each time it is called. */
  chunks(): AsyncIterable<Uint8Array>;
}

export interface JobRequest {
  readonly model: string;
  readonly trainingFile: string;
  readonly validationFile: string | null;
  readonly settings: JobSettings;
}

/** US dollars. */
export interface PriceEstimate {
  readonly price: number | null;
  /** Whether the account's balance and limit are enough. */
  readonly allowed: boolean;
  readonly limit: number | null;
}

export interface RemoteJob {
  readonly jobId: string;
  /** The service's own word. */
  readonly status: string;
  readonly state: JobState;
  readonly model: TunedModel;
  readonly tokens: number | null;
  readonly secondsLeft: number | null;
}

export interface JobEvent {
  /** As the service gives it; ISO 8601 in most cases. */
  readonly at: string;
  /** One of the documented types, or a newer one. */
  readonly type: string;
  readonly message: string;
  readonly level: "info" | "warning" | "error";
  readonly step: number | null;
  readonly steps: number | null;
}

export interface JobMetrics {
  readonly step: number | null;
  readonly loss: number | null;
  readonly validationLoss: number | null;
}

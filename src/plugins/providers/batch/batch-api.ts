import type { FileContent } from "../tuning.ts";

/** How a provider takes many requests in one file, to be answered within a day at a lower price. */
export interface BatchTerms {
  /** OpenAI's way, which others share, or Together's: how a file is sent and what a line of it is. */
  readonly form: "openai" | "together";
  /** Of one file. */
  readonly mostRequests: number;
  readonly mostBytes: number;
  readonly discount: BatchDiscount;
  /** What becomes of files once their answers are safe: those in an account are its owner's, those of our own server are removed. */
  readonly filesAfterwards: "stay" | "are removed";
}

/** What is taken off the price of a live request; a model that it isn't told of is reckoned at the full price. */
export interface BatchDiscount {
  /** Part of the live price that is still paid, 0…1. */
  readonly share: number;
  /** Models that it holds for; null for all. */
  readonly models: readonly string[] | null;
  /** The day on which someone last read the source, and what it was. */
  readonly readOn: string;
  readonly source: string;
}

export interface BatchFile extends FileContent {
  /** Unique: a file whose upload's answer was lost is found by it. */
  readonly name: string;
}

export interface BatchRequest {
  readonly fileId: string;
  /** Shown beside the batch at the service, where it keeps such notes. */
  readonly notes: Readonly<Record<string, string>>;
}

/**
 * One provider's batches of chat requests. Every refusal is a RemoteError that says what to do next. What can be asked
 * again is asked again after a failure that may pass; `create` and `sendFile` only after a refusal that is certain to have
 * done nothing.
 */
export interface BatchApi {
  /** Ids of files of this name that have come whole. */
  filesLike(file: BatchFile): Promise<readonly string[]>;
  /** Answers the file's id. */
  sendFile(file: BatchFile): Promise<string>;
  create(request: BatchRequest): Promise<RemoteBatch>;
  /** The batch over this file; null where there is none. */
  find(fileId: string): Promise<RemoteBatch | null>;
  /** Null where there is no such batch. */
  read(batchId: string): Promise<RemoteBatch | null>;
  /** Hands a file's content over; from its beginning again where it broke off. */
  download(fileId: string, take: (chunks: AsyncIterable<Uint8Array>) => Promise<void>): Promise<void>;
  /** One that isn't there is removed already. */
  removeFile(fileId: string): Promise<void>;
}

export interface RemoteBatch {
  readonly batchId: string;
  /** The file with its requests. */
  readonly inputFile: string | null;
  /** The service's own word. */
  readonly status: string;
  readonly state: "open" | "completed" | "failed" | "expired" | "cancelled";
  /** Requests so far; null where the service doesn't count them. */
  readonly answered: number | null;
  readonly failed: number | null;
  /** 0…1; null where nobody tells. */
  readonly progress: number | null;
  readonly outputFile: string | null;
  readonly errorFile: string | null;
  /** Why the whole of it failed, fit to be shown. */
  readonly fault: string | null;
}

/** Where a line of a batch is sent to. */
export const batchEndpoint = "/v1/chat/completions";

/** One request of a batch's file, without the line's end. */
export function batchLine(form: BatchTerms["form"], customId: string, body: string): string {
  const way = form === "openai" ? `"method":"POST","url":"${batchEndpoint}",` : "";
  return `{"custom_id":${JSON.stringify(customId)},${way}"body":${body}}`;
}

/** Where a line of a data file stands; `line` counts from 1. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
}

/** The command line or the config is wrong; the user fixes it. Exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A call, an example or a dataset file is wrong; the data's owner fixes it. Exit code 3. */
export class DataError extends Error {
  override readonly name = "DataError";
  readonly at: FilePlace;

  constructor(at: FilePlace, sentence: string, options?: ErrorOptions) {
    super(`${at.file}:${at.line}: ${sentence}`, options);
    this.at = at;
  }
}

/** What is known of a refusal by a database or an API. */
export interface RemoteFailure {
  /** Who refused: "postgres", "supabase", "together" … */
  readonly system: string;
  /** What was being done and what came back; never a key or caller's words. */
  readonly sentence: string;
  /** The HTTP status, where there was one. */
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** What the user does next, where more is known than whether to try again. */
  readonly advice?: string | undefined;
}

/** A database or an API refused or failed; waiting, or its owner, fixes it. Exit code 4. */
export class RemoteError extends Error {
  override readonly name = "RemoteError";
  readonly system: string;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly retryable: boolean;
  readonly advice: string | undefined;

  constructor(failure: RemoteFailure, options?: ErrorOptions) {
    const request = failure.requestId ? ` (request ${failure.requestId})` : "";
    super(`${failure.system}: ${failure.sentence}${request}`, options);
    this.system = failure.system;
    this.status = failure.status;
    this.requestId = failure.requestId;
    this.retryable = failure.retryable;
    this.advice = failure.advice;
  }
}

/** The user pressed Ctrl-C, or a caller's signal fired. Exit code 130. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";
}

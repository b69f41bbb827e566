import type { Json, JsonObject } from "../lib/json.ts";

export type ApiStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 500 | 507;

export interface ApiFault {
  readonly status: ApiStatus;
  /** For people; never a stack or a caller's words. */
  readonly message: string;
  readonly code?: string;
  /** The field of the request that is wrong. */
  readonly param?: string;
  /** Beside `error` in the body, where a client looks for it there. */
  readonly beside?: JsonObject;
}

/** A request that can't be answered, in the form that Together's and OpenAI's clients read. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly fault: ApiFault;

  constructor(fault: ApiFault, options?: ErrorOptions) {
    super(fault.message, options);
    this.fault = fault;
  }
}

/** `{"error": {message, type, param, code}}`, as all of Together's errors are written. */
export function errorBody({ status, message, code, param, beside }: ApiFault): Record<string, Json> {
  const error = { message, type: typeOf(status), param: param ?? null, code: code ?? null };
  return { error, ...beside };
}

export function badRequest(message: string, param?: string, options?: ErrorOptions): ApiError {
  return new ApiError({ status: 400, message, ...(param === undefined ? {} : { param }) }, options);
}

export function notFound(message: string, code?: string): ApiError {
  return new ApiError({ status: 404, message, ...(code === undefined ? {} : { code }) });
}

export const serverFault: ApiFault = { status: 500, message: "Internal server error" };

/** A full disk or a file-size limit, in words; null for any other error. */
export function diskFault(error: unknown): ApiFault | null {
  const sentence = diskSentence(error);
  return sentence === null ? null : { status: 507, message: sentence, code: "disk_full" };
}

export function diskSentence(error: unknown): string | null {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOSPC" || code === "EDQUOT")
    return "The disk that holds the workspace is full; make room and try again.";
  if (code === "EFBIG")
    return "A file would become larger than it may (ulimit -f, or the disk's format); raise the limit and try again.";
  return null;
}

function typeOf(status: ApiStatus): string {
  if (status === 401) return "authentication_error";
  if (status === 403) return "permission_error";
  return status >= 500 ? "server_error" : "invalid_request_error";
}

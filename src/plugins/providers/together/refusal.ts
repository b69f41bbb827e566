import { InterruptedError, RemoteError, UsageError } from "../../../lib/errors.ts";
import { isJsonObject, parseJson } from "../../../lib/json.ts";
import { printable } from "../../../lib/printable.ts";
import { mayHaveHappened } from "../may-have-happened.ts";
import type { Connection } from "../tuning.ts";

/** A request that didn't bring what was asked for, as far as the answer tells. */
export interface Refusal {
  /** Absent where no answer came. */
  readonly status: number | undefined;
  /** The service's own words, or the network's. */
  readonly message: string;
  readonly requestId: string | undefined;
  /** How long the service asks to wait. */
  readonly retryAfterMs: number | undefined;
}

/** An answer that isn't what was asked for. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  readonly refusal: Refusal;

  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(refusal.message, options);
    this.refusal = refusal;
  }
}

/** From what `fetch` or the client package threw. @throws the error itself where it is no failed request */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof RefusedError) return error.refusal;
  if (!(error instanceof Error)) throw error;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof RemoteError || cause instanceof InterruptedError || cause instanceof UsageError)
      throw cause;
  const {
    status,
    headers,
    error: body,
  } = { status: undefined, headers: undefined, error: undefined, ...error };
  if (typeof status === "number") return refusalFrom(status, headersFrom(headers), body ?? error.message);
  if (!isNetworkFailure(error)) throw error;
  return { status: undefined, message: networkWords(error), requestId: undefined, retryAfterMs: undefined };
}

export function refusalFrom(status: number, headers: Headers, body: unknown): Refusal {
  return {
    status,
    message: wordsOf(body) || "no reason given",
    requestId: headers.get("x-request-id") ?? headers.get("x-together-traceid") ?? undefined,
    retryAfterMs: retryAfterMs(headers),
  };
}

/** A refusal that the same request may get past in a while. */
export function mayPass(refusal: Refusal): boolean {
  return mayHaveHappened(refusal) || refusal.status === 425 || refusal.status === 429;
}

function headersFrom(headers: unknown): Headers {
  return headers instanceof Headers ? headers : new Headers();
}

/** `{"error":{"message":"…"}}`, `{"error":"…"}`, `{"message":"…"}`, or the text itself. */
function wordsOf(body: unknown): string {
  const value = typeof body === "string" ? (parseJson(body) ?? body) : body;
  if (typeof value === "string") return withoutMarkup(value);
  if (!isJsonObject(value)) return "";
  if (isJsonObject(value["error"])) return wordsOf(value["error"]);
  return (
    ["error", "message", "detail"].map((key) => value[key]).find((words) => typeof words === "string") ?? ""
  );
}

/** Gateways answer in HTML; its title says it all. */
function withoutMarkup(text: string): string {
  if (!/<html|<!doctype/i.test(text)) return text;
  return /<title>([^<]*)<\/title>/i.exec(text)?.[1] ?? "a web page instead of an answer";
}

/** `retry-after-ms`, or `retry-after` in seconds or as a date. */
function retryAfterMs(headers: Headers): number | undefined {
  const ms = Number.parseFloat(headers.get("retry-after-ms") ?? "");
  if (ms >= 0) return ms;
  const after = headers.get("retry-after");
  if (after === null) return undefined;
  const seconds = Number(after);
  if (seconds >= 0) return seconds * 1000;
  const until = Date.parse(after) - Date.parse(headers.get("date") ?? "");
  return until >= 0 ? until : undefined;
}

function isNetworkFailure(error: Error): boolean {
  const names = [
    "APIConnectionError",
    "APIConnectionTimeoutError",
    "APIUserAbortError",
    "TimeoutError",
    "AbortError",
  ];
  const { name } = error.constructor;
  return names.includes(name) || names.includes(error.name) || /fetch failed|terminated/.test(error.message);
}

/** The deepest reason: `fetch failed` says nothing, `ECONNREFUSED` much. */
function networkWords(error: Error): string {
  let deepest: Error = error;
  for (let depth = 0; depth < 5 && deepest.cause instanceof Error; depth += 1) deepest = deepest.cause;
  const code = "code" in deepest && typeof deepest.code === "string" ? deepest.code : "";
  const known: Readonly<Record<string, string>> = {
    ECONNREFUSED: "nothing answers at this address",
    ENOTFOUND: "the name of the server isn't known",
    EAI_AGAIN: "the name of the server can't be looked up now",
    ECONNRESET: "the connection was cut",
    UND_ERR_SOCKET: "the connection was cut",
    EPIPE: "the connection was cut",
    ETIMEDOUT: "no answer in time",
    UND_ERR_CONNECT_TIMEOUT: "no answer in time",
    UND_ERR_HEADERS_TIMEOUT: "no answer in time",
    UND_ERR_BODY_TIMEOUT: "no answer in time",
  };
  if (known[code] !== undefined) return known[code];
  if (/timeout|timed out|aborted/i.test(`${error.name} ${error.constructor.name} ${deepest.name}`))
    return "no answer in time";
  if (/certificate|SSL|TLS/i.test(`${code} ${deepest.message}`)) return `no secure connection (${code})`;
  return code === "" ? "the connection failed" : `the connection failed (${code})`;
}

/** The error that the user sees. The key never stands in it. */
export function remoteError(
  what: string,
  refusal: Refusal & { readonly cause?: unknown },
  { system, apiKey, address, advise }: Pick<Connection, "system" | "apiKey" | "address" | "advise">,
): RemoteError {
  const { status, requestId } = refusal;
  const words = shownWords(refusal.message, apiKey);
  return new RemoteError(
    {
      system,
      sentence: `${what}: ${status === undefined ? "" : `${status} `}${words}`,
      status,
      requestId: requestId === undefined ? undefined : printable(requestId, 80),
      retryable: mayPass(refusal),
      advice: advise === undefined ? adviceFor(refusal, address) : advise(status),
    },
    { cause: refusal.cause },
  );
}

/** Services quote what they were sent: keys, and values of rows. Long quotations and keys are taken out. */
export function shownWords(message: string, apiKey: string): string {
  const line = printable(message, Number.POSITIVE_INFINITY)
    .replaceAll(apiKey, "[key]")
    .replace(/\bBearer\s+\S+/gi, "Bearer [key]")
    .replace(/(?<![\p{L}\p{N}])(["'`])((?:(?!\1).){41,}?)(?:\1|$)/gu, "$1…$1");
  return printable(line);
}

function adviceFor({ status, message }: Refusal, address: string): string | undefined {
  if (status === 401 && /credit|trial/i.test(message)) return advices[402];
  if (status === undefined)
    return `is ${address} the right address (TOGETHER_BASE_URL, --base-url), and the network up? then run the same command again`;
  return advices[status];
}

const advices: Readonly<Record<number, string>> = {
  400: "the service understood, and says no: see its reason above; nothing was ordered",
  401: "the key in TOGETHER_API_KEY was refused: copy it anew from api.together.ai/settings/api-keys",
  402: "the account's balance isn't enough: add credit at api.together.ai/settings/billing, then run the same command again; what was uploaded is kept",
  403: "the key in TOGETHER_API_KEY may not do this: use one of the right project, or ask the account's owner",
  404: "check the id, and that TOGETHER_API_KEY is of the account and project it belongs to",
  413: "the file is larger than the service takes: build a smaller one (calltune build --max-per-tool)",
  422: "the service understood, and says no: see its reason above; nothing was ordered",
  429: "the service has had too many requests: wait, then run the same command again; it goes on where it stopped",
};

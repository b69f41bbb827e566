import { InterruptedError, RemoteError } from "../../lib/errors.ts";
import type { Random } from "../../lib/seeded-random.ts";

export interface RetryWorld {
  readonly fetch: typeof fetch;
  /** Resolves after so long, or as soon as the signal fires. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds since 1970, for a `Retry-After` that names a time of day. */
  readonly now: () => number;
  readonly random: Random;
}

export interface RetryOrder {
  readonly signal: AbortSignal;
  readonly onNotice: (sentence: string) => void;
  /** Characters of each answer that came whole. */
  readonly onAnswer: (length: number) => void;
}

const mostTries = 6;
const firstWaitMs = 500;
const longestWaitMs = 30_000;
/** A server that asks for longer is out of order for our purposes; this long we wait, then ask. */
const longestAskedWaitMs = 120_000;
const requestTimeoutMs = 90_000;
const tooManyRequests = 429;
const firstServerError = 500;

/** Postgres's code for a statement that took too long: the same request would again. */
const queryCanceled = "57014";

/**
 * A `fetch` that asks again after 429, a server's error, a refused or a cut connection, and gives only whole answers.
 * @throws RemoteError after the last try; InterruptedError when the signal fires
 */
export function retryingFetch(world: RetryWorld, order: RetryOrder): typeof fetch {
  return async (input, init) => {
    for (let attempt = 1; ; attempt += 1) {
      if (order.signal.aborted) throw new InterruptedError("reading was interrupted");
      const outcome = await tryOnce(() => world.fetch(input, { ...init, signal: either(order.signal) }));
      if ("answer" in outcome) {
        order.onAnswer(outcome.length);
        return outcome.answer;
      }
      if (order.signal.aborted) throw new InterruptedError("reading was interrupted");
      if (attempt === mostTries) throw gaveUp(outcome);
      const ms = outcome.waitMs(world.now()) ?? backoff(attempt, world.random);
      order.onNotice(`supabase: ${outcome.sentence}; trying again in ${Math.ceil(ms / 1000)} s`);
      await world.wait(ms, order.signal);
    }
  };
}

type Outcome =
  | { readonly answer: Response; readonly length: number }
  | {
      readonly sentence: string;
      readonly status: number | undefined;
      readonly cause: unknown;
      /** As the server asked; null where it didn't. */
      readonly waitMs: (now: number) => number | null;
    };

async function tryOnce(ask: () => Promise<Response>): Promise<Outcome> {
  try {
    const response = await ask();
    const body = await response.text();
    const { status, statusText, headers } = response;
    const transient =
      status === tooManyRequests || (status >= firstServerError && !body.includes(queryCanceled));
    if (transient) {
      const sentence =
        status === tooManyRequests ? "too many requests (429)" : `the server failed (${status})`;
      return {
        sentence,
        status,
        cause: undefined,
        waitMs: (now) => askedWait(headers.get("retry-after"), now),
      };
    }
    const kept = new Headers(headers);
    // The body is unpacked already.
    for (const name of ["content-encoding", "content-length"]) kept.delete(name);
    const answer = new Response(isEmpty(status) ? null : body, { status, statusText, headers: kept });
    return { answer, length: body.length };
  } catch (cause) {
    return { sentence: "the connection failed", status: undefined, cause, waitMs: () => null };
  }
}

/** Statuses whose answers may have no body at all. */
function isEmpty(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

function askedWait(header: string | null, now: number): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), longestAskedWaitMs);
}

/** Doubling, and between half and whole of it, so that many clients don't come back at once. */
function backoff(attempt: number, random: Random): number {
  const full = Math.min(firstWaitMs * 2 ** (attempt - 1), longestWaitMs);
  return Math.round(full * (0.5 + random.next() / 2));
}

function gaveUp({ sentence, status, cause }: Exclude<Outcome, { answer: Response }>): RemoteError {
  return new RemoteError(
    { system: "supabase", sentence: `${sentence}, ${mostTries} times in a row`, status, retryable: true },
    { cause },
  );
}

function either(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(requestTimeoutMs)]);
}

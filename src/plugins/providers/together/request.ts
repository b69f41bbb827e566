import { InterruptedError } from "../../../lib/errors.ts";
import type { Connection } from "../tuning.ts";
import { mayPass, type Refusal, RefusedError, refusalFrom, refusalOf, remoteError } from "./refusal.ts";

/** When a failed request is sent again. */
export type Repeat = "always safe" | "only if refused";

export interface Requests {
  /** Runs a request until it succeeds or won't. @throws RemoteError, InterruptedError */
  run<Answer>(what: string, repeat: Repeat, request: () => Promise<Answer>): Promise<Answer>;
  /** `run`, but null where the answer has one of these statuses. */
  runUnless<Answer>(
    statuses: readonly number[],
    what: string,
    request: () => Promise<Answer>,
  ): Promise<Answer | null>;
  /** `fetch` that ends: the whole answer is read within the time. */
  readonly fetch: typeof fetch;
}

const timeoutMs = 60_000;
const mostTries = 6;
/** A service that says when to come back is believed for longer. */
const mostPromisedTries = 30;
const longestWaitMs = 600_000;

export function requestsOver(connection: Connection): Requests {
  const requests: Requests = {
    async run(what, repeat, request) {
      for (let tries = 1; ; tries += 1) {
        const answer = await attempt(connection, request);
        if ("value" in answer) return answer.value;
        const pause = pauseBefore(tries + 1, answer, repeat);
        if (pause === null) throw remoteError(what, answer, connection);
        if (pause >= 5000) connection.onNotice(waitingSentence(connection.system, answer, pause));
        await connection.wait(pause);
      }
    },
    runUnless: (statuses, what, request) =>
      requests.run(what, "always safe", () =>
        request().catch((error: unknown) => {
          if (statuses.includes(refusalOf(error).status ?? 0)) return null;
          throw error;
        }),
      ),
    fetch: boundedFetch(connection.signal),
  };
  return requests;
}

type Attempt<Answer> = { readonly value: Answer } | (Refusal & { readonly cause: unknown });

async function attempt<Answer>(
  { signal }: Connection,
  request: () => Promise<Answer>,
): Promise<Attempt<Answer>> {
  if (signal.aborted) throw new InterruptedError("interrupted");
  try {
    return { value: await request() };
  } catch (error) {
    if (signal.aborted) throw new InterruptedError("interrupted", { cause: error });
    return { ...refusalOf(error), cause: error };
  }
}

/** Milliseconds, or null where another try makes no sense or might do the work twice. */
function pauseBefore(nextTry: number, refusal: Refusal, repeat: Repeat): number | null {
  if (!mayPass(refusal) || (repeat === "only if refused" && refusal.status !== 429)) return null;
  const promised = refusal.retryAfterMs;
  if (nextTry > (promised === undefined ? mostTries : mostPromisedTries)) return null;
  const pause = promised ?? Math.min(500 * 2 ** (nextTry - 2), 15_000);
  return pause > longestWaitMs ? null : pause;
}

function waitingSentence(system: string, { status, message }: Refusal, pauseMs: number): string {
  const why = status === 429 ? `${system} has had too many requests` : `${system}: ${status ?? message}`;
  return `${why}; trying again in ${Math.ceil(pauseMs / 1000)} s`;
}

/**
 * The client package's own limit ends at the answer's head; a body that never ends would hang for ever. An answer that
 * is cut on the way is a failed request here, and not half an answer.
 */
function boundedFetch(interrupt: AbortSignal): typeof fetch {
  return async (input, init) => {
    const given = init?.signal ?? undefined;
    const signals = [AbortSignal.timeout(timeoutMs), interrupt, ...(given === undefined ? [] : [given])];
    const response = await fetch(input, { ...init, signal: AbortSignal.any(signals) });
    const body = await response.arrayBuffer();
    const { status, statusText, headers } = response;
    return new Response(bodyless.has(status) ? null : body, { status, statusText, headers });
  };
}

/** Statuses whose answers may have no body. */
const bodyless = new Set([204, 205, 304]);

/** @throws RefusedError where the status isn't one of those wanted */
export async function expectStatus(response: Response, wanted: readonly number[]): Promise<Response> {
  if (wanted.includes(response.status)) return response;
  throw new RefusedError(refusalFrom(response.status, response.headers, await response.text()));
}

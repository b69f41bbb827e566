import { once } from "node:events";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/** What a worker file gives: from the set-up it was started with, a function from request to response. */
export type Job<Setup, Request, Response> = (
  setup: Setup,
) => (request: Request) => Response | Promise<Response>;

/** Threads (or none) that all do the same job. */
export interface WorkerPool<Request, Response> {
  /** How many requests can be in work at once. */
  readonly size: number;
  run(request: Request): Promise<Response>;
  close(): Promise<void>;
}

interface Waiting<Response> {
  resolve(response: Response): void;
  reject(error: unknown): void;
}

type Reply<Response> = { readonly response: Response } | { readonly error: unknown };

/** The job done on this thread: for small inputs, and for jobs whose set-up can't travel to another thread. */
export function inlinePool<Setup, Request, Response>(
  job: Job<Setup, Request, Response>,
  setup: Setup,
): WorkerPool<Request, Response> {
  const work = job(setup);
  return { size: 1, run: async (request) => work(request), close: async () => {} };
}

/**
 * The job done on threads of their own; `file` calls `serveJob`. Requests and responses are copied by structured
 * clone. A thread that dies fails its request and the pool.
 */
export function threadPool<Setup, Request, Response>(
  file: URL,
  threads: number,
  setup: Setup,
): WorkerPool<Request, Response> {
  const workers = Array.from({ length: threads }, () => startWorker<Response>(file, setup));
  return {
    size: threads * 2,
    run(request) {
      const worker = workers.reduce((least, next) =>
        next.waiting.length < least.waiting.length ? next : least,
      );
      return worker.send(request);
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

/** Called at the foot of a worker file; does nothing when the file is imported on the main thread. */
export function serveJob<Setup, Request, Response>(job: Job<Setup, Request, Response>): void {
  const port = parentPort;
  if (isMainThread || port === null) return;
  const work = job(workerData as Setup);
  port.on("message", async (request: Request) => {
    try {
      port.postMessage({ response: await work(request) } satisfies Reply<Response>);
    } catch (error) {
      port.postMessage({ error } satisfies Reply<Response>);
    }
  });
}

/**
 * Responses in the order of the requests, with only as many requests in work as the pool has room for, so memory
 * stays flat however long the stream.
 */
export async function* mapInOrder<Request, Response>(
  requests: AsyncIterable<Request>,
  pool: WorkerPool<Request, Response>,
): AsyncGenerator<Response> {
  const inWork: Promise<Response>[] = [];
  for await (const request of requests) {
    const response = pool.run(request);
    // A failure is reported where its turn comes; until then it must not count as unhandled.
    response.catch(() => {});
    inWork.push(response);
    const first = inWork[0];
    if (inWork.length <= pool.size || first === undefined) continue;
    inWork.shift();
    yield await first;
  }
  for (const response of inWork) yield await response;
}

function startWorker<Response>(file: URL, setup: unknown) {
  const worker = new Worker(file, { workerData: setup, execArgv: loaderFor(file) });
  const waiting: Waiting<Response>[] = [];
  const failAll = (error: unknown) => {
    for (const request of waiting.splice(0)) request.reject(error);
  };
  worker.on("message", (reply: Reply<Response>) => {
    const request = waiting.shift();
    if ("error" in reply) request?.reject(reply.error);
    else request?.resolve(reply.response);
  });
  worker.on("error", failAll);
  worker.on("exit", () => failAll(new Error("a worker thread ended before its work was done")));
  return {
    waiting,
    send(request: unknown): Promise<Response> {
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(request);
      });
    },
    async stop() {
      const gone = once(worker, "exit");
      await worker.terminate();
      await gone;
    },
  };
}

/** Sources run through tsx in development; Node 20 can't strip types itself. */
function loaderFor(file: URL): string[] {
  return file.pathname.endsWith(".ts") ? ["--import", "tsx"] : [];
}

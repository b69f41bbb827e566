import { isMainThread, parentPort, type Worker, workerData } from "node:worker_threads";
import { collectSparingly, createHeapKeeper } from "./heap-keeper.ts";
import { inlineLess } from "./inline-less.ts";
import { openWorker } from "./open-worker.ts";

/** What a worker file gives: from the set-up it was started with, a function from request to response. */
export type Job<Setup, Request, Response> = (
  setup: Setup,
) => (request: Request) => Response | Promise<Response>;

/** Threads (or none) that all do the same job. */
export interface WorkerPool<Request, Response> {
  /** How many requests can be in work at once. */
  readonly size: number;
  /** `moved` is memory of the request that may go to another thread without being copied: nobody uses it here again. */
  run(request: Request, moved?: readonly ArrayBuffer[]): Promise<Response>;
  close(): Promise<void>;
}

interface Waiting<Response> {
  resolve(response: Response): void;
  reject(error: unknown): void;
}

interface Asked<Request> {
  readonly number: number;
  readonly request: Request;
}

type Reply<Response> =
  | { readonly number: number; readonly response: Response }
  | { readonly number: number; readonly error: unknown };

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
 * clone. A thread that dies fails its request and the pool. `youngMegabytes` is the room for short-lived objects of all
 * threads together: the more, the fewer collections, each of which copies what is still in use.
 */
export function threadPool<Setup, Request, Response>(
  file: URL,
  threads: number,
  setup: Setup,
  youngMegabytes = usualYoungMegabytes,
): WorkerPool<Request, Response> {
  collectSparingly();
  const inlineAsUsual = inlineLess();
  const limits = { maxYoungGenerationSizeMb: shareOf(youngMegabytes, threads), maxOldGenerationSizeMb };
  const start = () => startWorker<Response>(openWorker(file, setup, limits));
  const workers = Array.from({ length: threads }, start);
  return {
    size: threads * 2,
    run(request, moved = []) {
      const worker = workers.reduce((least, next) => (next.waiting.size < least.waiting.size ? next : least));
      return worker.send(request, moved);
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.stop()));
      inlineAsUsual();
    },
  };
}

/**
 * Called at the foot of a worker file; does nothing when the file is imported on the main thread. `memoryOf` tells
 * what of a response goes to the asker without being copied: nobody may use it here again.
 */
export function serveJob<Setup, Request, Response>(
  job: Job<Setup, Request, Response>,
  memoryOf: (response: Response) => readonly ArrayBuffer[] = () => [],
): void {
  const port = parentPort;
  if (isMainThread || port === null) return;
  const work = job(workerData as Setup);
  const keepHeapSmall = createHeapKeeper();
  port.on("message", async ({ number, request }: Asked<Request>) => {
    try {
      const response = await work(request);
      port.postMessage({ number, response } satisfies Reply<Response>, memoryOf(response));
      keepHeapSmall();
    } catch (error) {
      port.postMessage({ number, error } satisfies Reply<Response>);
    }
  });
}

/** The memory behind an array of bytes or numbers, where the array has all of it to itself; else none. */
export function ownMemory({ buffer, byteLength }: ArrayBufferView): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
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
  const keepHeapSmall = createHeapKeeper();
  for await (const request of requests) {
    const response = pool.run(request);
    // A failure is reported where its turn comes; until then it must not count as unhandled.
    response.catch(() => {});
    inWork.push(response);
    const first = inWork[0];
    if (inWork.length <= pool.size || first === undefined) continue;
    inWork.shift();
    yield await first;
    keepHeapSmall();
  }
  for (const response of inWork) yield await response;
}

function startWorker<Response>(worker: Worker) {
  const exited = new Promise((resolve) => worker.once("exit", resolve));
  const waiting = new Map<number, Waiting<Response>>();
  let asked = 0;
  const failAll = (error: unknown) => {
    for (const request of waiting.values()) request.reject(error);
    waiting.clear();
  };
  worker.on("message", (reply: Reply<Response>) => {
    const request = waiting.get(reply.number);
    waiting.delete(reply.number);
    if ("error" in reply) request?.reject(reply.error);
    else request?.resolve(reply.response);
  });
  worker.on("error", failAll);
  worker.on("exit", () => failAll(new Error("a worker thread ended before its work was done")));
  return {
    waiting,
    send(request: unknown, moved: readonly ArrayBuffer[]): Promise<Response> {
      asked += 1;
      const number = asked;
      return new Promise((resolve, reject) => {
        waiting.set(number, { resolve, reject });
        worker.postMessage({ number, request } satisfies Asked<unknown>, moved);
      });
    },
    async stop() {
      await worker.terminate();
      await exited;
    },
  };
}

/** With 6 MB for each thread, a seventh of a `pull` was collections. */
const usualYoungMegabytes = 96;
/** V8's own default for one thread. */
const mostYoungMegabytes = 48;
const leastYoungMegabytes = 6;

function shareOf(megabytes: number, threads: number): number {
  return Math.max(leastYoungMegabytes, Math.min(mostYoungMegabytes, Math.floor(megabytes / threads)));
}

/** The bound on old objects is far away; what counts is that V8 lets a bounded heap grow in smaller steps. */
const maxOldGenerationSizeMb = 1024;

import { inlinePool, ownMemory, threadPool, type WorkerPool } from "../../lib/worker-pool.ts";
import { type BuildJobSetup, type BuildRequest, type BuildResult, buildJob } from "./build-worker.ts";
import type { Chunk, ScanResult } from "./scan-calls.ts";
import type { WriteRequest, WriteResult } from "./write-rows.ts";

/** Smaller inputs are done before threads would have started. */
const worthThreads = 4 * 1024 * 1024;

/** Less than usual: what is known of every decision takes its share of the memory here. */
const youngMegabytes = 48;

/** The same threads serve both walks over the calls, so that each loads its tables once. */
export interface Pools {
  readonly scan: WorkerPool<Chunk, ScanResult>;
  readonly write: WorkerPool<WriteRequest, WriteResult>;
  close(): Promise<void>;
}

export function openPools(setup: BuildJobSetup & { readonly threads: number }, bytes: number): Pools {
  const { options, tools, systemPrompt, exporter, tokenizer, maxTokens } = setup;
  const jobSetup: BuildJobSetup = { options, tools, systemPrompt, exporter, tokenizer, maxTokens };
  const pool: WorkerPool<BuildRequest, BuildResult> =
    setup.threads <= 1 || bytes < worthThreads
      ? inlinePool(buildJob, jobSetup)
      : threadPool(workerFile(), setup.threads, jobSetup, youngMegabytes);
  return {
    scan: narrowed(
      pool,
      (request: Chunk) => ({ scan: request }),
      (result) => ("scan" in result ? result.scan : null),
    ),
    write: narrowed(
      pool,
      (request: WriteRequest) => ({ write: request }),
      (result) => ("write" in result ? result.write : null),
    ),
    close: () => pool.close(),
  };
}

function narrowed<Request extends Chunk, Response>(
  pool: WorkerPool<BuildRequest, BuildResult>,
  wrap: (request: Request) => BuildRequest,
  unwrap: (result: BuildResult) => Response | null,
): WorkerPool<Request, Response> {
  return {
    size: pool.size,
    async run(request) {
      const response = unwrap(await pool.run(wrap(request), ownMemory(request.bytes)));
      if (response === null) throw new TypeError("a build worker answered another question");
      return response;
    },
    close: async () => {},
  };
}

function workerFile(): URL {
  return new URL(
    import.meta.url.endsWith(".ts") ? "./build-worker.ts" : "./build-worker.js",
    import.meta.url,
  );
}

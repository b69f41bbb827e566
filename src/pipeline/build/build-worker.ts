import { type Job, ownMemory, serveJob } from "../../lib/worker-pool.ts";
import { type Chunk, callScanner, type ScanResult, type ScanSetup } from "./scan-calls.ts";
import { rowWriter, type WriteRequest, type WriteResult, type WriteSetup } from "./write-rows.ts";

export type BuildJobSetup = ScanSetup & WriteSetup;
export type BuildRequest = { readonly scan: Chunk } | { readonly write: WriteRequest };
export type BuildResult = { readonly scan: ScanResult } | { readonly write: WriteResult };

/** Both walks over the calls, for one thread. */
export const buildJob: Job<BuildJobSetup, BuildRequest, BuildResult> = (setup) => {
  const scan = callScanner(setup);
  const write = rowWriter(setup);
  return (request) => ("scan" in request ? { scan: scan(request.scan) } : { write: write(request.write) });
};

/** Nearly all of an answer is columns and rows. */
function memoryOf(result: BuildResult): ArrayBuffer[] {
  if ("write" in result)
    return result.write.rows.flatMap(({ rows, dialectRows }) => [
      ...ownMemory(rows),
      ...(dialectRows === null ? [] : ownMemory(dialectRows)),
    ]);
  const { candidates, rejected } = result.scan;
  const { call, turn, tool, exact, template, label, priority, signatures } = candidates;
  return [call, turn, tool, exact, template, label, priority, signatures, rejected.bytes].flatMap(ownMemory);
}

serveJob(buildJob, memoryOf);

import { createHash, type Hash } from "node:crypto";
import type { BuildOptions } from "../../domain/build-options.ts";
import { DataError, InterruptedError } from "../../lib/errors.ts";
import { lineChunks } from "../../lib/line-chunks.ts";
import { mapInOrder, type WorkerPool } from "../../lib/worker-pool.ts";
import { type RejectedLog, rejectedWriter } from "./rejected-log.ts";
import type { Chunk, ScanResult } from "./scan-calls.ts";
import { joinedFacts, noFacts, type ScanFacts } from "./scan-facts.ts";
import { type Chosen, startSelection } from "./select.ts";

/** What the first walk found. */
export interface Scan extends Chosen, ScanFacts {
  readonly callsSha256: string;
  /** Lines of each stretch of the file, so that the second walk knows which calls stand in it. */
  readonly linesPerChunk: readonly number[];
}

export interface ScanOrder {
  readonly file: string;
  readonly options: BuildOptions;
  readonly pool: WorkerPool<Chunk, ScanResult>;
  readonly rejected: RejectedLog;
  readonly signal: AbortSignal;
  readonly onProgress: (bytes: number) => void;
}

/** First walk: labels all calls and chooses among what may be learnt. */
export async function scanAll(order: ScanOrder): Promise<Scan> {
  const selection = startSelection(order.options);
  const hash = createHash("sha256");
  const linesPerChunk: number[] = [];
  let facts = noFacts;
  for await (const result of mapInOrder(chunksOf(order, hash), order.pool)) {
    if (result.fault !== null) {
      const line = facts.calls + result.fault.line + 1;
      throw new DataError({ file: order.file, line }, result.fault.sentence);
    }
    await order.rejected.writeLines(result.rejected);
    const pushedOut = rejectedWriter();
    selection.offer(result.candidates, facts.calls, pushedOut.add);
    await order.rejected.writeLines(pushedOut.read());
    facts = joinedFacts(facts, result.facts);
    linesPerChunk.push(result.facts.calls);
  }
  const chosen = selection.finish();
  await order.rejected.write(chosen.rejected);
  return { ...facts, ...chosen, linesPerChunk, callsSha256: hash.digest("hex") };
}

async function* chunksOf(order: ScanOrder, hash: Hash): AsyncGenerator<Chunk> {
  let bytesRead = 0;
  for await (const bytes of lineChunks(order.file)) {
    if (order.signal.aborted) throw new InterruptedError("interrupted while labelling calls");
    hash.update(bytes);
    yield { bytes };
    bytesRead += bytes.length;
    order.onProgress(bytesRead);
  }
}

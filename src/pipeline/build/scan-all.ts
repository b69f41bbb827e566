import { createHash, type Hash } from "node:crypto";
import type { BuildOptions } from "../../domain/build-options.ts";
import type { RejectReason } from "../../domain/label.ts";
import type { ToolOrigin } from "../../domain/tool-book.ts";
import { DataError, InterruptedError } from "../../lib/errors.ts";
import { toJsonLine } from "../../lib/json-lines.ts";
import { lineChunks } from "../../lib/line-chunks.ts";
import { mapInOrder, type WorkerPool } from "../../lib/worker-pool.ts";
import type { DatasetFile } from "../../workspace/dataset-writer.ts";
import type { Rejected } from "./decision.ts";
import type { Chunk, ScannedCall, ScanResult } from "./scan-calls.ts";
import { type Chosen, type Selection, startSelection } from "./select.ts";

/** What the first walk found. */
export interface Scan extends Chosen {
  readonly calls: number;
  readonly decisions: number;
  readonly callsSha256: string;
  readonly firstStartedAt: string | null;
  readonly lastStartedAt: string | null;
  readonly toolOrigins: Record<ToolOrigin, number>;
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

/** Counts rejections and writes them down. */
export interface RejectedLog {
  write(rejected: readonly Rejected[]): Promise<void>;
  counts(): Record<string, number>;
}

export function rejectedLog(file: DatasetFile): RejectedLog {
  const counts = new Map<RejectReason, number>();
  return {
    async write(rejected) {
      for (const { reason, decisions = 1 } of rejected) {
        counts.set(reason, (counts.get(reason) ?? 0) + decisions);
      }
      await file.append(rejected.map((line) => `${toJsonLine(line)}\n`).join(""), rejected.length);
    },
    counts: () => Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

/** First walk: labels all calls and chooses among what may be learnt. */
export async function scanAll(order: ScanOrder): Promise<Scan> {
  const selection = startSelection(order.options);
  const facts = startFacts();
  const hash = createHash("sha256");
  for await (const result of mapInOrder(chunksOf(order, hash), order.pool)) {
    if (result.fault !== null) {
      const line = facts.read().calls + result.fault.line + 1;
      throw new DataError({ file: order.file, line }, result.fault.sentence);
    }
    facts.add(result.calls);
    await order.rejected.write(
      result.calls.flatMap((call, index) => offerCall(call, facts.lineOf(index), selection)),
    );
  }
  const chosen = selection.finish();
  await order.rejected.write(chosen.rejected);
  return { ...facts.read(), ...chosen, callsSha256: hash.digest("hex") };
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

function offerCall(call: ScannedCall, line: number, selection: Selection): Rejected[] {
  const pushedOut = call.candidates.map((candidate) => selection.offer({ ...candidate, call: line }));
  return [...call.rejected, ...pushedOut.filter((rejected) => rejected !== null)];
}

type ScanFacts = Omit<Scan, keyof Chosen | "callsSha256">;

function startFacts() {
  let chunkStart = 0;
  let facts: ScanFacts = {
    calls: 0,
    decisions: 0,
    firstStartedAt: null,
    lastStartedAt: null,
    toolOrigins: { call: 0, file: 0, inferred: 0, none: 0 },
    linesPerChunk: [],
  };
  return {
    read: () => facts,
    /** The line of `calls.jsonl` of a call of the newest stretch. */
    lineOf: (index: number) => chunkStart + index,
    add(calls: readonly ScannedCall[]) {
      chunkStart = facts.calls;
      const toolOriginCounts = { ...facts.toolOrigins };
      for (const call of calls) toolOriginCounts[call.toolOrigin] += 1;
      const started = calls.flatMap(({ startedAt }) => (startedAt === null ? [] : [startedAt]));
      facts = {
        calls: facts.calls + calls.length,
        decisions: facts.decisions + calls.reduce((sum, { decisions }) => sum + decisions, 0),
        firstStartedAt: started.reduce(earlier, facts.firstStartedAt),
        lastStartedAt: started.reduce(later, facts.lastStartedAt),
        toolOrigins: toolOriginCounts,
        linesPerChunk: [...facts.linesPerChunk, calls.length],
      };
    },
  };
}

function earlier(one: string | null, other: string): string {
  return one === null || Date.parse(other) < Date.parse(one) ? other : one;
}

function later(one: string | null, other: string): string {
  return one === null || Date.parse(other) > Date.parse(one) ? other : one;
}

import { Call } from "../../domain/call.ts";
import { InterruptedError, UsageError } from "../../lib/errors.ts";
import type { JsonObject } from "../../lib/json.ts";
import { inlinePool, mapInOrder, threadPool, type WorkerPool } from "../../lib/worker-pool.ts";
import { exporters } from "../../plugins/exporters/index.ts";
import { tokenizers } from "../../plugins/tokenizers/index.ts";
import { type CheckSetup, checkJob } from "./check-job.ts";
import type { LinesFindings } from "./check-lines.ts";
import { fileKindFault } from "./file-kind.ts";
import { guessDialect } from "./guess-dialect.ts";
import { type BlockReader, readBlocks } from "./read-blocks.ts";
import { readRow } from "./read-row.ts";
import { readStretches, type Stretch } from "./read-stretches.ts";
import type { CheckReport } from "./report.ts";
import { sumFindings } from "./sum-findings.ts";

export interface CheckRequest extends CheckSetup {
  readonly file: string;
  /** Threads to share the work out to; 1 does it on this one. */
  readonly threads?: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { readonly bytes: number; readonly totalBytes: number | null }) => void;
}

/** Smaller files are done before threads would have started; nobody knows how much a pipe brings. */
const worthThreads = 8 << 20;

/**
 * Checks a training file against a dialect's rules, in flat memory however large the file. "-" is standard input.
 * @throws UsageError when the file is missing, unreadable or a folder, or holds calls
 * @throws InterruptedError when the signal fires
 */
export async function checkFile(request: CheckRequest): Promise<CheckReport> {
  const { file, exporter, tokenizer } = request;
  const reader = await readBlocks(file, request.signal);
  if (firstRows(reader.first, 1).some(isPulledCall)) {
    await reader.blocks.return(undefined);
    throw new UsageError(pulledCalls);
  }
  const sums = sumFindings();
  const kind = fileKindFault(reader.first);
  if (kind !== null) {
    await reader.blocks.return(undefined);
    sums.tellOfFile([kind]);
  }
  const bytes =
    kind === null
      ? await checkStretches(request, reader, sums.add)
      : (reader.totalBytes ?? reader.first.length);
  if (kind === null) sums.tellOfFile(exporters[exporter].checkFile(sums.facts(bytes)));
  const { faults, counts, rows, badLines, tokenSums } = sums.result();
  return {
    file,
    dialect: exporter,
    passed: !counts.some(({ severity }) => severity === "error"),
    bytes,
    rows,
    badLines,
    faults,
    counts,
    tokens: tokenizer === null ? null : tokenSums.summary(tokenizers[tokenizer].exact),
    guess: badLines > 0 && kind === null ? guessDialect(firstRows(reader.first), exporter) : null,
  };
}

const pulledCalls =
  "these are calls as `calltune pull` writes them, and no training rows; run calltune build, then check the training_data.jsonl in its dataset folder";

function isPulledCall(row: JsonObject): boolean {
  return row["messages"] === undefined && Call.safeParse(row).success;
}

/** How many bytes were read; a file may have grown since its size was asked for. */
async function checkStretches(
  request: CheckRequest,
  reader: BlockReader,
  add: (findings: LinesFindings) => void,
): Promise<number> {
  const pool = openPool(request, reader.totalBytes);
  const read = { bytes: 0 };
  try {
    for await (const findings of mapInOrder(readStretches(watched(request, reader, read)), pool))
      add(findings);
  } finally {
    await pool.close();
  }
  return read.bytes;
}

async function* watched(
  { signal, onProgress }: CheckRequest,
  { blocks, totalBytes }: BlockReader,
  read: { bytes: number },
): AsyncGenerator<Buffer> {
  for await (const block of blocks) {
    if (signal.aborted) throw new InterruptedError("interrupted while checking the file");
    yield block;
    read.bytes += block.length;
    onProgress({ bytes: read.bytes, totalBytes });
  }
}

function openPool(request: CheckRequest, totalBytes: number | null): WorkerPool<Stretch, LinesFindings> {
  const { exporter, tokenizer, contextTokens, threads = 1 } = request;
  const setup = { exporter, tokenizer, contextTokens };
  if (threads <= 1 || (totalBytes ?? 0) < worthThreads) return inlinePool(checkJob, setup);
  const source = import.meta.url.endsWith(".ts") ? "./check-job.ts" : "./check-job.js";
  return threadPool(new URL(source, import.meta.url), threads, setup);
}

/** Enough rows to tell a dialect by. */
function firstRows(start: Buffer, most = 50): JsonObject[] {
  const lines = start.toString("utf8").split("\n", most);
  return lines.map((text, index) => readRow(text, index + 1).row).filter((row) => row !== null);
}

import { stat } from "node:fs/promises";
import { InterruptedError, UsageError } from "../../lib/errors.ts";
import type { JsonObject } from "../../lib/json.ts";
import { inlinePool, mapInOrder, threadPool, type WorkerPool } from "../../lib/worker-pool.ts";
import { exporters } from "../../plugins/exporters/index.ts";
import { tokenizers } from "../../plugins/tokenizers/index.ts";
import { type CheckSetup, checkJob } from "./check-job.ts";
import type { LinesFindings } from "./check-lines.ts";
import { fileKindFault } from "./file-kind.ts";
import { guessDialect } from "./guess-dialect.ts";
import { readRow } from "./read-row.ts";
import { readStretches, type Stretch } from "./read-stretches.ts";
import type { CheckReport } from "./report.ts";
import { sumFindings } from "./sum-findings.ts";

export interface CheckRequest extends CheckSetup {
  readonly file: string;
  /** Threads to share the work out to; 1 does it on this one. */
  readonly threads?: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { readonly bytes: number; readonly totalBytes: number }) => void;
}

/** Smaller files are done before threads would have started. */
const worthThreads = 8 << 20;

/**
 * Checks a training file against a dialect's rules, in flat memory however large the file.
 * @throws UsageError when the file is missing, unreadable or a folder
 * @throws InterruptedError when the signal fires
 */
export async function checkFile(request: CheckRequest): Promise<CheckReport> {
  const { file, exporter, tokenizer } = request;
  const totalBytes = await sizeOf(file);
  const kind = await fileKindFault(file);
  const sums = sumFindings();
  if (kind !== null) sums.tellOfFile([kind]);
  else await checkStretches(request, totalBytes, sums.add);
  const dialect = exporters[exporter];
  if (kind === null) sums.tellOfFile(dialect.checkFile(sums.facts(totalBytes)));
  const { faults, counts, rows, badLines, tokenSums } = sums.result();
  return {
    file,
    dialect: exporter,
    passed: !counts.some(({ severity }) => severity === "error"),
    bytes: totalBytes,
    rows,
    badLines,
    faults,
    counts,
    tokens: tokenizer === null ? null : tokenSums.summary(tokenizers[tokenizer].exact),
    guess: badLines > 0 && kind === null ? guessDialect(await firstRows(file), exporter) : null,
  };
}

async function checkStretches(
  request: CheckRequest,
  totalBytes: number,
  add: (findings: LinesFindings) => void,
): Promise<void> {
  const pool = openPool(request, totalBytes);
  try {
    for await (const findings of mapInOrder(watched(request, totalBytes), pool)) add(findings);
  } finally {
    await pool.close();
  }
}

async function* watched(request: CheckRequest, totalBytes: number): AsyncGenerator<Stretch> {
  let bytes = 0;
  for await (const stretch of readStretches(request.file)) {
    if (request.signal.aborted) throw new InterruptedError("interrupted while checking the file");
    yield stretch;
    bytes += stretch.bytes.length;
    request.onProgress({ bytes, totalBytes });
  }
}

function openPool(request: CheckRequest, totalBytes: number): WorkerPool<Stretch, LinesFindings> {
  const { exporter, tokenizer, contextTokens, threads = 1 } = request;
  const setup = { exporter, tokenizer, contextTokens };
  if (threads <= 1 || totalBytes < worthThreads) return inlinePool(checkJob, setup);
  const source = import.meta.url.endsWith(".ts") ? "./check-job.ts" : "./check-job.js";
  return threadPool(new URL(source, import.meta.url), threads, setup);
}

async function sizeOf(file: string): Promise<number> {
  try {
    const facts = await stat(file);
    if (facts.isDirectory()) throw new UsageError(`${file} is a folder; name a training file in it`);
    return facts.size;
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const code = cause instanceof Error && "code" in cause ? cause.code : null;
    const reason = code === "ENOENT" ? "there is no such file" : "it can't be read";
    throw new UsageError(`${file}: ${reason}`, { cause });
  }
}

/** Enough rows to tell a dialect by. */
async function firstRows(file: string, most = 50): Promise<JsonObject[]> {
  for await (const { bytes, firstLine } of readStretches(file)) {
    const lines = Buffer.from(bytes).toString("utf8").split("\n", most);
    return lines.map((text, index) => readRow(text, firstLine + index).row).filter((row) => row !== null);
  }
  return [];
}

import { addLeaks, type LeakReport, noLeaks } from "../../domain/leak-report.ts";
import { InterruptedError } from "../../lib/errors.ts";
import { readFileLines, textOf } from "../../lib/read-lines.ts";
import { inlinePool, mapInOrder, threadPool, type WorkerPool } from "../../lib/worker-pool.ts";
import type { LineProblem, RedactedLines, RedactSetup, TextLine } from "./redact-lines.ts";
import { redactJob } from "./redact-worker.ts";

export interface RedactRequest extends RedactSetup {
  /** JSON Lines, gzip too; "-" is standard input. */
  readonly file: string;
  readonly threads: number;
  readonly signal: AbortSignal;
  /** Takes the redacted lines in order; false says that nobody wants more. */
  readonly write: (text: string) => Promise<boolean>;
  readonly onProblem: (problem: LineProblem) => void;
  readonly onProgress: (rows: number) => void;
}

export interface RedactSummary {
  readonly rows: number;
  /** Lines that couldn't be read, and weren't written. */
  readonly badLines: number;
  readonly report: LeakReport;
}

/**
 * Redacts a file of OpenAI messages, one example a line, in flat memory.
 * @throws UsageError when the file can't be read; InterruptedError when the signal fires
 */
export async function redactFile(request: RedactRequest): Promise<RedactSummary> {
  const pool = openPool(request);
  let summary: RedactSummary = { rows: 0, badLines: 0, report: noLeaks };
  try {
    for await (const { text, rows, problems, report } of mapInOrder(batchesOf(request), pool)) {
      for (const problem of problems) request.onProblem(problem);
      summary = {
        rows: summary.rows + rows,
        badLines: summary.badLines + problems.length,
        report: addLeaks(summary.report, report),
      };
      if (text !== "" && !(await request.write(text))) break;
      request.onProgress(summary.rows);
    }
    return summary;
  } finally {
    await pool.close();
  }
}

/** Enough lines to be worth the way to a thread, few enough to keep memory flat. */
const batchCharacters = 1 << 18;

async function* batchesOf({ file, signal }: RedactRequest): AsyncGenerator<TextLine[]> {
  let batch: TextLine[] = [];
  let characters = 0;
  for await (const lines of readFileLines(file, { name: file === "-" ? "standard input" : file })) {
    if (signal.aborted) throw new InterruptedError("interrupted while redacting");
    for (const { number, bytes } of lines) {
      batch.push({ number, text: bytes === null ? null : textOf(bytes) });
      characters += bytes?.length ?? 0;
      if (characters < batchCharacters) continue;
      yield batch;
      batch = [];
      characters = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

function openPool({
  settings,
  salt,
  threads,
}: RedactRequest): WorkerPool<readonly TextLine[], RedactedLines> {
  const setup = { settings, salt };
  if (threads <= 1) return inlinePool(redactJob, setup);
  const source = import.meta.url.endsWith(".ts") ? "./redact-worker.ts" : "./redact-worker.js";
  return threadPool(new URL(source, import.meta.url), threads, setup);
}

import { type LeakReport, sumLeaks } from "../../domain/leak-report.ts";
import { InterruptedError } from "../../lib/errors.ts";
import { parseJsonObject } from "../../lib/json.ts";
import { readFileLines, textOf } from "../../lib/read-lines.ts";
import { inlinePool, mapInOrder, threadPool, type WorkerPool } from "../../lib/worker-pool.ts";
import { callOfRow } from "../../redaction/scope-of-row.ts";
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
  const leaks = sumLeaks();
  let [rows, badLines] = [0, 0];
  try {
    for await (const { problems, ...redacted } of mapInOrder(batchesOf(request), pool)) {
      for (const problem of problems) request.onProblem(problem);
      rows += redacted.rows;
      badLines += problems.length;
      leaks.add(redacted.report);
      if (redacted.text !== "" && !(await request.write(redacted.text))) break;
      request.onProgress(rows);
    }
    return { rows, badLines, report: leaks.read() };
  } finally {
    await pool.close();
  }
}

/** Enough lines to be worth the way to a thread, few enough to keep memory flat. */
const batchCharacters = 1 << 18;

/** Rows of one call stay together up to this. */
const mostLines = 1000;
const mostCharacters = 1 << 23;

async function* batchesOf({ file, signal }: RedactRequest): AsyncGenerator<TextLine[]> {
  let batch = startBatch();
  for await (const lines of readFileLines(file, { name: file === "-" ? "standard input" : file })) {
    if (signal.aborted) throw new InterruptedError("interrupted while redacting");
    for (const { number, bytes } of lines) {
      const line = { number, text: bytes === null ? null : textOf(bytes) };
      if (endsBefore(line, batch)) {
        yield batch.lines;
        batch = startBatch();
      }
      batch.lines.push(line);
      batch.characters += bytes?.length ?? 0;
    }
  }
  if (batch.lines.length > 0) yield batch.lines;
}

interface Batch {
  readonly lines: TextLine[];
  characters: number;
}

function startBatch(): Batch {
  return { lines: [], characters: 0 };
}

function endsBefore(line: TextLine, { lines, characters }: Batch): boolean {
  if (characters < batchCharacters) return false;
  return lines.length >= mostLines || characters >= mostCharacters || !goesOn(lines.at(-1), line);
}

/** Whether a line's row is of the same call as that of the line before. */
function goesOn(before: TextLine | undefined, line: TextLine): boolean {
  const call = before === undefined ? null : callOf(before);
  return call !== null && call === callOf(line);
}

function callOf({ text }: TextLine): string | null {
  const row = text === null ? undefined : parseJsonObject(text);
  return row === undefined ? null : callOfRow(row);
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

import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { InterruptedError, UsageError } from "../../lib/errors.ts";
import type { FileContent } from "../../plugins/providers/tuning.ts";

/** A training file held open: a build that replaces it in the meantime changes nothing. */
export interface TrainingFile extends FileContent {
  readonly sha256: string;
  readonly rows: number;
  /** Whether any row has tools. */
  readonly hasTools: boolean;
  close(): Promise<void>;
}

const chunkBytes = 256 << 10;

/** Reads the file once to know it. @throws UsageError where it can't be read */
export async function openTrainingFile(path: string, signal: AbortSignal): Promise<TrainingFile> {
  const handle = await open(path, "r").catch((error: unknown) => {
    throw new UsageError("the training file isn't there, or may not be read", { cause: error });
  });
  try {
    const facts = await readFacts(handle, signal);
    return { ...facts, chunks: () => vouched(handle, facts), close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readFacts(handle: FileHandle, signal: AbortSignal) {
  const hash = createHash("sha256");
  const facts = { bytes: 0, rows: 0, hasTools: false };
  let before = "";
  let last = 10;
  for await (const chunk of chunksOf(handle)) {
    if (signal.aborted) throw new InterruptedError("interrupted while reading the training file");
    hash.update(chunk);
    facts.bytes += chunk.length;
    facts.rows += count(chunk, 10);
    last = chunk.at(-1) ?? last;
    if (facts.hasTools) continue;
    const text = before + chunk.toString("latin1");
    facts.hasTools = /"tools"\s*:\s*\[\s*\{/.test(text);
    before = text.slice(-64);
  }
  // The last line counts without an end too.
  if (last !== 10) facts.rows += 1;
  return { ...facts, sha256: hash.digest("hex") };
}

/** A file written into under our hands isn't what was checked and shown: its last piece is never sent. */
async function* vouched(
  handle: FileHandle,
  { bytes, sha256 }: { readonly bytes: number; readonly sha256: string },
): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  let held: Buffer | null = null;
  let read = 0;
  for await (const chunk of chunksOf(handle)) {
    if (held !== null) yield held;
    hash.update(chunk);
    read += chunk.length;
    held = chunk;
  }
  if (read !== bytes || hash.digest("hex") !== sha256)
    throw new UsageError("the training file was changed while it was sent; run the same command again");
  if (held !== null) yield held;
}

async function* chunksOf(handle: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ; ) {
    const buffer = Buffer.allocUnsafe(chunkBytes);
    const { bytesRead } = await handle.read(buffer, 0, chunkBytes, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

function count(chunk: Buffer, byte: number): number {
  let found = 0;
  for (let at = chunk.indexOf(byte); at !== -1; at = chunk.indexOf(byte, at + 1)) found += 1;
  return found;
}

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { addAbortSignal, type Readable } from "node:stream";
import { InterruptedError, UsageError } from "../../lib/errors.ts";

/** A file, a pipe or standard input ("-"), read once from its beginning to its end. */
export interface BlockReader {
  /** Null where nobody knows before the end. */
  readonly totalBytes: number | null;
  /** The first block, read already; empty where there is nothing. */
  readonly first: Buffer;
  /** All blocks, the first one too; each but the last of the same size. Ends the reading when it is left. */
  readonly blocks: AsyncGenerator<Buffer>;
}

/**
 * @throws UsageError when the file is missing, unreadable or a folder
 * @throws InterruptedError when the signal fires, here or in between blocks
 */
export async function readBlocks(file: string, signal: AbortSignal, size = 1 << 20): Promise<BlockReader> {
  const totalBytes = file === "-" ? null : await sizeOf(file);
  const input = file === "-" ? process.stdin : createReadStream(file, { highWaterMark: size });
  const blocks = inWords(evenBlocks(addAbortSignal(signal, input), size), file);
  const first = (await blocks.next()).value ?? Buffer.alloc(0);
  return { totalBytes, first, blocks: withFirst(first, blocks) };
}

/** The size of a real file; a pipe has none. */
async function sizeOf(file: string): Promise<number | null> {
  try {
    const facts = await stat(file);
    if (facts.isDirectory()) throw new UsageError(`${file} is a folder; name a training file in it`);
    return facts.isFile() ? facts.size : null;
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const code = cause instanceof Error && "code" in cause ? cause.code : null;
    const reason = code === "ENOENT" ? "there is no such file" : "it can't be read";
    throw new UsageError(`${file}: ${reason}`, { cause });
  }
}

async function* withFirst(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    if (first.length > 0) yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/** Pipes give what they have at the moment. */
async function* evenBlocks(input: Readable, size: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of input) {
    held.push(Buffer.from(chunk));
    bytes += chunk.length;
    if (bytes < size) continue;
    const all = held.length === 1 ? chunk : Buffer.concat(held);
    let from = 0;
    for (; all.length - from >= size; from += size) yield all.subarray(from, from + size);
    held = from === all.length ? [] : [all.subarray(from)];
    bytes = all.length - from;
  }
  if (bytes > 0) yield Buffer.concat(held);
}

async function* inWords(blocks: AsyncGenerator<Buffer>, file: string): AsyncGenerator<Buffer> {
  try {
    yield* blocks;
  } catch (cause) {
    if (cause instanceof Error && cause.name === "AbortError")
      throw new InterruptedError("interrupted while checking the file", { cause });
    throw new UsageError(`${file}: it can't be read`, { cause });
  }
}

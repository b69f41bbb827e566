import { isUtf8 } from "node:buffer";
import type { Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { DataError, UsageError } from "./errors.ts";

/** A line without its end; `bytes` is null where the line is longer than `mostBytes`. */
export interface Line {
  /** Counts from 1. */
  readonly number: number;
  readonly bytes: Buffer | null;
}

export interface ReadLinesOptions {
  /** What errors call the input. */
  readonly name: string;
  /** A longer line is passed over without being held. */
  readonly mostBytes?: number;
  /** Gets all bytes as they are in the file. */
  readonly hash?: Hash;
}

const defaultMostBytes = 64 * 1024 * 1024;
const chunkBytes = 256 * 1024;
const lineFeed = 10;
const carriageReturn = 13;

/**
 * The lines of a file, "-" being standard input. Gzip is known by its first bytes and unpacked. Lines end with LF or
 * CRLF; a byte order mark at the beginning is dropped. The last line needs no end.
 * @throws UsageError when the file can't be opened; DataError when gzip breaks off or is broken
 */
export function readFileLines(path: string, options: ReadLinesOptions): AsyncGenerator<readonly Line[]> {
  const input = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: chunkBytes });
  return readLines(input, options);
}

/** The lines of a stream, in batches as they come: the bytes of a batch are valid as long as it is held. */
export async function* readLines(
  input: Readable,
  options: ReadLinesOptions,
): AsyncGenerator<readonly Line[]> {
  const splitter = lineSplitter(options.mostBytes ?? defaultMostBytes);
  try {
    const { hash } = options;
    for await (const chunk of plainChunks(hash === undefined ? input : hashed(input, hash))) {
      const lines = splitter.push(chunk);
      if (lines.length > 0) yield lines;
    }
    const last = splitter.end();
    if (last !== null) yield [last];
  } catch (error) {
    throw inWords(error, options.name, splitter.nextNumber());
  } finally {
    input.destroy();
  }
}

/** The text of a line; null where the bytes aren't UTF-8. */
export function textOf(bytes: Buffer): string | null {
  return isUtf8(bytes) ? bytes.toString("utf8") : null;
}

async function* hashed(input: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of input) {
    hash.update(chunk);
    yield chunk;
  }
}

/** Unpacks gzip; the first chunk says whether it is. */
async function* plainChunks(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  const chunks: AsyncIterator<Buffer> = input[Symbol.asyncIterator]();
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  const whole = concatenated(head, chunks);
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* whole;
    return;
  }
  // A broken input ends the unpacker with its error, which the loop below throws.
  const unpacker = pipeline(whole, createGunzip({ chunkSize: chunkBytes }), () => {});
  for await (const chunk of unpacker) yield chunk;
}

async function* concatenated(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

interface LineSplitter {
  /** The lines that this chunk ends. */
  push(chunk: Buffer): Line[];
  /** The last line, if it has no end. */
  end(): Line | null;
  nextNumber(): number;
}

function lineSplitter(mostBytes: number): LineSplitter {
  let number = 0;
  /** The beginning of a line whose end hasn't come; null once it is too long to be held. */
  let begun: Buffer[] | null = [];
  let begunBytes = 0;
  const keep = (part: Buffer) => {
    begunBytes += part.length;
    if (begunBytes > mostBytes) begun = null;
    else begun?.push(part);
  };
  const finish = (part: Buffer): Line => {
    number += 1;
    if (begunBytes > 0) keep(part);
    const bytes = begunBytes === 0 ? part : begun && Buffer.concat(begun);
    begun = [];
    begunBytes = 0;
    const held = bytes !== null && bytes.length <= mostBytes ? withoutMarks(bytes, number) : null;
    return { number, bytes: held };
  };
  return {
    push(chunk) {
      const lines: Line[] = [];
      let from = 0;
      for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, from)) {
        lines.push(finish(chunk.subarray(from, end)));
        from = end + 1;
      }
      if (from < chunk.length) keep(chunk.subarray(from));
      return lines;
    },
    end: () => (begunBytes === 0 ? null : finish(Buffer.alloc(0))),
    nextNumber: () => number + 1,
  };
}

/** Without the CR of a CRLF, and without the byte order mark of the first line. */
function withoutMarks(bytes: Buffer, number: number): Buffer {
  const end = bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length;
  const marked = number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return bytes.subarray(marked ? 3 : 0, end);
}

function inWords(error: unknown, name: string, line: number): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return new UsageError(`there is no file ${name}`, { cause: error });
  if (code === "EISDIR") return new UsageError(`${name} is a folder, not a file`, { cause: error });
  if (code === "EACCES" || code === "EPERM")
    return new UsageError(`${name} may not be read`, { cause: error });
  if (code === "Z_BUF_ERROR")
    return new DataError({ file: name, line }, "the gzip file breaks off here", { cause: error });
  if (code.startsWith("Z_"))
    return new DataError({ file: name, line }, "the gzip file is broken here", { cause: error });
  return error;
}

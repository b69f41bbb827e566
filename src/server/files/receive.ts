import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { privateFile, removeIfThere } from "../../workspace/files.ts";
import { ApiError } from "../api-error.ts";

/** Bytes that came whole and lie in a file of their own. */
export interface Received {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Far above what the engine learns from in a day. */
export const mostFileBytes = 1 << 30;

/**
 * Writes a stream to a file as it comes, in flat memory; leaves nothing behind where it fails.
 * @throws ApiError 413 for more than `most` bytes
 */
export async function receive(input: Readable, folder: string, most = mostFileBytes): Promise<Received> {
  const path = join(folder, randomUUID());
  const hash = createHash("sha256");
  let bytes = 0;
  async function* counted(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > most) throw tooLarge(most);
      hash.update(chunk);
      yield chunk;
    }
  }
  const output = createWriteStream(path, { mode: privateFile, flags: "wx", flush: true });
  try {
    await pipeline(input, counted, output);
  } catch (error) {
    // A stream that is destroyed while it opens still makes its file, maybe after `pipeline` has given up.
    if (!output.closed) await new Promise<void>((resolve) => output.once("close", () => resolve()));
    await removeIfThere(path);
    throw error;
  }
  return { path, bytes, sha256: hash.digest("hex") };
}

export function tooLarge(most: number): ApiError {
  return new ApiError({
    status: 413,
    code: "request_too_large",
    message: `The request is larger than the ${most} bytes that this server takes.`,
  });
}

import { open } from "node:fs/promises";

const lineFeed = 10;

/**
 * A file in stretches of whole lines, each about `size` bytes, for work that is shared out to threads. The last line
 * may lack its end. A line longer than `size` comes whole. The same file always gives the same stretches.
 */
export async function* lineChunks(file: string, size = 1 << 18): AsyncGenerator<Buffer> {
  const handle = await open(file, "r");
  try {
    let rest: Buffer = Buffer.alloc(0);
    for (;;) {
      const block = Buffer.allocUnsafe(size);
      const { bytesRead } = await handle.read(block, 0, size, null);
      if (bytesRead === 0) break;
      const read = block.subarray(0, bytesRead);
      const end = read.lastIndexOf(lineFeed);
      if (end === -1) {
        rest = Buffer.concat([rest, read]);
        continue;
      }
      yield Buffer.concat([rest, read.subarray(0, end + 1)]);
      rest = Buffer.from(read.subarray(end + 1));
    }
    if (rest.length > 0) yield rest;
  } finally {
    await handle.close();
  }
}

/** The lines of a stretch, without their ends; they are parts of its memory. */
export function* linesIn(chunk: Buffer): Generator<Buffer> {
  let from = 0;
  for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, from)) {
    yield chunk.subarray(from, end);
    from = end + 1;
  }
  if (from < chunk.length) yield chunk.subarray(from);
}

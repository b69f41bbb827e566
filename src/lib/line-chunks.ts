import { open } from "node:fs/promises";

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
      const end = read.lastIndexOf(10);
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

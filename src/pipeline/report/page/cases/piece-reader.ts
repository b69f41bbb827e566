import { closeSync, openSync, readSync } from "node:fs";

/** Reads pieces of a file from wherever they stand. */
export interface PieceReader {
  read(offset: number, bytes: number): Buffer;
  close(): void;
}

const blockBytes = 256 * 1024;
/** As many stretches of the file as are read side by side: one a candidate, and some more. */
const mostBlocks = 32;

/**
 * Pieces near each other cost one read. Waits for the disk: tens of thousands of short reads cost ten times as much
 * through promises.
 */
export function openPieces(path: string): PieceReader {
  const file = openSync(path, "r");
  const blocks = new Map<number, Buffer>();
  const blockAt = (number: number): Buffer => {
    const block = blocks.get(number) ?? readAt(file, number * blockBytes, blockBytes);
    blocks.delete(number);
    blocks.set(number, block);
    const [oldest] = blocks.keys();
    if (blocks.size > mostBlocks && oldest !== undefined) blocks.delete(oldest);
    return block;
  };
  return {
    read(offset, bytes) {
      const start = offset % blockBytes;
      if (start + bytes > blockBytes) return readAt(file, offset, bytes);
      return blockAt(Math.floor(offset / blockBytes)).subarray(start, start + bytes);
    },
    close: () => closeSync(file),
  };
}

/** Less than asked for where the file ends. */
function readAt(file: number, offset: number, bytes: number): Buffer {
  const piece = Buffer.allocUnsafe(bytes);
  return piece.subarray(0, readSync(file, piece, 0, bytes, offset));
}

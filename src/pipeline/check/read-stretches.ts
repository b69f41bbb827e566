/** A stretch of whole lines; the file's last line may lack its end. */
export interface Stretch {
  /** Counted from 1. */
  readonly firstLine: number;
  readonly bytes: Uint8Array;
  /** True where the line was too long to be read: `bytes` is then empty. */
  readonly tooLong: boolean;
}

const lineEnd = 10;

/**
 * The blocks of a file as stretches, numbered, in flat memory: a line of more than `maxLineBytes` is passed over and
 * only told of. The same blocks always give the same stretches.
 */
export async function* readStretches(
  blocks: AsyncIterable<Buffer>,
  maxLineBytes = 64 << 20,
): AsyncGenerator<Stretch> {
  const cutter = stretchCutter(maxLineBytes);
  for await (const block of blocks) yield* cutter.push(block);
  yield* cutter.end();
}

function stretchCutter(maxLineBytes: number) {
  let firstLine = 1;
  let rest: Buffer[] = [];
  let skipping = false;
  const passOver = function* (): Generator<Stretch> {
    yield { firstLine, bytes: new Uint8Array(0), tooLong: true };
    rest = [];
    skipping = true;
  };
  const cut = function* (lines: Buffer): Generator<Stretch> {
    // The end of a line that was passed over is all that is left of it.
    const bytes = skipping ? lines.subarray(lines.indexOf(lineEnd) + 1) : Buffer.concat([...rest, lines]);
    if (skipping) firstLine += 1;
    skipping = false;
    rest = [];
    if (bytes.length > 0) yield { firstLine, bytes, tooLong: false };
    firstLine += countLines(bytes);
  };
  return {
    *push(block: Buffer): Generator<Stretch> {
      const end = block.lastIndexOf(lineEnd);
      if (end !== -1) yield* cut(block.subarray(0, end + 1));
      if (!skipping) rest.push(block.subarray(end + 1));
      if (sizeOf(rest) > maxLineBytes) yield* passOver();
    },
    *end(): Generator<Stretch> {
      if (sizeOf(rest) > 0) yield { firstLine, bytes: Buffer.concat(rest), tooLong: false };
    },
  };
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(lineEnd); at !== -1; at = bytes.indexOf(lineEnd, at + 1)) lines += 1;
  return lines;
}

function sizeOf(buffers: readonly Buffer[]): number {
  return buffers.reduce((sum, buffer) => sum + buffer.length, 0);
}

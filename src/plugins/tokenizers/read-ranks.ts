import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";

/**
 * A vocabulary as counting needs it: not the tokens' bytes, only which two tokens merge into which. Tokens 0 to 255
 * are the bytes themselves; token 256 + i is made of `left[i]` and `right[i]`, and a lower token merges first.
 */
export interface Ranks {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Tokens that no merge reaches, but that stand for a piece of text that is exactly them. */
  readonly words: ReadonlySet<string>;
}

/** Tokens whose two parts no pair of tokens can be. */
export const noToken = 0xffffff;

/** The folder lies in the package's `src` even when the code runs from `dist`, which is as deep: nothing to copy. */
const folder = new URL("../../../src/plugins/tokenizers/ranks/", import.meta.url);

export function readRanks(name: string): Ranks {
  return decodeRanks(brotliDecompressSync(readFileSync(new URL(`${name}.ranks.br`, folder))));
}

/**
 * The file, decompressed: a 32-bit count n, then six planes of n bytes (low, middle and high bytes of `left`, then of
 * `right`; planes compress better than numbers in a row), then the words as a JSON array.
 */
export function decodeRanks(bytes: Buffer): Ranks {
  const n = bytes.readUInt32LE(0);
  const column = (start: number) => {
    const numbers = new Int32Array(n);
    for (let i = 0; i < n; i++) {
      const at = start + i;
      numbers[i] = bytes.readUInt8(at) | (bytes.readUInt8(at + n) << 8) | (bytes.readUInt8(at + 2 * n) << 16);
    }
    return numbers;
  };
  const words: readonly string[] = JSON.parse(bytes.toString("utf8", 4 + 6 * n));
  return { left: column(4), right: column(4 + 3 * n), words: new Set(words) };
}

export function encodeRanks({ left, right, words }: Ranks): Buffer {
  const n = left.length;
  const head = Buffer.alloc(4 + 6 * n);
  head.writeUInt32LE(n);
  for (let i = 0; i < n; i++) {
    for (let plane = 0; plane < 3; plane++) {
      head[4 + plane * n + i] = (left[i] ?? noToken) >> (8 * plane);
      head[4 + (3 + plane) * n + i] = (right[i] ?? noToken) >> (8 * plane);
    }
  }
  return Buffer.concat([head, Buffer.from(JSON.stringify([...words]))]);
}

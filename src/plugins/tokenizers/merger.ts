import { createNumberHeap, type NumberHeap } from "./number-heap.ts";
import { noToken, type Ranks } from "./read-ranks.ts";

/** How many tokens byte-pair encoding makes of the first `length` of the bytes. */
export type Merger = (bytes: Uint8Array, length: number) => number;

/** Room for the place in a heap key; a key is exact while tokens stay under 2^22. */
const places = 2 ** 31;

/** Pieces up to this many bytes share their columns; a longer one, which is rare, gives its own back. */
const room = 256;

/**
 * Byte-pair encoding that only counts. The open merges wait in a heap, lowest token first and leftmost among equals,
 * so that a piece of n bytes takes n log n steps: a megabyte of one letter is no trap.
 */
export function createMerger(ranks: Pick<Ranks, "left" | "right">): Merger {
  const find = createPairTable(ranks);
  const shared = createColumns(room);

  function offer({ tokens, next, merged, open }: Columns, at: number): void {
    const token = find(tokens[at] ?? noToken, tokens[next[at] ?? at] ?? noToken);
    merged[at] = token;
    if (token !== noToken) open.push(token * places + at);
  }

  /** Makes one token of the one at `at` and the next; the offers around it are new ones then. */
  function merge(columns: Columns, at: number, token: number): void {
    const { tokens, next, before, merged } = columns;
    const gone = next[at] ?? at;
    const after = next[gone] ?? at;
    tokens[at] = token;
    merged[gone] = noToken;
    next[at] = after;
    before[after] = at;
    offer(columns, at);
    if (at > 0) offer(columns, before[at] ?? 0);
  }

  return (bytes, length) => {
    const columns = length <= room ? shared : createColumns(length);
    const { merged, open } = columns;
    fill(columns, bytes, length);
    for (let at = 0; at < length; at++) offer(columns, at);
    let count = length;
    while (open.size() > 0) {
      const key = open.pop();
      const token = Math.floor(key / places);
      const at = key - token * places;
      // Else one of the two has gone into another token since.
      if (merged[at] === token) {
        merge(columns, at, token);
        count -= 1;
      }
    }
    return count;
  };
}

/** By the place of a token's first byte: the token, its neighbours, and what it and the next one merge into. */
interface Columns {
  readonly tokens: Int32Array;
  readonly next: Int32Array;
  readonly before: Int32Array;
  readonly merged: Int32Array;
  readonly open: NumberHeap;
}

function createColumns(length: number): Columns {
  const column = () => new Int32Array(length + 1);
  return { tokens: column(), next: column(), before: column(), merged: column(), open: createNumberHeap() };
}

/** A token a byte, and behind the last one something that merges with nothing. */
function fill({ tokens, next, before }: Columns, bytes: Uint8Array, length: number): void {
  for (let at = 0; at < length; at++) {
    tokens[at] = bytes[at] ?? 0;
    next[at] = at + 1;
    before[at] = at - 1;
  }
  tokens[length] = noToken;
}

/** Open addressing over typed arrays: a few MB and a few ms, where a Map of pairs takes ten times both. */
function createPairTable({ left, right }: Pick<Ranks, "left" | "right">): (l: number, r: number) => number {
  const mask = 2 ** Math.ceil(Math.log2(left.length * 1.5)) - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  const slotOf = (l: number, r: number) => {
    const mixed = Math.imul(l, 0x9e3779b1) ^ Math.imul(r + 1, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & mask;
  };
  for (let i = 0; i < left.length; i++) {
    if (left[i] === noToken) continue;
    let slot = slotOf(left[i] ?? 0, right[i] ?? 0);
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = i;
  }
  return (l, r) => {
    for (let slot = slotOf(l, r); ; slot = (slot + 1) & mask) {
      const i = slots[slot] ?? -1;
      if (i === -1) return noToken;
      if (left[i] === l && right[i] === r) return 256 + i;
    }
  };
}

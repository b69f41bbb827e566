import { createNumberHeap } from "./number-heap.ts";
import { noToken, type Ranks } from "./read-ranks.ts";

/** How many tokens byte-pair encoding makes of the first `length` of the bytes. */
export type Merger = (bytes: Uint8Array, length: number) => number;

/** Room for the place in a heap key; a key is exact while tokens stay under 2^22. */
const places = 2 ** 31;

/**
 * Byte-pair encoding that only counts. The open merges wait in a heap, lowest token first and leftmost among equals,
 * so that a piece of n bytes takes n log n steps: a megabyte of one letter is no trap.
 */
export function createMerger(ranks: Pick<Ranks, "left" | "right">): Merger {
  const find = createPairTable(ranks);
  const heap = createNumberHeap();
  let room = 256;
  /** By the place of a token's first byte: the token, its neighbours, and what it and the next one merge into. */
  let [tokens, next, before, merged] = columns(room);

  function offer(at: number, length: number): void {
    const after = next[at] ?? length;
    const token = after < length ? find(tokens[at] ?? noToken, tokens[after] ?? noToken) : noToken;
    merged[at] = token;
    if (token !== noToken) heap.push(token * places + at);
  }

  function start(bytes: Uint8Array, length: number): void {
    if (length > room) {
      room = 2 * length;
      [tokens, next, before, merged] = columns(room);
    }
    for (let at = 0; at < length; at++) {
      tokens[at] = bytes[at] ?? 0;
      next[at] = at + 1;
      before[at] = at - 1;
    }
    for (let at = 0; at < length; at++) offer(at, length);
  }

  return (bytes, length) => {
    start(bytes, length);
    let count = length;
    while (heap.size() > 0) {
      const key = heap.pop();
      const token = Math.floor(key / places);
      const at = key - token * places;
      // Its left or right token has gone into another one since.
      if (merged[at] !== token) continue;
      const gone = next[at] ?? length;
      const after = next[gone] ?? length;
      tokens[at] = token;
      merged[gone] = noToken;
      next[at] = after;
      if (after < length) before[after] = at;
      count -= 1;
      offer(at, length);
      if (at > 0) offer(before[at] ?? 0, length);
    }
    return count;
  };
}

function columns(room: number): [Int32Array, Int32Array, Int32Array, Int32Array] {
  return [new Int32Array(room), new Int32Array(room), new Int32Array(room), new Int32Array(room)];
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

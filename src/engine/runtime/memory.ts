import { memoryNames } from "../graph/decoding-graph.ts";
import type { ModelShape } from "../model.ts";
import { floatsOf, type Runtime, type Tensor } from "./runtime.ts";

/** Keys and values of all layers, room for some tokens, filled from the first on. */
export interface KeyValueBuffer {
  readonly capacity: number;
  /** `[1, heads, capacity, size]`, under the names of past memories. */
  readonly past: Readonly<Record<string, Tensor>>;
  /** Places that one of the sequences that share the buffer has written, or is about to. */
  taken: number;
}

/** Buffers grow by so many places: empty ones are computed with, and each growth is a copy. */
const growth = 64;

/** Room for at least `places` tokens. */
export function emptyBuffer(runtime: Runtime, shape: ModelShape, places: number): KeyValueBuffer {
  const capacity = Math.min(shape.context, Math.ceil(places / growth) * growth);
  const past: Record<string, Tensor> = {};
  for (const { name } of keysAndValues(shape)) {
    const numbers = new Float32Array(capacity * shape.width);
    past[name] = runtime.floats(numbers, [1, shape.heads, capacity, shape.width / shape.heads]);
  }
  return { capacity, past, taken: 0 };
}

/** The first `places` of a buffer, in another. */
export function copyPlaces(
  from: KeyValueBuffer,
  to: KeyValueBuffer,
  { places, shape }: { places: number; shape: ModelShape },
): void {
  for (const { name } of keysAndValues(shape))
    copyHeads(from.past[name], to.past[name], { shape, count: places, to: 0 });
}

/** What the decoding graph gave for `count` tokens, at its places from `to` on. */
export function writePlaces(
  present: Readonly<Record<string, Tensor>>,
  buffer: KeyValueBuffer,
  { to, count, shape }: { to: number; count: number; shape: ModelShape },
): void {
  for (const { name, presentName } of keysAndValues(shape))
    copyHeads(present[presentName], buffer.past[name], { shape, count, to });
}

function keysAndValues({ layers }: ModelShape): { name: string; presentName: string }[] {
  return Array.from({ length: layers }, (_, layer) => {
    const [past, present] = [memoryNames("past", layer), memoryNames("present", layer)];
    return [
      { name: past.keys, presentName: present.keys },
      { name: past.values, presentName: present.values },
    ];
  }).flat();
}

/** The first `count` places of every head of `[1, heads, places, size]`, which need not have as many places as the target. */
function copyHeads(
  source: Tensor | undefined,
  target: Tensor | undefined,
  { shape, count, to }: { shape: ModelShape; count: number; to: number },
): void {
  if (source === undefined || target === undefined) throw new TypeError("keys or values are missing");
  const size = shape.width / shape.heads;
  const [read, written] = [floatsOf(source), floatsOf(target)];
  for (let head = 0; head < shape.heads; head += 1) {
    const begin = (head * read.length) / shape.heads;
    written.set(
      read.subarray(begin, begin + count * size),
      (head * written.length) / shape.heads + to * size,
    );
  }
}

import { memoryNames } from "../graph/decoding-graph.ts";
import type { ModelShape } from "../model.ts";
import { floatsOf, type Runtime, type Tensor } from "./runtime.ts";

/** Keys and values of all layers, room for some tokens, filled from the first on. */
export interface KeyValueBuffer {
  readonly capacity: number;
  /** Under the names of past memories. */
  readonly past: Readonly<Record<string, Tensor>>;
  /** The same tensors under the names of present memories: what is computed is written behind what is there. */
  readonly present: Readonly<Record<string, Tensor>>;
  /** Places that one of the sequences that share the buffer has written, or is writing. */
  taken: number;
}

/** Buffers grow by so many places, so that a short sequence needs little memory and a long one few copies. */
const growth = 256;

/** Room for at least `places` tokens. */
export function emptyBuffer(runtime: Runtime, shape: ModelShape, places: number): KeyValueBuffer {
  const capacity = Math.min(shape.context, Math.ceil(places / growth) * growth);
  const past: Record<string, Tensor> = {};
  const present: Record<string, Tensor> = {};
  for (let layer = 0; layer < shape.layers; layer += 1) {
    for (const part of ["keys", "values"] as const) {
      const numbers = new Float32Array(capacity * shape.width);
      const tensor = runtime.floats(numbers, [1, shape.heads, capacity, shape.width / shape.heads]);
      past[memoryNames("past", layer)[part]] = tensor;
      present[memoryNames("present", layer)[part]] = tensor;
    }
  }
  return { capacity, past, present, taken: 0 };
}

/** The first places of a buffer, `[heads, capacity, size]` each, in another. */
export function copyPlaces(
  from: KeyValueBuffer,
  to: KeyValueBuffer,
  { places, shape }: { places: number; shape: ModelShape },
): void {
  const size = shape.width / shape.heads;
  for (const [name, target] of Object.entries(to.past)) {
    const source = from.past[name];
    if (source === undefined) throw new RangeError(`no ${name} to copy`);
    for (let head = 0; head < shape.heads; head += 1) {
      const start = head * from.capacity * size;
      const filled = floatsOf(source).subarray(start, start + places * size);
      floatsOf(target).set(filled, head * to.capacity * size);
    }
  }
}

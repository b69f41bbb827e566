/** A priority queue of numbers, the smallest first. */
export interface NumberHeap {
  size(): number;
  push(value: number): void;
  /** Takes the smallest out; only while there is one. */
  pop(): number;
}

export function createNumberHeap(): NumberHeap {
  let values = new Float64Array(256);
  let size = 0;
  const valueAt = (at: number) => (at < size ? (values[at] ?? 0) : Number.POSITIVE_INFINITY);

  /** Moves parents down until `value` may stand at the place that is left. */
  function rise(from: number, value: number): number {
    let at = from;
    for (let parent = (at - 1) >> 1; at > 0 && valueAt(parent) > value; parent = (at - 1) >> 1) {
      values[at] = valueAt(parent);
      at = parent;
    }
    return at;
  }

  /** Moves children up until `value` may stand at the place that is left. */
  function sink(value: number): number {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const child = valueAt(left + 1) < valueAt(left) ? left + 1 : left;
      if (valueAt(child) >= value) return at;
      values[at] = valueAt(child);
      at = child;
    }
  }

  return {
    size: () => size,
    push(value) {
      if (size === values.length) {
        const larger = new Float64Array(2 * size);
        larger.set(values);
        values = larger;
      }
      size += 1;
      values[rise(size - 1, value)] = value;
    },
    pop() {
      const smallest = valueAt(0);
      const last = valueAt(size - 1);
      size -= 1;
      if (size > 0) values[sink(last)] = last;
      return smallest;
    },
  };
}

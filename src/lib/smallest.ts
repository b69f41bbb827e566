/** Keeps the `limit` items of smallest priority out of a stream, in flat memory. */
export interface Smallest<Item> {
  /** The item that had to go: the new one, or one kept before; null while there is room. */
  offer(item: Item): Item | null;
  /** False where an item of this priority would be the one to go. */
  hasRoomFor(priority: number): boolean;
  /** Kept items, smallest priority first. */
  sorted(): Item[];
}

/** Ties go by arrival: the earlier item stays. */
export function keepSmallest<Item>(limit: number, priorityOf: (item: Item) => number): Smallest<Item> {
  /** A binary heap with the largest priority on top. */
  const heap: Item[] = [];
  const above = (left: number, right: number) => priorityAt(left) > priorityAt(right);
  const priorityAt = (index: number) => {
    const item = heap[index];
    return item === undefined ? Number.NEGATIVE_INFINITY : priorityOf(item);
  };
  const swap = (left: number, right: number) => {
    [heap[left], heap[right]] = [heap[right] as Item, heap[left] as Item];
  };
  const rise = (start: number) => {
    let index = start;
    while (index > 0 && above(index, (index - 1) >> 1)) {
      swap(index, (index - 1) >> 1);
      index = (index - 1) >> 1;
    }
  };
  const sink = () => {
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const largest = left + 1 < heap.length && above(left + 1, left) ? left + 1 : left;
      if (largest >= heap.length || !above(largest, index)) return;
      swap(index, largest);
      index = largest;
    }
  };
  const hasRoomFor = (priority: number) =>
    heap.length < limit || (heap[0] !== undefined && priority < priorityOf(heap[0]));
  return {
    hasRoomFor,
    offer(item) {
      if (heap.length < limit) {
        heap.push(item);
        rise(heap.length - 1);
        return null;
      }
      const top = heap[0];
      if (top === undefined || !hasRoomFor(priorityOf(item))) return item;
      heap[0] = item;
      sink();
      return top;
    },
    sorted: () => [...heap].sort((left, right) => priorityOf(left) - priorityOf(right)),
  };
}

/** Keeps the `limit` items of smallest priority out of a stream, in flat memory. */
export interface Smallest<Item> {
  /** The item that had to go: the new one, or one kept before; null while there is room. */
  offer(item: Item): Item | null;
  /** False where an item of this priority would be the one to go. */
  hasRoomFor(priority: number): boolean;
  /** Kept items in no order. */
  items(): readonly Item[];
  /** Kept items, smallest priority first. */
  sorted(): Item[];
}

/** Ties go by arrival: the earlier item stays. */
export function keepSmallest<Item>(limit: number, priorityOf: (item: Item) => number): Smallest<Item> {
  /** A binary heap with the largest priority on top. */
  const heap: Item[] = [];
  /** Of the items in the heap, place by place. */
  const priorities: number[] = [];
  const above = (left: number, right: number) => (priorities[left] ?? 0) > (priorities[right] ?? 0);
  const swap = (left: number, right: number) => {
    const [item, priority] = [heap[left] as Item, priorities[left] ?? 0];
    heap[left] = heap[right] as Item;
    priorities[left] = priorities[right] ?? 0;
    heap[right] = item;
    priorities[right] = priority;
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
    heap.length < limit || (heap.length > 0 && priority < (priorities[0] ?? 0));
  return {
    hasRoomFor,
    offer(item) {
      if (heap.length < limit) {
        heap.push(item);
        priorities.push(priorityOf(item));
        rise(heap.length - 1);
        return null;
      }
      const top = heap[0];
      const priority = priorityOf(item);
      if (top === undefined || !hasRoomFor(priority)) return item;
      heap[0] = item;
      priorities[0] = priority;
      sink();
      return top;
    },
    items: () => heap,
    sorted: () => [...heap].sort((left, right) => priorityOf(left) - priorityOf(right)),
  };
}

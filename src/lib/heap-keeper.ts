import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** So much garbage is left lying at least, since each collection walks everything alive. */
const leastGarbageBytes = 24 * 2 ** 20;

/**
 * Keeps this thread's heap near what is alive in it: call the answer between pieces of work. V8 lets a heap grow to
 * four times its live bytes before it collects the old generation, on every thread, which is most of what a streaming
 * command would occupy.
 */
export function createHeapKeeper(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  let aliveBytes = heldBytes();
  return () => {
    if (heldBytes() < aliveBytes * 1.5 + leastGarbageBytes) return;
    collect();
    aliveBytes = heldBytes();
  };
}

/** Objects, and the buffers they hold outside the heap. */
function heldBytes(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}

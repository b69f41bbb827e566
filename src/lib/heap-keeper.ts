import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { MessageChannel } from "node:worker_threads";

/** So much garbage is left lying at least, since each collection walks everything alive. */
const leastGarbageBytes = 24 * 2 ** 20;

/**
 * Keeps this thread's heap near what is alive in it: call the answer between pieces of work. V8 lets a heap grow to
 * four times its live bytes before it collects the old generation, on every thread, which is most of what a streaming
 * command would occupy. What is new, buffers above all, is cleared first: often that does, and it walks little.
 */
export function createHeapKeeper(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: (how?: { readonly type: "minor" }) => void = runInNewContext("gc");
  let aliveBytes = heldBytes();
  return () => {
    const mostGarbage = aliveBytes / 2 + leastGarbageBytes;
    if (heldBytes() < aliveBytes + mostGarbage) return;
    collect({ type: "minor" });
    if (heldBytes() < aliveBytes + mostGarbage / 2) return;
    collect();
    aliveBytes = heldBytes();
  };
}

/**
 * How threads that are all at work collect with the least processor time, for all threads of the process from now on.
 * Each clears its short-lived objects alone: V8 shares that out to helper threads, which then costs more than it saves,
 * a tenth of the processor time of a build. And old objects may double before all are walked, which is left to the heap's
 * keeper: each walk also forgets the compiled code of functions that are made anew for each call.
 */
export function collectSparingly(): void {
  setFlagsFromString("--no-parallel-scavenge");
  setFlagsFromString("--heap-growing-percent=100");
}

/**
 * Gives memory back at once: nobody may use it again. V8 frees a buffer when it next collects, and collects early where
 * buffers are large, walking all that is alive.
 */
export function giveBack(memory: readonly ArrayBuffer[]): void {
  if (memory.length === 0) return;
  const { port1, port2 } = new MessageChannel();
  // Moved into a message that nobody takes.
  port1.postMessage(null, [...memory]);
  port1.close();
  port2.close();
}

/** Objects, and the buffers they hold outside the heap. */
function heldBytes(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}

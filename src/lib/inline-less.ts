import { setFlagsFromString } from "node:v8";

/** Bytes of bytecode that V8 puts into one function, and of one that it puts there: its defaults, and ours. */
const usual = { cumulative: 920, single: 460 };
const less = { cumulative: 200, single: 100 };

/**
 * Has V8 put fewer functions into each other until the answer is called. Each thread compiles its own copy of the code, on
 * other threads that take the same cores: a fifth of the processor time of a `pull` of 30,000 calls, half of it for
 * functions that are inside others as well.
 */
export function inlineLess(): () => void {
  setInlining(less);
  return () => setInlining(usual);
}

function setInlining({ cumulative, single }: typeof usual): void {
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${cumulative}`);
  setFlagsFromString(`--max-inlined-bytecode-size=${single}`);
}

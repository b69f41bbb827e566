import { createTextCounter, type Vocabulary } from "./text-counter.ts";

/** The counter of a vocabulary that is read when the first text is counted: most runs use one, and some none. */
export function lazyCounter(read: () => Vocabulary): (text: string) => number {
  let count: ((text: string) => number) | undefined;
  return (text) => {
    count ??= createTextCounter(read());
    return count(text);
  };
}

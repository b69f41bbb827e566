import { patternMachine } from "../patterns/pattern-machine.ts";
import { shortestEnd } from "../patterns/shortest-end.ts";
import { behindSpace, intersection, type TextMachine } from "../patterns/text-machine.ts";

/** Reads a value's text with the space before it. */
export interface ValueMachine {
  readonly machine: TextMachine;
  /** Characters that a text at a state still needs. */
  readonly needs: (state: number) => number;
}

/** Machines of patterns, made once: many tools ask for the same dates and phone numbers. */
export interface Machines {
  /** What all patterns allow; patterns without a machine allow any words. */
  allOf(patterns: readonly string[]): ValueMachine;
}

/** `words` reads any words behind a space. */
export function createMachines(words: TextMachine): Machines {
  const singles = new Map<string, TextMachine | null>();
  const machineOf = (pattern: string) => {
    const before = singles.get(pattern);
    if (before !== undefined) return before;
    const fresh = patternMachine(pattern);
    singles.set(pattern, fresh);
    return fresh;
  };
  const known = new Map<string, ValueMachine>();
  return {
    allOf(patterns) {
      const key = JSON.stringify(patterns);
      const before = known.get(key);
      if (before !== undefined) return before;
      const made = patterns.map(machineOf).filter((machine) => machine !== null);
      const machine = made.length > 0 ? behindSpace(intersection(made)) : words;
      const fresh = { machine, needs: shortestEnd(machine) };
      known.set(key, fresh);
      return fresh;
    },
  };
}

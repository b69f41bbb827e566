import { hash53 } from "./hash.ts";

/** A stream of reproducible draws. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  below(below: number): number;
  /** One of the choices. */
  pick<Choice>(choices: readonly Choice[]): Choice;
  /** True with the given probability. */
  chance(probability: number): boolean;
}

/** Draws that depend on the seed alone. */
export function seededRandom(seed: string): Random {
  const next = mulberry32(hash53(seed));
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (choices) => {
      const choice = choices[below(choices.length)];
      if (choice === undefined) throw new RangeError("nothing to pick from");
      return choice;
    },
  };
}

/** Numbers in [0, 1) from the seed's lowest 32 bits (mulberry32 by Tommy Ettinger, public domain). */
export function mulberry32(seed: number): () => number {
  // Signed, since V8 keeps a number beyond 2^31 in a box that each draw would make anew.
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

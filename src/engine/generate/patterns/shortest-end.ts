import { dead, type TextMachine } from "./text-machine.ts";

/** Machines with more states are looked through no further. */
const mostStates = 2_000;

/** How many characters a text at a state still needs to be allowed; infinite where it never will be. */
export function shortestEnd(machine: TextMachine): (state: number) => number {
  const known = new Map<number, number>();
  return (state) => {
    const before = known.get(state);
    if (before !== undefined) return before;
    const length = search(machine, state);
    known.set(state, length);
    return length;
  };
}

/** Breadth first, a character at a time. */
function search(machine: TextMachine, from: number): number {
  const seen = new Set([from]);
  let level = [from];
  for (let length = 0; level.length > 0; length += 1) {
    if (level.some((state) => machine.accepts(state))) return length;
    if (seen.size > mostStates) return 0;
    level = level.flatMap((state) => behindOneCharacter(machine, state, seen));
  }
  return Number.POSITIVE_INFINITY;
}

/** The states behind a character, or behind its first bytes and so on: later bytes add nothing to a text's length. */
function behindOneCharacter(machine: TextMachine, from: number, seen: Set<number>): number[] {
  const inside = [from];
  const behind: number[] = [];
  for (const state of inside) {
    for (let byte = 0; byte < 256; byte += 1) {
      const reached = machine.step(state, byte);
      if (reached === dead || seen.has(reached)) continue;
      seen.add(reached);
      behind.push(reached);
      if (byte >= 0xc0 || isLaterByte(byte)) inside.push(reached);
    }
  }
  return behind;
}

function isLaterByte(byte: number): boolean {
  return byte >> 6 === 0b10;
}

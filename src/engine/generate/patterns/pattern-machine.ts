import { parsePattern } from "./parse-pattern.ts";
import { type PatternGraph, patternGraph } from "./pattern-graph.ts";
import { dead, type TextMachine } from "./text-machine.ts";

/**
 * A machine for the texts in which a regular expression is found; null where its syntax isn't supported. States are the
 * sets of the graph's states that can be active at once, made when they are first reached, without those from which no
 * end can be reached any more.
 */
export function patternMachine(source: string): TextMachine | null {
  const pattern = parsePattern(source);
  const graph = pattern && patternGraph(pattern);
  return graph && machineOf(graph);
}

/** A machine for any text that can be said or read: without control characters but for tabs and line breaks. */
export function freeText(): TextMachine {
  const machine = patternMachine("^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$");
  if (machine === null) throw new Error("the pattern of free text isn't read");
  return machine;
}

const unknown = -2;

interface SetOfStates {
  readonly states: readonly number[];
  readonly accepts: boolean;
  /** By byte: the next set's number, `dead` or `unknown`. */
  readonly next: Int32Array;
}

function machineOf(graph: PatternGraph): TextMachine {
  const useful = usefulStates(graph);
  const numbers = new Map<string, number>();
  const sets: SetOfStates[] = [];
  const numberOf = (reached: Iterable<number>, accepts: boolean): number => {
    const states = [...reached].filter((state) => useful.has(state)).sort((left, right) => left - right);
    if (states.length === 0 && !accepts) return dead;
    const key = `${accepts} ${states.join()}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    sets.push({ states, accepts, next: new Int32Array(256).fill(unknown) });
    numbers.set(key, sets.length - 1);
    return sets.length - 1;
  };
  const advance = (states: readonly number[], byte: number): number => {
    const targets = new Set<number>();
    for (const state of states)
      for (const { bytes, to } of graph.reading[state] ?? [])
        if (bytes[0] <= byte && byte <= bytes[1]) targets.add(to);
    const reached = closure(targets, [graph.free]);
    return numberOf(reached, closure(reached, [graph.free, graph.atEnd]).has(graph.end));
  };
  const first = closure([graph.start], [graph.free, graph.atStart]);
  const empty = closure(first, [graph.free, graph.atStart, graph.atEnd]).has(graph.end);
  return {
    start: numberOf(first, empty),
    step(state, byte) {
      const set = sets[state];
      if (set === undefined) return dead;
      const known = set.next[byte] ?? dead;
      if (known !== unknown) return known;
      const next = advance(set.states, byte);
      set.next[byte] = next;
      return next;
    },
    accepts: (state) => sets[state]?.accepts ?? false,
  };
}

type FreeEdges = readonly (readonly number[])[];

function closure(from: Iterable<number>, kinds: readonly FreeEdges[]): Set<number> {
  const reached = new Set(from);
  for (const state of reached)
    for (const edges of kinds) for (const to of edges[state] ?? []) reached.add(to);
  return reached;
}

/** States from which the end can be reached with at least one more byte; the first edge may not be one of `atStart`. */
function usefulStates(graph: PatternGraph): Set<number> {
  const states = graph.reading.map((_, state) => state);
  const ending = backwards(states, [graph.end], (state) => [
    ...(graph.free[state] ?? []),
    ...(graph.atEnd[state] ?? []),
  ]);
  const byReading = states.filter((state) => graph.reading[state]?.some(({ to }) => ending.has(to)));
  return backwards(states, byReading, (state) => [
    ...(graph.free[state] ?? []),
    ...(graph.reading[state] ?? []).map(({ to }) => to),
  ]);
}

/** The states from which one of the targets is reached. */
function backwards(
  states: readonly number[],
  targets: readonly number[],
  edgesOf: (state: number) => readonly number[],
): Set<number> {
  const before: number[][] = states.map(() => []);
  for (const state of states) for (const to of edgesOf(state)) before[to]?.push(state);
  return closure(targets, [before]);
}

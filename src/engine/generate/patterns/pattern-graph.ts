import { type ByteRange, type CodeRange, utf8Sequences } from "./code-ranges.ts";
import { anyText, type PatternNode } from "./parse-pattern.ts";

export interface ByteEdge {
  readonly bytes: ByteRange;
  readonly to: number;
}

/** A nondeterministic machine over bytes (Thompson 1968): edges that read a byte, and edges that read nothing. */
export interface PatternGraph {
  readonly start: number;
  readonly end: number;
  /** By state. */
  readonly reading: readonly (readonly ByteEdge[])[];
  readonly free: readonly (readonly number[])[];
  /** Free, but only where the text begins. */
  readonly atStart: readonly (readonly number[])[];
  /** Free, but only where the text ends. */
  readonly atEnd: readonly (readonly number[])[];
}

/** Counts are written out; a pattern with more states isn't made into a machine. */
const mostStates = 10_000;

/** Texts in which the pattern is found, as `RegExp.test` finds it; null where that takes too many states. */
export function patternGraph(pattern: PatternNode): PatternGraph | null {
  const builder = createBuilder();
  const start = builder.state();
  const end = builder.state();
  const whole: PatternNode = { kind: "sequence", parts: [anyText, pattern, anyText] };
  return builder.build(whole, start, end) ? { ...builder.graph, start, end } : null;
}

function createBuilder() {
  const reading: ByteEdge[][] = [];
  const free: number[][] = [];
  const atStart: number[][] = [];
  const atEnd: number[][] = [];
  const state = () => {
    for (const edges of [reading, free, atStart, atEnd]) edges.push([]);
    return reading.length - 1;
  };
  /** False where the states don't suffice. */
  const build = (node: PatternNode, from: number, to: number): boolean => {
    if (reading.length > mostStates) return false;
    if (node.kind === "set") addSet(node.ranges, { from, to }, { reading, state });
    else if (node.kind === "edge") (node.at === "start" ? atStart : atEnd)[from]?.push(to);
    else if (node.kind === "choice") return node.options.every((option) => build(option, from, to));
    else if (node.kind === "sequence") return buildSequence(node.parts, from, to);
    else return buildRepeat(node, from, to);
    return true;
  };
  const buildSequence = (parts: readonly PatternNode[], from: number, to: number): boolean => {
    let at = from;
    for (const part of parts) {
      const next = state();
      if (!build(part, at, next)) return false;
      at = next;
    }
    free[at]?.push(to);
    return true;
  };
  const buildRepeat = (node: PatternNode & { kind: "repeat" }, from: number, to: number): boolean => {
    const counted = node.most === Number.POSITIVE_INFINITY ? node.least : node.most;
    let at = from;
    for (let count = 0; count < counted; count += 1) {
      if (count >= node.least) free[at]?.push(to);
      const next = state();
      if (!build(node.part, at, next)) return false;
      at = next;
    }
    free[at]?.push(to);
    if (counted === node.most) return true;
    const loop = state();
    free[at]?.push(loop);
    free[loop]?.push(to);
    return build(node.part, loop, loop);
  };
  return { state, build, graph: { reading, free, atStart, atEnd } };
}

interface Ends {
  readonly from: number;
  readonly to: number;
}

/** The part of a builder that sets of characters need. */
interface ReadingStates {
  readonly reading: ByteEdge[][];
  state(): number;
}

/** One character of the set; characters that end in the same bytes share the states of these. */
function addSet(ranges: readonly CodeRange[], { from, to }: Ends, { reading, state }: ReadingStates): void {
  const tails = new Map<string, number>([["", to]]);
  const addBytes = (sequence: readonly ByteRange[], at: number): void => {
    const [first, ...rest] = sequence;
    if (first !== undefined) reading[at]?.push({ bytes: first, to: tailState(rest) });
  };
  const tailState = (rest: readonly ByteRange[]): number => {
    const key = rest.join(";");
    const known = tails.get(key);
    if (known !== undefined) return known;
    const fresh = state();
    tails.set(key, fresh);
    addBytes(rest, fresh);
    return fresh;
  };
  for (const sequence of ranges.flatMap(utf8Sequences)) addBytes(sequence, from);
}

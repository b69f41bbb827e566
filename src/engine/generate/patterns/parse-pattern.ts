import { type CodeRange, complementOf, joinRanges, lastCodePoint } from "./code-ranges.ts";
import { createReader, type Reader, readClass, readEscapedSet, UnsupportedPattern } from "./read-class.ts";

/** A regular expression as a tree. */
export type PatternNode =
  | { readonly kind: "set"; readonly ranges: readonly CodeRange[] }
  | { readonly kind: "sequence"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly options: readonly PatternNode[] }
  | { readonly kind: "repeat"; readonly part: PatternNode; readonly least: number; readonly most: number }
  | { readonly kind: "edge"; readonly at: "start" | "end" };

/** Keeps the reader's recursion flat. */
const longestSource = 2_000;

/**
 * Reads what tools' patterns are made of: characters, classes, groups, alternatives, counts, `^` and `$`. Null for what
 * isn't a regular language or isn't worth it: backreferences, lookarounds, word borders, flags.
 */
export function parsePattern(source: string): PatternNode | null {
  if (source.length > longestSource) return null;
  const reader = createReader(source);
  try {
    const node = readChoice(reader);
    return reader.peek() === undefined ? node : null;
  } catch (error) {
    if (error instanceof UnsupportedPattern) return null;
    throw error;
  }
}

function readChoice(reader: Reader): PatternNode {
  const options = [readSequence(reader)];
  while (reader.take("|")) options.push(readSequence(reader));
  return options.length === 1 && options[0] !== undefined ? options[0] : { kind: "choice", options };
}

function readSequence(reader: Reader): PatternNode {
  const parts: PatternNode[] = [];
  for (let next = reader.peek(); next !== undefined && next !== "|" && next !== ")"; next = reader.peek()) {
    parts.push(readCount(reader, readAtom(reader)));
  }
  return { kind: "sequence", parts };
}

const lineBreaks: readonly CodeRange[] = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];

function readAtom(reader: Reader): PatternNode {
  const character = reader.next();
  if (character === "^") return { kind: "edge", at: "start" };
  if (character === "$") return { kind: "edge", at: "end" };
  if (character === "(") return readGroup(reader);
  if (character === "[") return { kind: "set", ranges: readClass(reader) };
  if (character === ".") return { kind: "set", ranges: complementOf(lineBreaks) };
  if (character === "\\") return { kind: "set", ranges: joinRanges(readEscapedSet(reader, "outside")) };
  if ("*+?".includes(character)) throw new UnsupportedPattern();
  const code = character.codePointAt(0) ?? 0;
  return { kind: "set", ranges: [[code, code]] };
}

function readGroup(reader: Reader): PatternNode {
  if (reader.take("?") && !reader.take(":")) {
    if (!reader.take("<") || reader.peek() === "=" || reader.peek() === "!") throw new UnsupportedPattern();
    while (!reader.take(">")) reader.next();
  }
  const node = readChoice(reader);
  if (!reader.take(")")) throw new UnsupportedPattern();
  return node;
}

const unbounded = Number.POSITIVE_INFINITY;

/** Lazy counts allow the same texts as greedy ones. */
function readCount(reader: Reader, part: PatternNode): PatternNode {
  const bounds = readBounds(reader);
  if (bounds === null) return part;
  reader.take("?");
  return { kind: "repeat", part, least: bounds[0], most: bounds[1] };
}

function readBounds(reader: Reader): readonly [number, number] | null {
  if (reader.take("*")) return [0, unbounded];
  if (reader.take("+")) return [1, unbounded];
  if (reader.take("?")) return [0, 1];
  const counted = reader.takePattern(/\{(\d+)(,?)(\d*)\}/y);
  if (counted === null) return null;
  const [, least, comma, most] = counted;
  if (comma === "") return [Number(least), Number(least)];
  return [Number(least), most === "" ? unbounded : Number(most)];
}

export const anyText: PatternNode = {
  kind: "repeat",
  part: { kind: "set", ranges: [[0, lastCodePoint]] },
  least: 0,
  most: unbounded,
};

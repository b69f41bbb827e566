import { type CodeRange, complementOf, joinRanges, lastCodePoint } from "./code-ranges.ts";

/** The pattern has a part that no text machine is made for. */
export class UnsupportedPattern extends Error {
  override readonly name = "UnsupportedPattern";
}

/** Reads a pattern's source code point by code point. */
export interface Reader {
  peek(): string | undefined;
  /** @throws UnsupportedPattern at the end */
  next(): string;
  /** Whether the next character is this one; goes behind it if so. */
  take(character: string): boolean;
  /** A sticky pattern at this place; goes behind it if it matches. */
  takePattern(sticky: RegExp): RegExpExecArray | null;
}

export function createReader(source: string): Reader {
  let at = 0;
  const peek = () => {
    const code = source.codePointAt(at);
    return code === undefined ? undefined : String.fromCodePoint(code);
  };
  return {
    peek,
    next() {
      const character = peek();
      if (character === undefined) throw new UnsupportedPattern();
      at += character.length;
      return character;
    },
    take(character) {
      if (peek() !== character) return false;
      at += character.length;
      return true;
    },
    takePattern(sticky) {
      sticky.lastIndex = at;
      const match = sticky.exec(source);
      if (match !== null) at += match[0].length;
      return match;
    },
  };
}

/** A class behind its `[`, up to and with its `]`. */
export function readClass(reader: Reader): CodeRange[] {
  const negated = reader.take("^");
  const ranges: CodeRange[] = [];
  while (!reader.take("]")) {
    const first = readClassPart(reader);
    const from = onlyCodeOf(first);
    if (from === null || !reader.take("-")) {
      ranges.push(...first);
      continue;
    }
    if (reader.peek() === "]") {
      ranges.push(...first, [0x2d, 0x2d]);
      continue;
    }
    const to = onlyCodeOf(readClassPart(reader));
    if (to === null || to < from) throw new UnsupportedPattern();
    ranges.push([from, to]);
  }
  return negated ? complementOf(ranges) : joinRanges(ranges);
}

function readClassPart(reader: Reader): readonly CodeRange[] {
  const character = reader.next();
  if (character === "\\") return readEscapedSet(reader, "inside");
  return one(character.codePointAt(0) ?? 0);
}

function onlyCodeOf(ranges: readonly CodeRange[]): number | null {
  const [first] = ranges;
  return ranges.length === 1 && first !== undefined && first[0] === first[1] ? first[0] : null;
}

function one(code: number): CodeRange[] {
  return [[code, code]];
}

const digits: readonly CodeRange[] = [[0x30, 0x39]];
const wordCharacters: readonly CodeRange[] = [...digits, [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]];
/** ECMAScript's WhiteSpace and LineTerminator. */
const spaces: readonly CodeRange[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];

const sets: Readonly<Record<string, readonly CodeRange[]>> = {
  d: digits,
  D: complementOf(digits),
  w: wordCharacters,
  W: complementOf(wordCharacters),
  s: spaces,
  S: complementOf(spaces),
};

const controls: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, "0": 0 };

/** What a backslash (already read) and the characters behind it stand for, inside or outside of a class. */
export function readEscapedSet(reader: Reader, place: "inside" | "outside"): readonly CodeRange[] {
  const numbered = reader.takePattern(/x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]+)\}/y);
  if (numbered !== null) return one(codeOf(numbered[1] ?? numbered[2] ?? numbered[3] ?? ""));
  const property = reader.takePattern(/[pP]\{[^}]*\}/y);
  if (property !== null) return scan(new RegExp(`\\${property[0]}`, "u"));
  const character = reader.next();
  if (Object.hasOwn(sets, character)) return sets[character] ?? [];
  if (character === "b" && place === "inside") return one(8);
  if (Object.hasOwn(controls, character)) return one(controls[character] ?? 0);
  if (/[a-zA-Z0-9]/.test(character)) throw new UnsupportedPattern();
  return one(character.codePointAt(0) ?? 0);
}

function codeOf(hexadecimal: string): number {
  const code = Number.parseInt(hexadecimal, 16);
  const halfOfPair = code >= 0xd800 && code <= 0xdfff;
  if (halfOfPair || code > lastCodePoint) throw new UnsupportedPattern();
  return code;
}

/** Asks the pattern for every code point: Unicode's tables are inside the JavaScript engine. */
function scan(single: RegExp): CodeRange[] {
  const ranges: CodeRange[] = [];
  let from = -1;
  for (let code = 0; code <= lastCodePoint + 1; code += 1) {
    const inside = code <= lastCodePoint && single.test(String.fromCodePoint(code));
    if (inside && from === -1) from = code;
    if (!inside && from !== -1) {
      ranges.push([from, code - 1]);
      from = -1;
    }
  }
  return ranges;
}

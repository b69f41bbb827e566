import { codeAt } from "../../lib/text-codes.ts";

/** Kinds of characters, a bit each, so that a set of kinds is a number too. */
export const kinds = {
  upper: 1,
  lower: 2,
  /** Letters that have no case, or are neither. */
  caseless: 4,
  mark: 8,
  number: 16,
  space: 32,
  lineEnd: 64,
  other: 128,
} as const;

const patterns: readonly (readonly [RegExp, number])[] = [
  [/[\p{Lu}\p{Lt}]/u, kinds.upper],
  [/\p{Ll}/u, kinds.lower],
  [/\p{L}/u, kinds.caseless],
  [/\p{M}/u, kinds.mark],
  [/\p{N}/u, kinds.number],
  [/[\r\n]/, kinds.lineEnd],
  [/\s/, kinds.space],
];

/** A text, and its UTF-16 units and their kinds, each with a 0 behind the last. */
export interface ReadText {
  readonly text: string;
  readonly units: Uint16Array;
  /** The kind of each unit's character: both halves of a surrogate pair have the pair's. */
  readonly kinds: Uint8Array;
}

/** Texts up to this many units share one buffer. */
const room = 2 ** 16;

/** What it returns holds until it is called again. */
export function createTextReader(): (text: string) => ReadText {
  const shared = createColumns(room);
  /** Of the characters seen so far; surrogates have none. */
  const kindOfUnit = new Uint8Array(0x10000);
  const kindOfPair = new Map<number, number>();

  function learn({ text, units, kinds }: ReadText, at: number): number {
    const unit = units[at] ?? 0;
    if (isLow(unit) && at > 0 && isHigh(units[at - 1] ?? 0)) {
      const point = text.codePointAt(at - 1) ?? 0;
      const kind = kindOfPair.get(point) ?? kindOf(point);
      kindOfPair.set(point, kind);
      kinds[at - 1] = kind;
      return kind;
    }
    const kind = kindOf(unit);
    if (!isHigh(unit) && !isLow(unit)) kindOfUnit[unit] = kind;
    return kind;
  }

  return (text) => {
    const { length } = text;
    const { units, kinds } = length < room ? shared : createColumns(length + 1);
    const read = { text, units, kinds };
    for (let at = 0; at < length; at++) {
      const unit = codeAt(text, at);
      units[at] = unit;
      kinds[at] = kindOfUnit[unit] || learn(read, at);
    }
    units[length] = 0;
    kinds[length] = 0;
    return read;
  };
}

/** The place of the next character. */
export function nextPlace({ units }: ReadText, at: number): number {
  return isHigh(units[at] ?? 0) && isLow(units[at + 1] ?? 0) ? at + 2 : at + 1;
}

function createColumns(length: number): Omit<ReadText, "text"> {
  return { units: new Uint16Array(length), kinds: new Uint8Array(length) };
}

function kindOf(point: number): number {
  const char = String.fromCodePoint(point);
  return patterns.find(([pattern]) => pattern.test(char))?.[1] ?? kinds.other;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

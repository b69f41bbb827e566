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

/** One text at a time, by UTF-16 unit. Places may lie behind the end; nothing is there. */
export interface TextReader {
  read(text: string): void;
  unitAt(at: number): number;
  /** Of the whole character, at either half of a surrogate pair; 0 behind the end. */
  kindAt(at: number): number;
  /** Where the run of characters of these kinds ends; `start` where there is none. */
  runEnd(start: number, ofKinds: number): number;
  /** The place of the next character. */
  after(at: number): number;
}

/** Texts up to this many units share one buffer. */
const room = 2 ** 16;

export function createTextReader(): TextReader {
  const known = new Uint8Array(0x10000);
  const knownSurrogates = new Map<number, number>();
  const shared = new Uint16Array(room);
  let units = shared;
  let length = 0;

  const unitAt = (at: number) => (at < length ? (units[at] ?? 0) : 0);
  const isPairAt = (at: number) => isHigh(unitAt(at)) && isLow(unitAt(at + 1));

  function learn(at: number): number {
    const unit = unitAt(at);
    if (!isHigh(unit) && !isLow(unit)) {
      const kind = kindOf(unit);
      known[unit] = kind;
      return kind;
    }
    const first = isLow(unit) && at > 0 && isPairAt(at - 1) ? at - 1 : at;
    const point = isPairAt(first)
      ? ((unitAt(first) & 0x3ff) << 10) + (unitAt(first + 1) & 0x3ff) + 0x10000
      : unit;
    const kind = knownSurrogates.get(point) ?? kindOf(point);
    knownSurrogates.set(point, kind);
    return kind;
  }

  const kindAt = (at: number) => (at < length ? known[units[at] ?? 0] || learn(at) : 0);

  return {
    read(text) {
      length = text.length;
      units = length > room ? new Uint16Array(length) : shared;
      for (let at = 0; at < length; at++) units[at] = text.charCodeAt(at);
    },
    unitAt,
    kindAt,
    runEnd(start, ofKinds) {
      let at = start;
      while ((kindAt(at) & ofKinds) !== 0) at += 1;
      return at;
    },
    after: (at) => (isPairAt(at) ? at + 2 : at + 1),
  };
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

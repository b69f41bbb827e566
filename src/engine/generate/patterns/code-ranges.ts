/** Code points from the first to the second, both included. */
export type CodeRange = readonly [number, number];

export const lastCodePoint = 0x10ffff;

/** Sorted, without overlaps. */
export function joinRanges(ranges: readonly CodeRange[]): CodeRange[] {
  const joined: CodeRange[] = [];
  for (const [from, to] of [...ranges].sort((left, right) => left[0] - right[0])) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1] + 1)
      joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}

export function complementOf(ranges: readonly CodeRange[]): CodeRange[] {
  const gaps: CodeRange[] = [];
  let from = 0;
  for (const [start, end] of joinRanges(ranges)) {
    if (from < start) gaps.push([from, start - 1]);
    from = end + 1;
  }
  if (from <= lastCodePoint) gaps.push([from, lastCodePoint]);
  return gaps;
}

/** One byte of a UTF-8 text lies between the two, both included. */
export type ByteRange = readonly [number, number];

/** Last code point of 1, 2 and 3 bytes. */
const borders = [0x7f, 0x7ff, 0xffff] as const;
const surrogates: CodeRange = [0xd800, 0xdfff];

/**
 * A range of code points as sequences of byte ranges, after Russ Cox, "Regular Expression Matching in the Wild" (2010):
 * cut where the number of bytes changes, then so that all bytes behind the first that differs run from 80 to BF.
 */
export function utf8Sequences([from, to]: CodeRange): ByteRange[][] {
  if (from > to) return [];
  if (from <= surrogates[1] && to >= surrogates[0]) {
    return [...utf8Sequences([from, surrogates[0] - 1]), ...utf8Sequences([surrogates[1] + 1, to])];
  }
  const cut = cutOf(from, to);
  if (cut !== null) return [...utf8Sequences([from, cut]), ...utf8Sequences([cut + 1, to])];
  const last = bytesOf(to);
  return [bytesOf(from).map((byte, index) => [byte, last[index] ?? byte] as const)];
}

function cutOf(from: number, to: number): number | null {
  for (const border of borders) if (from <= border && border < to) return border;
  if (to <= borders[0]) return null;
  for (const bits of [6, 12, 18]) {
    const mask = 2 ** bits - 1;
    if (from >> bits === to >> bits) continue;
    if ((from & mask) !== 0) return from | mask;
    if ((to & mask) !== mask) return (to & ~mask) - 1;
  }
  return null;
}

function bytesOf(codePoint: number): number[] {
  return [...new TextEncoder().encode(String.fromCodePoint(codePoint))];
}

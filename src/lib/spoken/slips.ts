/** True where one letter put in, left out, exchanged or swapped with its neighbour makes one word the other. */
export function differsByOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let tail = 0;
  while (tail < short.length - start && short.at(-1 - tail) === long.at(-1 - tail)) tail += 1;
  const left = short.length - start - tail;
  if (short.length < long.length) return left === 0;
  if (left <= 1) return true;
  return left === 2 && short[start] === long[start + 1] && short[start + 1] === long[start];
}

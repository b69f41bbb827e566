/** Of two vectors, relative to the second's length. */
export function distance(left: ArrayLike<number>, right: ArrayLike<number>): number {
  if (left.length !== right.length) return Number.POSITIVE_INFINITY;
  let [apart, length] = [0, 0];
  for (let index = 0; index < left.length; index += 1) {
    apart += ((left[index] ?? 0) - (right[index] ?? 0)) ** 2;
    length += (right[index] ?? 0) ** 2;
  }
  return Math.sqrt(apart / length);
}

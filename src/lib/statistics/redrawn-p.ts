import { normalCdf } from "./normal.ts";

/**
 * The chance of a difference as far from 0 if there were none, both ways, from differences on redrawn calls: twice the
 * share of redraws beyond 0 (Davison and Hinkley 1997, with one more on each side). Where no redraw is beyond, the
 * normal tail tells how far away 0 is, since so many draws can't. Never less than flipping the signs of so many calls
 * could give, 2^(1−calls): three calls that all agree prove nothing. NaN where nothing was drawn.
 */
export function redrawnP(differences: Float64Array, calls: number): number {
  const draws = differences.length;
  if (draws === 0) return Number.NaN;
  let [notAbove, notBelow] = [0, 0];
  for (const difference of differences) {
    if (difference <= 0) notAbove += 1;
    if (difference >= 0) notBelow += 1;
  }
  const crossing = Math.min(notAbove, notBelow);
  const counted = Math.min(1, (2 * (crossing + 1)) / (draws + 1));
  const p = crossing > 0 ? counted : Math.min(counted, normalTail(differences));
  return Math.max(p, Math.min(1, 2 ** (1 - calls)));
}

function normalTail(differences: Float64Array): number {
  let [sum, squares] = [0, 0];
  for (const difference of differences) sum += difference;
  const mean = sum / differences.length;
  for (const difference of differences) squares += (difference - mean) ** 2;
  const spread = Math.sqrt(squares / differences.length);
  return 2 * normalCdf(-Math.abs(mean) / spread);
}

/**
 * The chance that k fresh tries at a case are all right, from n tries of which `right` were: C(right, k)/C(n, k), which
 * is unbiased; (right/n)^k is not. A product, since binomial coefficients overflow.
 * @throws RangeError where fewer tries were made than are asked about
 */
export function allOfKRight(tries: number, right: number, k: number): number {
  if (k > tries) throw new RangeError(`${k} tries asked about, ${tries} made`);
  let chance = 1;
  for (let index = 0; index < k; index += 1) chance *= Math.max(0, right - index) / (tries - index);
  return chance;
}

/** The chance that at least one of k fresh tries is right (pass@k, Chen et al. 2021). */
export function anyOfKRight(tries: number, right: number, k: number): number {
  return 1 - allOfKRight(tries, tries - right, k);
}

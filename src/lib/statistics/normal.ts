/** Beyond so many standard deviations nothing is left of a double. */
const farthest = 38;

/** P(Z ≤ z) of the standard normal distribution, to about 15 digits (series of Marsaglia 2004, J Stat Softw 11:4). */
export function normalCdf(z: number): number {
  if (Math.abs(z) > 6) return z > 0 ? 1 - upperTail(z) : upperTail(-z);
  let term = z;
  let sum = z;
  for (let divisor = 3; ; divisor += 2) {
    term *= (z * z) / divisor;
    const next = sum + term;
    if (next === sum) break;
    sum = next;
  }
  return 0.5 + sum * normalDensity(z);
}

/** The z with P(Z ≤ z) = p; infinite at 0 and 1. */
export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  if (p > 0.5) return -normalQuantile(1 - p);
  let z = firstGuess(p);
  for (let step = 0; step < 4; step += 1) {
    // Halley's step: the error cubes with each.
    const error = (normalCdf(z) - p) / normalDensity(z);
    z -= error / (1 + (z * error) / 2);
  }
  return z;
}

/** Abramowitz and Stegun 26.2.23: off by 4.5e-4 at most, for p up to a half. */
function firstGuess(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return above / below - t;
}

function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** P(Z > z) for a large z, by Laplace's continued fraction: the series loses all digits there. */
function upperTail(z: number): number {
  if (z > farthest) return 0;
  let fraction = z;
  for (let level = 60; level > 0; level -= 1) fraction = z + level / fraction;
  return normalDensity(z) / fraction;
}

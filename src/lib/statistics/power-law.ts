/** How the share of errors falls with the number of training examples: error = floor + scale · n^(−exponent). */
export interface LearningLaw {
  readonly floor: number;
  readonly scale: number;
  readonly exponent: number;
}

/** What one size of training set gave; `weight` is 1/SE², or 1 for all. */
export interface LearningPoint {
  readonly examples: number;
  readonly error: number;
  readonly weight: number;
}

const fewestSizes = 4;
const steepest = 3;
const gridSteps = 300;
const goldenRatio = (Math.sqrt(5) - 1) / 2;

/**
 * The law nearest to the points in weighted least squares, with floor ≥ 0 and 0 < exponent ≤ 3; null for fewer than four
 * sizes, from which nothing should be read. For a given exponent the rest is a straight line, so only the exponent is
 * searched: on a grid, then by golden section.
 */
export function fitLearningLaw(points: readonly LearningPoint[]): LearningLaw | null {
  if (new Set(points.map(({ examples }) => examples)).size < fewestSizes) return null;
  const lossAt = (exponent: number) => lineThrough(points, exponent).loss;
  const grid = Array.from({ length: gridSteps }, (_, index) => ((index + 1) / gridSteps) * steepest);
  const best = grid.reduce((one, other) => (lossAt(other) < lossAt(one) ? other : one));
  const step = steepest / gridSteps;
  const exponent = goldenSection(Math.max(best - step, 1e-6), Math.min(best + step, steepest), lossAt);
  const { floor, scale } = lineThrough(points, exponent);
  return { floor, scale, exponent };
}

export function errorAt({ floor, scale, exponent }: LearningLaw, examples: number): number {
  return floor + scale * examples ** -exponent;
}

/** Weighted least squares of error on n^(−exponent); a floor below 0 is held at 0. */
function lineThrough(
  points: readonly LearningPoint[],
  exponent: number,
): { floor: number; scale: number; loss: number } {
  let [w, x, y, xx, xy] = [0, 0, 0, 0, 0];
  for (const { examples, error, weight } of points) {
    const at = examples ** -exponent;
    w += weight;
    x += weight * at;
    y += weight * error;
    xx += weight * at * at;
    xy += weight * at * error;
  }
  const floor = Math.max(0, (xx * y - x * xy) / (w * xx - x * x));
  const scale = (xy - floor * x) / xx;
  const loss = points.reduce(
    (sum, { examples, error, weight }) =>
      sum + weight * (error - errorAt({ floor, scale, exponent }, examples)) ** 2,
    0,
  );
  return { floor, scale, loss };
}

function goldenSection(low: number, high: number, loss: (x: number) => number): number {
  let [left, right] = [low, high];
  for (let step = 0; step < 80; step += 1) {
    const [inner, outer] = [right - goldenRatio * (right - left), left + goldenRatio * (right - left)];
    if (loss(inner) < loss(outer)) right = outer;
    else left = inner;
  }
  return (left + right) / 2;
}

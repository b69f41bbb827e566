import { initialWeights, type ModelShape, normalDraws, type Weights } from "../../src/engine/model.ts";
import type { Sequence } from "../../src/engine/train/trainer.ts";
import { seededRandom } from "../../src/lib/seeded-random.ts";

/** Small enough to be computed a thousand times, so that every weight can be moved; no two sizes are equal, so that a swapped one shows. */
export const tinyShape: ModelShape = {
  vocabulary: 11,
  width: 8,
  layers: 2,
  heads: 2,
  feedForward: 12,
  context: 16,
};

/** The smallest that can decode too. */
export const smallShape: ModelShape = { ...tinyShape, width: 32 };

/** Weights with nothing at its start: gains that differ from 1, smears that differ from 0.5, matrices that matter. */
export function lively(shape: ModelShape, seed: string): Weights {
  const normal = normalDraws(`lively ${seed}`);
  return new Map(
    [...initialWeights(shape, seed)].map(([name, values]) => [
      name,
      values.map((value) => value + 0.3 * normal()),
    ]),
  );
}

/** Sequences of several lengths with more than one learnt stretch. */
export function randomSequences(shape: ModelShape, lengths: readonly number[], seed: string): Sequence[] {
  const random = seededRandom(seed);
  return lengths.map((length) => ({
    tokens: Array.from({ length }, () => random.below(shape.vocabulary)),
    learn: Array.from({ length }, (_, place) => (place === length - 1 || random.chance(0.4) ? 1 : 0)),
  }));
}

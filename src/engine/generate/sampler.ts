import type { Random } from "../../lib/seeded-random.ts";

/** Chooses one of the allowed tokens by their scores. */
export type Sampler = (scores: Float32Array, allowed: readonly ArrayLike<number>[]) => number;

export interface Sampling {
  /** 0 takes the likeliest. */
  readonly temperature: number;
  /** The likeliest tokens that together have this share of the probability. */
  readonly topP: number;
  readonly random: Random;
}

export function createSampler({ temperature, topP, random }: Sampling): Sampler {
  if (temperature <= 0) return likeliest;
  return (scores, allowed) => {
    const tokens = joined(allowed);
    const weights = weigh(scores, tokens, temperature);
    if (topP < 1) keepNucleus(weights, topP);
    return tokens[draw(weights, random.next())] ?? -1;
  };
}

/** Of equal scores the first. */
function likeliest(scores: Float32Array, allowed: readonly ArrayLike<number>[]): number {
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const tokens of allowed) {
    for (let index = 0; index < tokens.length; index += 1) {
      const token = tokens[index] ?? -1;
      const score = scores[token] ?? Number.NEGATIVE_INFINITY;
      if (best !== -1 && !(score > bestScore)) continue;
      best = token;
      bestScore = score;
    }
  }
  return best;
}

function joined(lists: readonly ArrayLike<number>[]): Int32Array {
  const tokens = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    tokens.set(list, at);
    at += list.length;
  }
  return tokens;
}

/** Probabilities without their common factor: the likeliest token weighs 1. */
function weigh(scores: Float32Array, tokens: Int32Array, temperature: number): Float64Array {
  const top = scores[likeliest(scores, [tokens])] ?? 0;
  const weights = new Float64Array(tokens.length);
  for (let index = 0; index < tokens.length; index += 1) {
    const weight = Math.exp(((scores[tokens[index] ?? 0] ?? 0) - top) / temperature);
    weights[index] = Number.isNaN(weight) ? 0 : weight;
  }
  return weights;
}

/** Leaves the likeliest choices up to a share of the whole: Holtzman et al. 2020, arXiv:1904.09751. */
function keepNucleus(weights: Float64Array, share: number): void {
  const order = Array.from(weights.keys()).sort(
    (left, right) => (weights[right] ?? 0) - (weights[left] ?? 0),
  );
  let left = share * sumOf(weights);
  for (const index of order) {
    const weight = weights[index] ?? 0;
    if (left <= 0) weights[index] = 0;
    left -= weight;
  }
}

/** The place that a point in [0, 1) falls on. */
function draw(weights: Float64Array, point: number): number {
  let left = point * sumOf(weights);
  let last = 0;
  for (let index = 0; index < weights.length; index += 1) {
    const weight = weights[index] ?? 0;
    if (weight === 0) continue;
    left -= weight;
    if (left < 0) return index;
    last = index;
  }
  return last;
}

function sumOf(weights: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index += 1) sum += weights[index] ?? 0;
  return sum;
}

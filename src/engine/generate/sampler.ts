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
    const choices = probabilities(scores, allowed, temperature);
    return draw(topP < 1 ? nucleus(choices, topP) : choices, random.next());
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

interface Choice {
  readonly token: number;
  readonly probability: number;
}

function probabilities(
  scores: Float32Array,
  allowed: readonly ArrayLike<number>[],
  temperature: number,
): Choice[] {
  const top = scores[likeliest(scores, allowed)] ?? 0;
  const weighed = allowed.flatMap((tokens) =>
    Array.from(tokens, (token) => ({ token, weight: Math.exp(((scores[token] ?? 0) - top) / temperature) })),
  );
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return weighed.map(({ token, weight }) => ({ token, probability: weight / total }));
}

/** The likeliest choices up to a share of the probability: Holtzman et al. 2020, arXiv:1904.09751. */
function nucleus(choices: readonly Choice[], share: number): Choice[] {
  const sorted = [...choices].sort((left, right) => right.probability - left.probability);
  let sum = 0;
  const last = sorted.findIndex(({ probability }) => {
    sum += probability;
    return sum >= share;
  });
  return last === -1 ? sorted : sorted.slice(0, last + 1);
}

function draw(choices: readonly Choice[], point: number): number {
  const total = choices.reduce((sum, { probability }) => sum + probability, 0);
  let left = point * total;
  for (const { token, probability } of choices) {
    left -= probability;
    if (left < 0) return token;
  }
  return choices.at(-1)?.token ?? -1;
}

import { unitInterval } from "../../../lib/hash.ts";

/** A part of the training calls that one point of a learning curve is learnt from. */
export interface DrawnShare {
  /** Examples that were asked for; names the share. */
  readonly size: number;
  /** Examples it has: of whole calls, so often a few less. */
  readonly examples: number;
  /** So many calls from the beginning of the order. */
  readonly calls: number;
}

export interface DrawnShares {
  /** Each call's place in the order. */
  readonly places: ReadonlyMap<string, number>;
  /** By rising size. */
  readonly shares: readonly DrawnShare[];
}

/**
 * Growing shares of the training calls, each a part of the next. A call's place depends on its id and the seed alone;
 * the first call is in every share, however long it is. Sizes that come to the same calls are one share.
 */
export function drawShares(
  examplesPerCall: ReadonlyMap<string, number>,
  sizes: readonly number[],
  seed: number,
): DrawnShares {
  const order = inOrder(examplesPerCall, seed);
  const rising = [...new Set(sizes)].sort((one, other) => one - other);
  const shares: DrawnShare[] = [];
  let [calls, examples] = [0, 0];
  for (const size of rising) {
    const before = calls;
    for (; calls < order.length; calls += 1) {
      const more = order[calls]?.examples ?? 0;
      if (calls > 0 && examples + more > size) break;
      examples += more;
    }
    if (calls > before) shares.push({ size, examples, calls });
  }
  return { places: new Map(order.map(({ id }, place) => [id, place])), shares };
}

function inOrder(
  examplesPerCall: ReadonlyMap<string, number>,
  seed: number,
): readonly { readonly id: string; readonly examples: number }[] {
  return [...examplesPerCall]
    .map(([id, examples]) => ({ id, examples, point: unitInterval(`curve:${seed}:${id}`) }))
    .sort((one, other) => one.point - other.point || (one.id < other.id ? -1 : 1));
}

/** Each twice the one before: a law can be fitted to four, not to three. */
const usualShares = [1 / 8, 1 / 4, 1 / 2, 1] as const;

export function usualSizes(examples: number): number[] {
  return usualShares.map((share) => Math.max(1, Math.round(examples * share)));
}

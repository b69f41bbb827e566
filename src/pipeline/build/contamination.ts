import { createCrowds } from "../../lib/crowds.ts";
import { type BandKeys, bandKeys } from "./band-keys.ts";
import type { Candidate } from "./decision.ts";
import { similarityOf } from "./min-hash.ts";
import { mix } from "./word-hashes.ts";

/**
 * 24 bands of 5 bins: a neighbour of similarity 0.5 is found with probability 53 %, 0.6 with 86 %, 0.7 with 98.8 %,
 * 0.8 with 99.99 %. Below that the report says only that nothing nearer was found.
 */
const bandBins = 5;
/** In a crowd that shares a band, so many are compared. */
const comparisons = 6;

/** Test examples with a train neighbour of at least this estimated similarity. */
export type NeighbourCounts = Readonly<Record<"0.95" | "0.9" | "0.8" | "0.7", number>>;

/** How near the test examples stand to what is learnt. */
export interface Contamination {
  /** Examples of the test split. */
  readonly n: number;
  /** By context alone: the situation was seen, its answer perhaps not. */
  readonly sameContext: NeighbourCounts;
  /** By context and equal label: the answer itself was seen. */
  readonly sameLabel: NeighbourCounts;
  /** The nearest pairs with equal label, most alike first, ten at most. */
  readonly nearest: readonly Neighbours[];
  /** Test examples with an equal-label neighbour at or above the limit's similarity, as a share of n; null for n = 0. */
  readonly shareAtLimit: number | null;
  readonly passed: boolean;
}

export interface Neighbours {
  readonly test: string;
  readonly train: string;
  readonly similarity: number;
}

export interface ContaminationLimit {
  readonly similarity: number;
  readonly maxShare: number;
}

/** The nearest train neighbour of each test example. */
export function contaminationOf(chosen: readonly Candidate[], limit: ContaminationLimit): Contamination {
  const train = chosen.filter(({ split }) => split === "train");
  const test = chosen.filter(({ split }) => split === "test");
  const signed: Signed = { test, train, ofTest: keysOf(test), ofTrain: keysOf(train) };
  const anyLabel = nearestTrain(signed, (candidates) => new Float64Array(candidates.length));
  const sameLabel = nearestTrain(signed, (candidates) => Float64Array.from(candidates, ({ label }) => label));
  const atLimit = sameLabel.filter(({ similarity }) => similarity >= limit.similarity).length;
  const shareAtLimit = test.length === 0 ? null : atLimit / test.length;
  return {
    n: test.length,
    sameContext: countNeighbours(anyLabel),
    sameLabel: countNeighbours(sameLabel),
    nearest: [...sameLabel].sort(mostAlikeFirst).slice(0, 10),
    shareAtLimit,
    passed: shareAtLimit === null || shareAtLimit <= limit.maxShare,
  };
}

function countNeighbours(pairs: readonly Neighbours[]): NeighbourCounts {
  const count = (similarity: number) => pairs.filter((pair) => pair.similarity >= similarity).length;
  return { "0.95": count(0.95), "0.9": count(0.9), "0.8": count(0.8), "0.7": count(0.7) };
}

function mostAlikeFirst(one: Neighbours, other: Neighbours): number {
  return other.similarity - one.similarity || (one.test < other.test ? -1 : 1);
}

interface Signed {
  readonly test: readonly Candidate[];
  readonly train: readonly Candidate[];
  readonly ofTest: BandKeys;
  readonly ofTrain: BandKeys;
}

function keysOf(candidates: readonly Candidate[]): BandKeys {
  return bandKeys(candidates, bandBins, () => 0x811c9dc5);
}

/** The nearest train neighbour of each test example that has one of the same kind. */
function nearestTrain(
  { test, train, ofTest, ofTrain }: Signed,
  kindsOf: (candidates: readonly Candidate[]) => Float64Array,
): Neighbours[] {
  const best = new Map<string, Neighbours>();
  const crowds = createCrowds(train.length);
  const { bands } = ofTrain;
  const [testKinds, trainKinds] = [kindsOf(test), kindsOf(train)];
  for (let band = 0; band < bands; band += 1) {
    crowds.clear();
    for (let index = 0; index < train.length; index += 1)
      crowds.add(mix((trainKinds[index] ?? 0) >>> 0, ofTrain.keys[index * bands + band] ?? 0), index);
    for (const [at, candidate] of test.entries()) {
      const key = mix((testKinds[at] ?? 0) >>> 0, ofTest.keys[at * bands + band] ?? 0);
      crowds.visit(key, comparisons, (index) => {
        const other = train[index];
        if (other !== undefined && trainKinds[index] === testKinds[at]) keepNearer(best, candidate, other);
      });
    }
  }
  return [...best.values()];
}

/** Neighbours less alike than this aren't looked for. */
const leastAlike = 0.5;

function keepNearer(best: Map<string, Neighbours>, test: Candidate, train: Candidate): void {
  const known = best.get(test.id)?.similarity ?? 0;
  const estimate = similarityOf(test.signature, train.signature, Math.max(known, leastAlike));
  // Rounded down: what the removal of near duplicates let through at this limit must not reach it here.
  const similarity = Math.floor(estimate * 1000) / 1000;
  if (similarity > known) best.set(test.id, { test: test.id, train: train.id, similarity });
}

import { mulberry32 } from "../seeded-random.ts";

/** Up to so many calls that differ all ways to flip their signs are counted; beyond, some are drawn. */
const mostCounted = 20;
const usualDraws = 20_000;
/** Sums of the same numbers in another order differ in their last bits. */
const sameWithin = 1e-9;

/** Probabilities of a difference as large if swapping the two models within a call changed nothing. */
export interface SignFlipResult {
  readonly twoSided: number;
  /** Of one at least as good for the candidate. */
  readonly oneSided: number;
  readonly exact: boolean;
}

/**
 * The sign-flip test on the calls' sums of paired differences: exact for clusters of any kind and size. All 2^G flips
 * for up to 20 calls that differ at all, else (1 + hits)/(1 + draws) of seeded ones. Five calls can't reach 0.05.
 */
export function signFlipTest(sums: ArrayLike<number>, seed: number, draws = usualDraws): SignFlipResult {
  const moving = Array.from(sums).filter((sum) => sum !== 0);
  const observed = moving.reduce((total, sum) => total + sum, 0);
  const exact = moving.length <= mostCounted;
  const tally = exact ? countAll(moving, observed) : drawSome(moving, observed, { seed, draws });
  return { twoSided: tally.twoSided / tally.all, oneSided: tally.oneSided / tally.all, exact };
}

interface Tally {
  twoSided: number;
  oneSided: number;
  all: number;
}

function countAll(sums: readonly number[], observed: number): Tally {
  const tally: Tally = { twoSided: 0, oneSided: 0, all: 2 ** sums.length };
  for (let flips = 0; flips < tally.all; flips += 1) {
    let total = 0;
    for (const [index, sum] of sums.entries()) total += (flips >>> index) & 1 ? -sum : sum;
    note(tally, total, observed);
  }
  return tally;
}

function drawSome(
  sums: readonly number[],
  observed: number,
  { seed, draws }: { seed: number; draws: number },
): Tally {
  const next = mulberry32(seed);
  const tally: Tally = { twoSided: 1, oneSided: 1, all: draws + 1 };
  for (let draw = 0; draw < draws; draw += 1) {
    let total = 0;
    for (const sum of sums) total += next() < 0.5 ? -sum : sum;
    note(tally, total, observed);
  }
  return tally;
}

function note(tally: Tally, total: number, observed: number): void {
  if (Math.abs(total) >= Math.abs(observed) - sameWithin) tally.twoSided += 1;
  if (total >= observed - sameWithin) tally.oneSided += 1;
}

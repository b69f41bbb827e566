import { mulberry32 } from "../seeded-random.ts";

/** Up to so many calls that differ all ways to flip their signs are counted one by one. */
const mostCounted = 20;
/** Whole sums are added up exactly, while it takes no more additions than this (a second). */
const mostAdditions = 1e9;
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
 * The sign-flip test on the calls' sums of paired differences, for clusters of any kind and size: all 2^G flips. Whole
 * sums (of cases that are right or wrong) are added up as a distribution, however many; others are counted for up to 20
 * calls that differ at all, and beyond it is (1 + hits)/(1 + draws) of seeded flips. Five calls can't reach 0.05.
 */
export function signFlipTest(sums: ArrayLike<number>, seed: number, draws = usualDraws): SignFlipResult {
  const moving = Array.from(sums).filter((sum) => sum !== 0);
  const observed = moving.reduce((total, sum) => total + sum, 0);
  if (areWhole(moving)) return { ...addUp(moving, observed), exact: true };
  const exact = moving.length <= mostCounted;
  const tally = exact ? countAll(moving, observed) : drawSome(moving, observed, { seed, draws });
  return { twoSided: tally.twoSided / tally.all, oneSided: tally.oneSided / tally.all, exact };
}

function areWhole(sums: readonly number[]): boolean {
  const reach = sums.reduce((total, sum) => total + Math.abs(sum), 0);
  return sums.every(Number.isSafeInteger) && sums.length * (2 * reach + 1) <= mostAdditions;
}

/** The chance of each total, call by call: half of it goes up by the call's sum, half goes down. */
function addUp(sums: readonly number[], observed: number): Pick<SignFlipResult, "twoSided" | "oneSided"> {
  const reach = sums.reduce((total, sum) => total + Math.abs(sum), 0);
  let chances = new Float64Array(2 * reach + 1);
  let next = new Float64Array(2 * reach + 1);
  chances[reach] = 1;
  let spread = 0;
  for (const sum of sums) {
    const step = Math.abs(sum);
    next.fill(0, reach - spread - step, reach + spread + step + 1);
    for (let place = reach - spread; place <= reach + spread; place += 1) {
      const half = (chances[place] ?? 0) / 2;
      next[place - step] = (next[place - step] ?? 0) + half;
      next[place + step] = (next[place + step] ?? 0) + half;
    }
    spread += step;
    [chances, next] = [next, chances];
  }
  const above = tailOf(chances, reach + Math.abs(observed));
  return {
    twoSided: observed === 0 ? 1 : Math.min(1, 2 * above),
    oneSided: observed > 0 ? above : Math.min(1, tailOf(chances, reach + observed)),
  };
}

function tailOf(chances: Float64Array, from: number): number {
  let tail = 0;
  for (let place = chances.length - 1; place >= from; place -= 1) tail += chances[place] ?? 0;
  return tail;
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

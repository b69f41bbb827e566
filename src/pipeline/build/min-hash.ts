import { mix } from "./word-hashes.ts";

/** Bins of a signature: the standard error of an estimated similarity is √(J(1−J)/120), at most 0.046. */
export const signatureBins = 120;
const emptyBin = 0xffffffff;

/** The running MinHash of a text that only grows at its end, such as a call turn by turn. */
export interface MinHash {
  /** The words' hashes from `start` to `end`; all of them where nothing is said. */
  add(words: ArrayLike<number>, start?: number, end?: number): void;
  /** Writes the signature of what was added so far: `signatureBins` bytes from `at`. */
  sign(into: Uint8Array, at: number): void;
  /** Begins another text. */
  clear(): void;
}

/**
 * One-permutation MinHash (Li, Owen, Zhang 2012) over triples of words, with empty bins filled from the next full one
 * (Shrivastava & Li 2014) and 8 bits kept per bin (Li & König 2010).
 */
export function createMinHash(): MinHash {
  const bins = new Uint32Array(signatureBins).fill(emptyBin);
  let beforeLast = 0;
  let last = 0;
  return {
    add(words, start = 0, end = words.length) {
      for (let index = start; index < end; index += 1) {
        const word = words[index] ?? 0;
        const shingle = mix(mix(mix(0x2545f491, beforeLast), last), word);
        const bin = shingle % signatureBins;
        const value = mix(shingle, 0x632be5ab);
        if (value < (bins[bin] ?? 0)) bins[bin] = value;
        beforeLast = last;
        last = word;
      }
    },
    sign: (into, at) => writeFilled(bins, into, at),
    clear() {
      bins.fill(emptyBin);
      beforeLast = 0;
      last = 0;
    },
  };
}

/**
 * Estimated Jaccard similarity of the two texts' word triples: equal bins, less those equal by chance (1/256). Below
 * `least` it answers 0, as soon as that is certain.
 */
export function similarityOf(left: string, right: string, least = 0): number {
  const mostUnequal = signatureBins * (1 - least) * (1 - byChance) + tolerance;
  let unequal = 0;
  for (let bin = 0; bin < signatureBins; bin += 1) {
    if (left.charCodeAt(bin) === right.charCodeAt(bin)) continue;
    unequal += 1;
    if (unequal > mostUnequal) return 0;
  }
  return Math.max(0, (1 - unequal / signatureBins - byChance) / (1 - byChance));
}

const byChance = 1 / 256;
/** A bound that rounding pushed below a whole number must not lose that number. */
const tolerance = 1e-9;

/** Empty bins take from the nearest full one behind them, going round; no words at all sign as zeros. */
function writeFilled(bins: Uint32Array, into: Uint8Array, at: number): void {
  const last = lastFull(bins);
  if (last === -1) {
    into.fill(0, at, at + bins.length);
    return;
  }
  let borrowed = 0;
  let distance = 0;
  for (let step = 0; step < bins.length; step += 1) {
    const bin = last >= step ? last - step : last - step + bins.length;
    const value = bins[bin] ?? emptyBin;
    distance = value === emptyBin ? distance + 1 : 0;
    if (value !== emptyBin) borrowed = value;
    into[at + bin] = mix(borrowed, distance) & 0xff;
  }
}

function lastFull(bins: Uint32Array): number {
  let last = bins.length - 1;
  while (last >= 0 && bins[last] === emptyBin) last -= 1;
  return last;
}

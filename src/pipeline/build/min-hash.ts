import { mix } from "./word-hashes.ts";

/** Bins of a signature: the standard error of an estimated similarity is √(J(1−J)/120), at most 0.046. */
export const signatureBins = 120;
const emptyBin = 0xffffffff;

/** The running MinHash of a text that only grows at its end, such as a call turn by turn. */
export interface MinHash {
  add(words: readonly number[]): void;
  /** One character (8 bits) per bin. */
  signature(): string;
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
    add(words) {
      for (const word of words) {
        const shingle = mix(mix(mix(0x2545f491, beforeLast), last), word);
        const bin = shingle % signatureBins;
        const value = mix(shingle, 0x632be5ab);
        if (value < (bins[bin] ?? 0)) bins[bin] = value;
        beforeLast = last;
        last = word;
      }
    },
    signature: () => String.fromCharCode(...filled(bins)),
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

function filled(bins: Uint32Array): number[] {
  const bytes = new Array<number>(bins.length).fill(0);
  const start = bins.findIndex((value) => value !== emptyBin);
  if (start === -1) return bytes;
  let borrowed = 0;
  let distance = 0;
  // Backwards around the ring, so that each empty bin finds the nearest full one behind it.
  for (let step = 0; step < bins.length * 2; step += 1) {
    const bin = (start + bins.length * 2 - step) % bins.length;
    const value = bins[bin] ?? emptyBin;
    distance = value === emptyBin ? distance + 1 : 0;
    if (value !== emptyBin) borrowed = value;
    bytes[bin] = mix(borrowed, distance) & 0xff;
  }
  return bytes;
}

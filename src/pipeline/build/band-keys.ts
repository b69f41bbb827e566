import type { Candidate } from "./decision.ts";
import { signatureBins } from "./min-hash.ts";
import { mix } from "./word-hashes.ts";

/** Where candidates' signatures are equal in a stretch of bins, so are the stretch's keys: one for each band. */
export interface BandKeys {
  readonly bands: number;
  /** `bands` keys of each candidate, one after the other. */
  readonly keys: Uint32Array;
}

/** Keys of bands of so many bins; `start` says what a key begins with beside the band's number. */
export function bandKeys(
  candidates: readonly Candidate[],
  bandBins: number,
  start: (candidate: Candidate) => number,
): BandKeys {
  const bands = signatureBins / bandBins;
  const keys = new Uint32Array(candidates.length * bands);
  let at = 0;
  for (const candidate of candidates) {
    const { signature } = candidate;
    const begin = start(candidate);
    for (let band = 0; band < bands; band += 1) {
      let key = mix(begin, band);
      const end = (band + 1) * bandBins;
      for (let bin = band * bandBins; bin < end; bin += 1) key = mix(key, signature.charCodeAt(bin));
      keys[at] = key;
      at += 1;
    }
  }
  return { bands, keys };
}

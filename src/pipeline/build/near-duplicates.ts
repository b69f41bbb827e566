import { type Candidate, type Rejected, rejectedAs, type Sifted } from "./decision.ts";
import { signatureBins, similarityOf } from "./min-hash.ts";
import { mix } from "./word-hashes.ts";

/**
 * 12 bands of 10 bins: two texts of similarity s meet in one with probability 1 − (1 − s^10)^12, which is 99.4 % at
 * 0.9 and 21 % at 0.7 (Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4).
 */
const bandBins = 10;
const bands = signatureBins / bandBins;
/** In a crowd that shares a band, each is compared with so many before it. */
const comparisons = 16;

/**
 * Drops each candidate that is nearly one before it: same label, and contexts at least `similarity` alike. Two
 * decisions of one call are never duplicates: the later one's context holds the earlier one's.
 */
export function nearDuplicates(ordered: readonly Candidate[], similarity: number): Sifted {
  const earlier = similarPairs(ordered, similarity);
  const kept: Candidate[] = [];
  const rejected: Rejected[] = [];
  const keptIndexes = new Set<number>();
  for (const [index, candidate] of ordered.entries()) {
    const twin = earlier.get(index)?.find((other) => keptIndexes.has(other));
    const twinId = twin === undefined ? undefined : ordered[twin]?.id;
    if (twinId !== undefined)
      rejected.push({ ...rejectedAs(candidate, "duplicate_near"), keptInstead: twinId });
    else {
      kept.push(candidate);
      keptIndexes.add(index);
    }
  }
  return { kept, rejected };
}

/** For each index the earlier ones that are as similar, band by band, so that only one band is in memory. */
function similarPairs(ordered: readonly Candidate[], similarity: number): ReadonlyMap<number, number[]> {
  const pairs = new Map<number, number[]>();
  for (let band = 0; band < bands; band += 1) {
    const buckets = new Map<number, number[]>();
    for (const [index, candidate] of ordered.entries()) {
      const bucket = bucketFor(buckets, bandKey(candidate, band));
      for (const other of bucket) {
        const twin = ordered[other];
        if (twin !== undefined && isNear(candidate, twin, similarity)) push(pairs, index, other);
      }
      if (bucket.length < comparisons) bucket.push(index);
    }
  }
  return pairs;
}

function isNear(one: Candidate, other: Candidate, similarity: number): boolean {
  if (one.call === other.call || one.label !== other.label) return false;
  return similarityOf(one.signature, other.signature) >= similarity;
}

function bandKey(candidate: Candidate, band: number): number {
  let key = mix(candidate.label >>> 0, band);
  for (let bin = band * bandBins; bin < (band + 1) * bandBins; bin += 1)
    key = mix(key, candidate.signature.charCodeAt(bin));
  return key;
}

function bucketFor(buckets: Map<number, number[]>, key: number): number[] {
  const bucket = buckets.get(key) ?? [];
  buckets.set(key, bucket);
  return bucket;
}

function push(pairs: Map<number, number[]>, index: number, other: number): void {
  const others = pairs.get(index) ?? [];
  if (!others.includes(other)) others.push(other);
  pairs.set(index, others);
}

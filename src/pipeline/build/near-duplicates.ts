import { type Crowds, createCrowds } from "../../lib/crowds.ts";
import { bandKeys } from "./band-keys.ts";
import { type Candidate, type Rejected, rejectedAs, type Sifted } from "./decision.ts";
import { similarityOf } from "./min-hash.ts";

/**
 * 15 bands of 8 bins: two texts of similarity s meet in one with probability 1 − (1 − s^8)^15, which is 99.98 % at
 * 0.9 and 59 % at 0.7 (Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4).
 */
const bandBins = 8;
/** In a crowd that shares a band, each is compared with so many before it. */
const comparisons = 8;

/**
 * Drops each candidate that is nearly one kept before it: same label, and contexts at least `similarity` alike. Two
 * decisions of one call are never duplicates: the later one's context holds the earlier one's.
 */
export function nearDuplicates(ordered: readonly Candidate[], similarity: number): Sifted {
  const kept: Candidate[] = [];
  const rejected: Rejected[] = [];
  const { bands, keys: allKeys } = bandKeys(ordered, bandBins, ({ label }) => label >>> 0);
  const crowds = Array.from({ length: bands }, () => createCrowds(ordered.length));
  for (const [index, candidate] of ordered.entries()) {
    const keys = allKeys.subarray(index * bands, (index + 1) * bands);
    const twin = twinOf(candidate, { keys, crowds, kept, similarity });
    if (twin !== undefined) {
      rejected.push({ ...rejectedAs(candidate, "duplicate_near"), keptInstead: twin.id });
      continue;
    }
    for (const [band, crowd] of crowds.entries()) crowd.add(keys[band] ?? 0, kept.length);
    kept.push(candidate);
  }
  return { kept, rejected };
}

interface Kept {
  readonly keys: Uint32Array;
  readonly crowds: readonly Crowds[];
  readonly kept: readonly Candidate[];
  readonly similarity: number;
}

function twinOf(candidate: Candidate, { keys, crowds, kept, similarity }: Kept): Candidate | undefined {
  let twin: Candidate | undefined;
  for (const [band, crowd] of crowds.entries()) {
    crowd.visit(keys[band] ?? 0, comparisons, (index) => {
      const other = kept[index];
      if (other !== undefined && isNear(candidate, other, similarity)) twin ??= other;
    });
    if (twin !== undefined) return twin;
  }
  return twin;
}

function isNear(one: Candidate, other: Candidate, similarity: number): boolean {
  if (one.call === other.call || one.label !== other.label) return false;
  return similarityOf(one.signature, other.signature, similarity) >= similarity;
}

import type { Candidate } from "../../domain/evaluation.ts";
import { sha256 } from "../../lib/hash.ts";
import { canonicalJson, type Json } from "../../lib/json.ts";

/** What is asked of whom: the same fingerprint is the same evaluation. Prices and addresses may change in between. */
export function fingerprintOf(casesSha256: string, candidates: readonly Candidate[]): string {
  const asked: Json = { casesSha256, candidates: candidates.map(definitionOf) };
  return sha256(canonicalJson(asked)).slice(0, 10);
}

export function isSameCandidate(one: Candidate, other: Candidate): boolean {
  return canonicalJson(definitionOf(one)) === canonicalJson(definitionOf(other));
}

function definitionOf({ price: _, address: __, ...asked }: Candidate): Json {
  return JSON.parse(JSON.stringify(asked)) as Json;
}

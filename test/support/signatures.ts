import { createMinHash, type MinHash, signatureBins } from "../../src/pipeline/build/min-hash.ts";
import { wordHashes } from "../../src/pipeline/build/word-hashes.ts";

/** Four hundred different words. */
export const words = Array.from({ length: 400 }, (_, index) => `word${index}`);

export function signatureOf(text: readonly string[]): string {
  const minHash = createMinHash();
  minHash.add(wordHashes(text.join(" ")));
  return signed(minHash);
}

export function signed(minHash: MinHash): string {
  const bytes = new Uint8Array(signatureBins);
  minHash.sign(bytes, 0);
  return String.fromCharCode(...bytes);
}

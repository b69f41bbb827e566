import { otherWritings, stopWords } from "../../lib/spoken/lexicon.ts";
import { type IndexedEvidence, never } from "./evidence-index.ts";

const endings = ["ing", "ied", "ies", "ed", "es", "s", "ly", "y", "e"];
const shortestStem = 3;

/**
 * The share of a text's content words that were said or returned before that turn, in any form of the word; 1 where
 * it has none.
 */
export function overlap(tokens: readonly string[], evidence: IndexedEvidence, before: number): number {
  const content = tokens.filter((token) => !stopWords.has(token));
  if (content.length === 0) return 1;
  const unseen = content.filter((token) => !isSeen(token, evidence, before));
  if (unseen.length === 0) return 1;
  const stems = stemsSeen(evidence, before);
  const missing = unseen.filter((token) => !stems.has(stemOf(token)));
  return 1 - missing.length / content.length;
}

function isSeen(token: string, evidence: IndexedEvidence, before: number): boolean {
  return [token, ...(otherWritings.get(token) ?? [])].some((writing) => {
    // A word said at any time hides the number it is, so all turns are asked.
    const seen = evidence.word(writing, never) ?? evidence.reading("number", writing, never);
    return seen !== undefined && earliest(seen) < before;
  });
}

function stemsSeen(evidence: IndexedEvidence, before: number): Set<string> {
  const stems = new Set<string>();
  for (const [word, seen] of evidence.words(before)) if (earliest(seen) < before) stems.add(stemOf(word));
  return stems;
}

function earliest(seen: { caller: number; tool: number; system: number; agent: number }): number {
  return Math.min(seen.caller, seen.tool, seen.system, seen.agent);
}

/** Rough on purpose: it only has to fold forms of one word together. */
function stemOf(word: string): string {
  for (const ending of endings)
    if (word.endsWith(ending) && word.length - ending.length >= shortestStem)
      return word.slice(0, -ending.length);
  return word;
}

import { mergePieces } from "./tokenizer.ts";

export interface PieceOrder {
  /** How often each word occurs; words as `splitWords` cuts them. */
  readonly words: ReadonlyMap<string, number>;
  /** Merges to learn, in small letters. */
  readonly merges: number;
  /** Pieces that get a capitalised twin, beside the single letters. */
  readonly capitals: number;
}

/** The pieces of a tokenizer, learnt by byte-pair encoding on small letters; the same words give the same pieces. */
export function trainPieces(order: PieceOrder): string[] {
  const merges = learnMerges(smallWords(order.words), order.merges);
  const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ", (letter) => ` ${letter}`);
  const twins = capitalTwins(order.words, merges, order.capitals);
  return [...merges, ...letters, ...twins.filter((twin) => !letters.includes(twin))];
}

function smallWords(words: ReadonlyMap<string, number>): Map<string, number> {
  const small = new Map<string, number>();
  for (const [word, count] of words) {
    if (/[a-zA-Z]/.test(word)) add(small, word.toLowerCase(), count);
  }
  return small;
}

interface CountedWord {
  readonly count: number;
  parts: string[];
}

function learnMerges(words: ReadonlyMap<string, number>, size: number): string[] {
  const counted = [...words].map(([word, count]): CountedWord => ({ count, parts: Array.from(word) }));
  const pairs = new Map<string, number>();
  const holders = new Map<string, Set<CountedWord>>();
  const countPairs = (word: CountedWord, sign: 1 | -1) => {
    for (let at = 0; at + 1 < word.parts.length; at += 1) {
      const pair = `${word.parts[at]}\n${word.parts[at + 1]}`;
      add(pairs, pair, sign * word.count);
      if (sign === 1) holders.set(pair, (holders.get(pair) ?? new Set()).add(word));
    }
  };
  for (const word of counted) countPairs(word, 1);
  const merges: string[] = [];
  while (merges.length < size) {
    const pair = commonest(pairs);
    if (pair === null) break;
    const [left = "", right = ""] = pair.split("\n");
    if (!merges.includes(left + right)) merges.push(left + right);
    for (const word of holders.get(pair) ?? []) {
      countPairs(word, -1);
      word.parts = joined(word.parts, left, right);
      countPairs(word, 1);
    }
    pairs.delete(pair);
    holders.delete(pair);
  }
  return merges;
}

/** Equal counts are told apart by the alphabet, so that the order of the words doesn't matter. */
function commonest(pairs: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  let bestCount = 1;
  for (const [pair, count] of pairs) {
    if (count > bestCount || (count === bestCount && best !== null && pair < best)) {
      best = pair;
      bestCount = count;
    }
  }
  return best;
}

function joined(parts: readonly string[], left: string, right: string): string[] {
  const result: string[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    if (parts[at] === left && parts[at + 1] === right) {
      result.push(left + right);
      at += 1;
    } else result.push(parts[at] ?? "");
  }
  return result;
}

/** The commonest heads of capitalised words, written with their capital. */
function capitalTwins(words: ReadonlyMap<string, number>, merges: readonly string[], size: number): string[] {
  const rankOf = new Map(merges.map((piece, index) => [piece, index]));
  const counts = new Map<string, number>();
  for (const [word, count] of words) {
    if (!/^ ?[A-Z]/.test(word)) continue;
    const head = mergePieces(word.toLowerCase(), rankOf)[0] ?? "";
    if (head.trim().length > 1) add(counts, word.slice(0, head.length), count);
  }
  return [...counts]
    .sort(([left, many], [right, few]) => few - many || (left < right ? -1 : 1))
    .slice(0, size)
    .map(([twin]) => twin);
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

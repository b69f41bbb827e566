import type { Random } from "../../lib/seeded-random.ts";
import type { Sequence } from "./trainer.ts";

/** Sequences as the training graph reads them: padded to the longest, with the places where something is learnt. */
export interface Batch {
  readonly sequences: number;
  /** Tokens read of each sequence. */
  readonly time: number;
  /** `[sequences · time]` */
  readonly tokens: readonly number[];
  /** Row of the token that each label follows. */
  readonly places: readonly number[];
  readonly labels: readonly number[];
}

/** What follows the end is never seen by what stands before it, so any token serves. */
const padding = 0;

export function toBatch(sequences: readonly Sequence[]): Batch {
  const time = Math.max(...sequences.map(readLength));
  const tokens = new Array<number>(sequences.length * time).fill(padding);
  const places: number[] = [];
  const labels: number[] = [];
  for (const [row, sequence] of sequences.entries()) {
    for (let place = 0; place < readLength(sequence); place += 1) {
      tokens[row * time + place] = sequence.tokens[place] ?? padding;
      if (sequence.learn[place + 1] !== 1) continue;
      places.push(row * time + place);
      labels.push(sequence.tokens[place + 1] ?? padding);
    }
  }
  return { sequences: sequences.length, time, tokens, places, labels };
}

/** Tokens that are learnt; the first of a sequence follows nothing and can't be. */
export function learntTokensOf(sequences: readonly Sequence[]): number {
  let count = 0;
  for (const { learn } of sequences)
    for (let place = 1; place < learn.length; place += 1) count += learn[place] ?? 0;
  return count;
}

/** Tokens the graph has to read: all before the last that is learnt. */
export function readLength({ learn }: Sequence): number {
  let last = learn.length - 1;
  while (last > 0 && learn[last] !== 1) last -= 1;
  return last;
}

/**
 * Sequences in groups of at most `tokens` when padded to the longest of each group (one alone may be longer); those of
 * like length stand together, which leaves little padding.
 */
export function groupByLength(sequences: readonly Sequence[], tokens: number): Sequence[][] {
  const sorted = sequences.toSorted((left, right) => readLength(left) - readLength(right));
  const groups: Sequence[][] = [];
  for (const sequence of sorted) {
    const group = groups.at(-1);
    if (group !== undefined && (group.length + 1) * readLength(sequence) <= tokens) group.push(sequence);
    else groups.push([sequence]);
  }
  return groups;
}

/**
 * Sequences for each of so many threads, in groups of about `tokens`: every thread gets as many groups of like work, a
 * group holds sequences of like length. Threads that would get nothing are left out.
 */
export function shareOut(
  sequences: readonly Sequence[],
  { threads, tokens }: { threads: number; tokens: number },
): Sequence[][][] {
  const sorted = sequences
    .filter((sequence) => readLength(sequence) > 0)
    .toSorted((left, right) => readLength(left) - readLength(right));
  const total = sorted.reduce((sum, sequence) => sum + readLength(sequence), 0);
  const count = threads * Math.ceil(total / (threads * tokens));
  const groups: Sequence[][] = Array.from({ length: count }, () => []);
  let before = 0;
  for (const sequence of sorted) {
    const middle = before + readLength(sequence) / 2;
    groups[Math.min(count - 1, Math.floor((middle * count) / total))]?.push(sequence);
    before += readLength(sequence);
  }
  const filled = groups.filter((group) => group.length > 0);
  const shares = Array.from({ length: threads }, (_, thread) =>
    filled.filter((_, index) => index % threads === thread),
  );
  return shares.filter((share) => share.length > 0);
}

/**
 * One epoch's batches of about `tokens` tokens each, in random order. Sequences are shuffled, then sorted by length only
 * among `pool` batches' worth of neighbours, so that no batch is always the same and none is mostly padding.
 */
export function batchesByTokens(
  sequences: readonly Sequence[],
  { tokens, pool, random }: { tokens: number; pool: number; random: Random },
): Sequence[][] {
  const batches: Sequence[][] = [];
  let waiting: Sequence[] = [];
  let length = 0;
  for (const sequence of shuffled(sequences, random)) {
    waiting.push(sequence);
    length += readLength(sequence);
    if (length < tokens * pool) continue;
    batches.push(...groupByLength(waiting, tokens));
    waiting = [];
    length = 0;
  }
  batches.push(...groupByLength(waiting, tokens));
  return shuffled(batches, random);
}

/** Fisher and Yates. */
export function shuffled<Element>(elements: readonly Element[], random: Random): Element[] {
  const order = elements.map((_, index) => index);
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order.flatMap((index) => elements.slice(index, index + 1));
}

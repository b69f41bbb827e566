import { existsSync, readdirSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Tokenizer } from "../../../src/engine/text/tokenizer.ts";
import { toBatch } from "../../../src/engine/train/batches.ts";
import type { Sequence } from "../../../src/engine/train/trainer.ts";
import { corpusBatches } from "./corpus-batches.ts";
import { drillsAt, lessonAt, longestAt } from "./schedule.ts";

/**
 * Batches as `scripts/engine/torch/pretrain.py` reads them: 32-bit whole numbers, little-endian; for each batch the number of
 * its sequences, their length, the number of labels, then tokens, places and labels as `Batch` has them.
 */
export function encodeShard(batches: readonly (readonly Sequence[])[]): Uint8Array {
  const numbers = batches.map(toBatch).map(({ sequences, time, tokens, places, labels }) => {
    const batch = new Int32Array(3 + tokens.length + 2 * places.length);
    batch.set([sequences, time, places.length]);
    batch.set(tokens, 3);
    batch.set(places, 3 + tokens.length);
    batch.set(labels, 3 + tokens.length + places.length);
    return new Uint8Array(batch.buffer);
  });
  return Buffer.concat(numbers);
}

export interface ShardOrder {
  readonly folder: string;
  readonly seed: string;
  readonly tokenizer: Tokenizer;
  readonly context: number;
  readonly batchTokens: number;
  /** Shards that may wait to be read. */
  readonly mostWaiting: number;
}

/** Batches that are shuffled together, and written as one shard. */
const batchesOfShard = 8;
const lookEveryMs = 50;

/** Writes shards until it is stopped; which lessons they hold follows from the share of the time that is over. */
export async function writeShards(order: ShardOrder): Promise<never> {
  const { folder, seed, tokenizer, context, batchTokens } = order;
  const corpus = corpusBatches(tokenizer, {
    seed,
    from: 0,
    batchTokens,
    context,
    batchesAtOnce: batchesOfShard,
  });
  for (let at = 0; ; at += 1) {
    while (waiting(folder) >= order.mostWaiting) await wait(lookEveryMs);
    const lesson = lessonAt(await shareOver(folder));
    const wanted = { longest: longestAt(context, lesson), drills: drillsAt(lesson) };
    const batches = Array.from({ length: batchesOfShard }, () => corpus.next(wanted));
    const file = join(folder, `${seed.replaceAll(" ", "-")}-${at}`);
    await writeFile(`${file}.unfinished`, encodeShard(batches));
    await rename(`${file}.unfinished`, `${file}.shard`);
  }
}

function waiting(folder: string): number {
  return readdirSync(folder).filter((name) => name.endsWith(".shard")).length;
}

async function shareOver(folder: string): Promise<number> {
  const file = join(folder, "progress");
  return existsSync(file) ? Number(await readFile(file, "utf8")) : 0;
}

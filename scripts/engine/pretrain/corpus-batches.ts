import { encodeRows } from "../../../src/engine/text/rows.ts";
import type { Tokenizer } from "../../../src/engine/text/tokenizer.ts";
import { groupByLength, shuffled } from "../../../src/engine/train/batches.ts";
import type { Sequence } from "../../../src/engine/train/trainer.ts";
import { seededRandom } from "../../../src/lib/seeded-random.ts";
import { generateCall } from "../corpus/call.ts";

/** Batches of generated calls without end. */
export interface CorpusBatches {
  /** Sequences longer than `longest` tokens are left out. */
  next(longest: number): Sequence[];
  /** The number of the next call that will be generated: where a resumed run goes on. */
  position(): number;
}

/** Batches drawn at once, so that sequences of like length find each other. */
const batchesAtOnce = 24;

export function corpusBatches(
  tokenizer: Tokenizer,
  order: {
    readonly seed: string;
    readonly from: number;
    readonly batchTokens: number;
    readonly context: number;
  },
): CorpusBatches {
  let position = order.from;
  let waiting: Sequence[][] = [];
  const refill = (longest: number) => {
    const sequences: Sequence[] = [];
    let tokens = 0;
    while (tokens < batchesAtOnce * order.batchTokens) {
      const call = generateCall(`${order.seed} ${position}`, "training");
      position += 1;
      for (const sequence of encodeRows(tokenizer, [call], order.context).sequences) {
        if (sequence.tokens.length > longest) continue;
        sequences.push(sequence);
        tokens += sequence.tokens.length;
      }
    }
    waiting = shuffled(
      groupByLength(sequences, order.batchTokens),
      seededRandom(`${order.seed} order ${position}`),
    );
  };
  return {
    next(longest) {
      if (waiting.length === 0) refill(longest);
      return waiting.pop() ?? [];
    },
    position: () => position,
  };
}

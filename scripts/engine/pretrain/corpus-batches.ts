import { encodeRows } from "../../../src/engine/text/rows.ts";
import type { Tokenizer } from "../../../src/engine/text/tokenizer.ts";
import { groupByLength, shuffled } from "../../../src/engine/train/batches.ts";
import type { Sequence } from "../../../src/engine/train/trainer.ts";
import { seededRandom } from "../../../src/lib/seeded-random.ts";
import { generateCall } from "../corpus/call.ts";
import { thin } from "./thin.ts";

/** What the schedule asks for. */
export interface Wanted {
  /** Longer sequences are left out. */
  readonly longest: number;
  /** Share of drills among the calls. */
  readonly drills: number;
}

/** Batches of generated calls without end. */
export interface CorpusBatches {
  next(wanted: Wanted): Sequence[];
  /** The number of the next call that will be generated: where a resumed run goes on. */
  position(): number;
}

export function corpusBatches(
  tokenizer: Tokenizer,
  order: {
    readonly seed: string;
    readonly from: number;
    readonly batchTokens: number;
    readonly context: number;
    /** Batches drawn at once, so that sequences of like length find each other. */
    readonly batchesAtOnce: number;
  },
): CorpusBatches {
  let position = order.from;
  let waiting: Sequence[][] = [];
  const refill = ({ longest, drills }: Wanted) => {
    const sequences: Sequence[] = [];
    let tokens = 0;
    while (tokens < order.batchesAtOnce * order.batchTokens) {
      const name = `${order.seed} ${position}`;
      const kind = seededRandom(`${name} kind`).chance(drills) ? "drill" : "call";
      const call = generateCall(name, "training", kind);
      position += 1;
      for (const sequence of encodeRows(tokenizer, [call], order.context).sequences) {
        if (sequence.tokens.length > longest) continue;
        sequences.push(thin(tokenizer, sequence, seededRandom(`${name} thin`)));
        tokens += sequence.tokens.length;
      }
    }
    waiting = shuffled(
      groupByLength(sequences, order.batchTokens),
      seededRandom(`${order.seed} order ${position}`),
    );
  };
  return {
    next(wanted) {
      if (waiting.length === 0) refill(wanted);
      return waiting.pop() ?? [];
    },
    position: () => position,
  };
}

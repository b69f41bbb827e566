import { threadPool, type WorkerPool } from "../../lib/worker-pool.ts";
import { parameterCount, parameterShapes } from "../model.ts";
import { adamW } from "./adamw.ts";
import { learntTokensOf, readLength, toBatch } from "./batches.ts";
import { type GradientRequest, type GradientResponse, parametersIn } from "./gradient-worker.ts";
import type { Sequence, Trainer, TrainerOrder } from "./trainer.ts";

/** Tokens that one thread computes at once, about. */
const tokensAtOnce = 1024;

/**
 * A trainer of all weights that computes a step's sequences on several threads, one session of one thread each. Two such
 * threads do more than one session of two, which waits for its other half in every operation: that hurts most where other
 * programs want the processor too. The gradients are the same but for the order of sums.
 */
export async function openParallelTrainer(order: Omit<TrainerOrder, "lora">): Promise<Trainer> {
  const { shape } = order;
  const shared = new SharedArrayBuffer(4 * parameterCount(shape));
  const weights = parametersIn(shape, new Float32Array(shared));
  for (const [name, values] of weights) values.set(order.weights.get(name) ?? []);
  const sums = new Float32Array(parameterCount(shape));
  const gradients = parametersIn(shape, sums);
  const sizes = parameterShapes(shape);
  const optimizer = adamW(weights, {
    weightDecay: order.weightDecay,
    isVector: (name) => sizes.get(name)?.length === 1,
    state: order.state,
  });
  const source = import.meta.url.endsWith(".ts") ? "./gradient-worker.ts" : "./gradient-worker.js";
  const setup = { shape, weights: shared };
  const pool: WorkerPool<GradientRequest, GradientResponse> = threadPool(
    new URL(source, import.meta.url),
    order.threads,
    setup,
  );
  return {
    step: async (batch, learningRate) => {
      const learntTokens = learntTokensOf(batch);
      const loss = await compute(pool, batch, { learntTokens, into: sums });
      const gradientNorm = normOf(sums);
      const share = Math.min(1, order.maxGradientNorm / (gradientNorm + 1e-12));
      optimizer.update(gradients, { learningRate, share });
      return { loss, learntTokens, gradientNorm };
    },
    lossOf: async (batch) => {
      const learntTokens = learntTokensOf(batch);
      return { loss: await compute(pool, batch, { learntTokens, into: null }), learntTokens };
    },
    weights: () => new Map([...weights].map(([name, values]) => [name, Float32Array.from(values)])),
    state: () => ({ ...optimizer.state(), adapters: null }),
    close: () => pool.close(),
  };
}

interface Computation {
  readonly learntTokens: number;
  /** Where the gradients are summed up; null computes the loss alone. */
  readonly into: Float32Array | null;
}

async function compute(
  pool: WorkerPool<GradientRequest, GradientResponse>,
  sequences: readonly Sequence[],
  { learntTokens, into }: Computation,
): Promise<number> {
  const groups = evenGroups(sequences, pool.size - 1);
  const wanted = into === null ? "loss" : "gradients";
  const responses = groups.map((group, slot) =>
    pool.run({ batch: toBatch(group), factor: 1 / learntTokens, wanted, slot }),
  );
  into?.fill(0);
  let loss = 0;
  for (const response of await Promise.all(responses)) {
    loss += response.loss;
    if (into !== null && response.gradients !== null) addTo(into, new Float32Array(response.gradients));
  }
  return loss;
}

/** As many groups of like work for each thread, of sequences of like length. */
function evenGroups(sequences: readonly Sequence[], threads: number): Sequence[][] {
  const sorted = sequences
    .filter((sequence) => readLength(sequence) > 0)
    .toSorted((left, right) => readLength(left) - readLength(right));
  const total = sorted.reduce((sum, sequence) => sum + readLength(sequence), 0);
  const count = threads * Math.ceil(total / (threads * tokensAtOnce));
  const groups: Sequence[][] = Array.from({ length: count }, () => []);
  let before = 0;
  for (const sequence of sorted) {
    const middle = before + readLength(sequence) / 2;
    groups[Math.min(count - 1, Math.floor((middle * count) / total))]?.push(sequence);
    before += readLength(sequence);
  }
  return groups.filter((group) => group.length > 0);
}

function addTo(sums: Float32Array, parts: Float32Array): void {
  for (let index = 0; index < sums.length; index += 1) sums[index] = (sums[index] ?? 0) + (parts[index] ?? 0);
}

function normOf(numbers: Float32Array): number {
  let squares = 0;
  for (let index = 0; index < numbers.length; index += 1) squares += (numbers[index] ?? 0) ** 2;
  return Math.sqrt(squares);
}

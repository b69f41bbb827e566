import { threadPool } from "../../lib/worker-pool.ts";
import type { Weights } from "../model.ts";
import { loadRuntime, type Runtime } from "../runtime/runtime.ts";
import { adamW } from "./adamw.ts";
import { learntTokensOf, shareOut, toBatch } from "./batches.ts";
import { type GradientRequest, type GradientSetup, openGradients } from "./gradients.ts";
import { initialAdapters, mergeAdapters } from "./lora.ts";
import { addTo, countOf, fill, learntShapes, readShapes, viewsOf } from "./parameters.ts";
import type { OpenTrainer, Sequence, Trainer, TrainerOrder } from "./trainer.ts";

/** A trainer on this machine's runtime. */
export const openTrainer: OpenTrainer = async (order) => openTrainerOn(await loadRuntime(), order);

/** With several threads each loads its own runtime, and the one given isn't used. */
export async function openTrainerOn(runtime: Runtime, order: TrainerOrder): Promise<Trainer> {
  const { shape, lora, threads } = order;
  const read = readShapes(shape, lora);
  const learnt = learntShapes(shape, lora);
  const parameters = memoryFor(countOf(read), threads);
  const views = viewsOf(read, new Float32Array(parameters));
  fill(views, read, startOf(order));
  const learntViews: Weights = new Map([...views].filter(([name]) => learnt.has(name)));
  const parts = Array.from({ length: threads }, () => memoryFor(countOf(learnt), threads));
  const computers = await openComputers(runtime, { shape, lora, parameters }, threads);
  const optimizer = adamW(learntViews, {
    weightDecay: order.weightDecay,
    isVector: (name) => learnt.get(name)?.length === 1,
    state: order.state,
  });
  const lossesOf = (batch: readonly Sequence[], into: readonly GradientRequest["into"][]) =>
    Promise.all(
      requestsFor(batch, order).map((request, at) => computers.run({ ...request, into: into[at] ?? null })),
    );

  return {
    step: async (batch, learningRate) => {
      const losses = await lossesOf(batch, parts);
      const gradients = sumOf(parts.slice(0, losses.length));
      const gradientNorm = normOf(gradients);
      const share = Math.min(1, order.maxGradientNorm / (gradientNorm + 1e-12));
      optimizer.update(viewsOf(learnt, gradients), { learningRate, share });
      return { loss: total(losses), learntTokens: learntTokensOf(batch), gradientNorm };
    },
    lossOf: async (batch) => ({
      loss: total(await lossesOf(batch, [])),
      learntTokens: learntTokensOf(batch),
    }),
    weights: () => weightsIn(views, order),
    state: () => ({ ...optimizer.state(), adapters: lora === null ? null : copyOf(learntViews) }),
    close: computers.close,
  };
}

/** Room for so many numbers; several threads share theirs. */
function memoryFor(count: number, threads: number): ArrayBuffer | SharedArrayBuffer {
  return threads > 1 ? new SharedArrayBuffer(4 * count) : new ArrayBuffer(4 * count);
}

/** All parts added up in the first. */
function sumOf(parts: readonly (ArrayBuffer | SharedArrayBuffer)[]): Float32Array {
  const [sums = new Float32Array(), ...others] = parts.map((part) => new Float32Array(part));
  for (const other of others) addTo(sums, other);
  return sums;
}

function total(losses: readonly number[]): number {
  return losses.reduce((sum, loss) => sum + loss, 0);
}

function startOf({ shape, weights, lora, state }: TrainerOrder): Weights {
  if (lora === null) return weights;
  return new Map([...weights, ...(state?.adapters ?? initialAdapters(shape, lora.rank, lora.seed))]);
}

/** What computes gradients: as many requests at once as there are threads. */
interface Computers {
  run(request: GradientRequest): Promise<number>;
  close(): Promise<void>;
}

/**
 * A session on this thread, or several threads with a session each. Those do more than one session of several threads,
 * whose halves wait for one another in every operation: that costs most where other programs want the processor too.
 */
async function openComputers(runtime: Runtime, setup: GradientSetup, threads: number): Promise<Computers> {
  if (threads === 1) {
    const { compute, close } = await openGradients(runtime, setup);
    return { run: compute, close };
  }
  const source = import.meta.url.endsWith(".ts") ? "./gradient-worker.ts" : "./gradient-worker.js";
  return threadPool<GradientSetup, GradientRequest, number>(new URL(source, import.meta.url), threads, setup);
}

/**
 * Tokens computed at once, about. A thread's sequences are computed in such groups and their gradients added: less
 * padding, and activations that fit the processor's cache.
 */
const tokensAtOnce = 1024;

/**
 * One request a thread.
 * @throws RangeError where nothing is to be learnt, or a sequence is longer than the model reads
 */
function requestsFor(
  batch: readonly Sequence[],
  { shape, threads }: TrainerOrder,
): Pick<GradientRequest, "batches" | "factor">[] {
  const longest = Math.max(...batch.map(({ tokens }) => tokens.length));
  if (longest > shape.context)
    throw new RangeError(`a sequence of ${longest} tokens; the model reads ${shape.context}`);
  const learntTokens = learntTokensOf(batch);
  if (learntTokens === 0) throw new RangeError("a batch without a token to learn");
  const shares = shareOut(batch, { threads, tokens: tokensAtOnce });
  return shares.map((groups) => ({ batches: groups.map(toBatch), factor: 1 / learntTokens }));
}

/** A copy of the model's own weights, adapters merged in. */
function weightsIn(views: Weights, { shape, weights, lora }: TrainerOrder): Weights {
  const own = new Map([...views].filter(([name]) => weights.has(name)));
  if (lora === null) return copyOf(own);
  return mergeAdapters(shape, { weights: own, adapters: views, factor: lora.alpha / lora.rank });
}

function normOf(numbers: Float32Array): number {
  let squares = 0;
  for (let index = 0; index < numbers.length; index += 1) squares += (numbers[index] ?? 0) ** 2;
  return Math.sqrt(squares);
}

/** In memory of its own, which isn't shared. */
function copyOf(weights: Weights): Weights {
  return new Map([...weights].map(([name, values]) => [name, Float32Array.from(values)]));
}

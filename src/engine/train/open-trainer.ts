import { evaluationGraph, gradientOf, type TrainingGraph, trainingGraph } from "../graph/training-graph.ts";
import { parameterShapes, sizeOf, type Weights } from "../model.ts";
import { floatsOf, loadRuntime, type Runtime, type Session, type Tensor } from "../runtime/runtime.ts";
import { adamW } from "./adamw.ts";
import { groupByLength, learntTokensOf, readLength, toBatch } from "./batches.ts";
import { adapterShapes, initialAdapters, mergeAdapters } from "./lora.ts";
import type { OpenTrainer, Sequence, Trainer, TrainerOrder } from "./trainer.ts";

/** A trainer on this machine's runtime. */
export const openTrainer: OpenTrainer = async (order) => openTrainerOn(await loadRuntime(), order);

/**
 * Tokens computed at once, padding included. A step's sequences are computed in such groups and their gradients added:
 * less padding, and activations that fit the processor's cache.
 */
const tokensAtOnce = 1024;

export async function openTrainerOn(runtime: Runtime, order: TrainerOrder): Promise<Trainer> {
  const { shape, lora } = order;
  const base = copyOf(order.weights);
  const adapters =
    lora === null ? null : copyOf(order.state?.adapters ?? initialAdapters(shape, lora.rank, lora.seed));
  const learnt = adapters ?? base;
  const shapes = new Map([
    ...parameterShapes(shape),
    ...(lora === null ? [] : adapterShapes(shape, lora.rank)),
  ]);
  const tensors = tensorsFor(runtime, [...base, ...(adapters ?? [])], shapes);
  const graph = trainingGraph(shape, lora);
  const gradients = await gradientSums(runtime, graph, order.threads);
  let evaluation: Promise<Session> | null = null;
  const optimizer = adamW(learnt, {
    weightDecay: order.weightDecay,
    isVector: (name) => shapes.get(name)?.length === 1,
    state: order.state,
  });

  return {
    step: async (batch, learningRate) => {
      const learntTokens = checkBatch(batch, shape.context);
      const loss = await gradients.compute(groupsOf(runtime, batch, learntTokens), tensors);
      const gradientNorm = normOf(gradients.sums);
      const share = Math.min(1, order.maxGradientNorm / (gradientNorm + 1e-12));
      optimizer.update(gradients.sums, { learningRate, share });
      return { loss, learntTokens, gradientNorm };
    },
    lossOf: async (batch) => {
      const learntTokens = checkBatch(batch, shape.context);
      evaluation ??= runtime.open(evaluationGraph(shape, lora), order.threads);
      const session = await evaluation;
      let loss = 0;
      for (const inputs of groupsOf(runtime, batch, learntTokens)) {
        const outputs = { loss: runtime.floats(new Float32Array(1), []) };
        await session.runInto({ ...inputs, ...tensors }, outputs);
        loss += floatsOf(outputs.loss)[0] ?? 0;
      }
      return { loss, learntTokens };
    },
    weights: () =>
      lora === null || adapters === null
        ? copyOf(base)
        : mergeAdapters(shape, { weights: base, adapters, factor: lora.alpha / lora.rank }),
    state: () => ({ ...optimizer.state(), adapters: adapters === null ? null : copyOf(adapters) }),
    close: async () => {
      await gradients.close();
      await (await evaluation)?.close();
    },
  };
}

/** The gradients of a step, in arrays that are made once. */
async function gradientSums(runtime: Runtime, { model, learnt }: TrainingGraph, threads: number) {
  const session = await runtime.open(model, threads);
  const sums = zeros(learnt);
  const parts = zeros(learnt);
  const loss = new Float32Array(1);
  const outputs = (into: Weights) => ({
    ...Object.fromEntries([...tensorsOfGradients(runtime, into, learnt)]),
    loss: runtime.floats(loss, []),
  });
  const first = outputs(sums);
  const others = outputs(parts);
  return {
    sums,
    /** Fills `sums`; answers the loss. */
    compute: async (groups: readonly Inputs[], parameters: Inputs): Promise<number> => {
      let total = 0;
      for (const [index, inputs] of groups.entries()) {
        await session.runInto({ ...inputs, ...parameters }, index === 0 ? first : others);
        if (index > 0) addTo(sums, parts);
        total += loss[0] ?? 0;
      }
      return total;
    },
    close: () => session.close(),
  };
}

type Inputs = Readonly<Record<string, Tensor>>;

function groupsOf(runtime: Runtime, sequences: readonly Sequence[], learntTokens: number): Inputs[] {
  const factor = runtime.floats(Float32Array.of(1 / learntTokens), []);
  const learning = sequences.filter((sequence) => readLength(sequence) > 0);
  return groupByLength(learning, tokensAtOnce).map((group) => {
    const batch = toBatch(group);
    return {
      tokens: runtime.integers(batch.tokens, [batch.sequences, batch.time]),
      places: runtime.integers(batch.places, [batch.places.length]),
      labels: runtime.integers(batch.labels, [batch.labels.length]),
      factor,
    };
  });
}

/** @throws RangeError where nothing is to be learnt, or a sequence is longer than the model reads */
function checkBatch(batch: readonly Sequence[], context: number): number {
  const longest = Math.max(...batch.map(({ tokens }) => tokens.length));
  if (longest > context) throw new RangeError(`a sequence of ${longest} tokens; the model reads ${context}`);
  const learntTokens = learntTokensOf(batch);
  if (learntTokens === 0) throw new RangeError("a batch without a token to learn");
  return learntTokens;
}

function tensorsFor(
  runtime: Runtime,
  weights: Iterable<readonly [string, Float32Array]>,
  shapes: ReadonlyMap<string, readonly number[]>,
): Inputs {
  const tensors: Record<string, Tensor> = {};
  for (const [name, values] of weights) {
    const sizes = shapes.get(name);
    if (sizes === undefined || sizeOf(sizes) !== values.length)
      throw new RangeError(
        `${name} has ${values.length} numbers; the shape wants ${sizes?.join(" × ") ?? "none"}`,
      );
    tensors[name] = runtime.floats(values, sizes);
  }
  const missing = [...shapes.keys()].find((name) => !Object.hasOwn(tensors, name));
  if (missing !== undefined) throw new RangeError(`no weights for ${missing}`);
  return tensors;
}

function* tensorsOfGradients(
  runtime: Runtime,
  gradients: Weights,
  shapes: ReadonlyMap<string, readonly number[]>,
): Generator<readonly [string, Tensor]> {
  for (const [name, values] of gradients)
    yield [gradientOf(name), runtime.floats(values, shapes.get(name) ?? [])];
}

function zeros(shapes: ReadonlyMap<string, readonly number[]>): Weights {
  return new Map([...shapes].map(([name, sizes]) => [name, new Float32Array(sizeOf(sizes))]));
}

function addTo(sums: Weights, parts: Weights): void {
  for (const [name, sum] of sums) {
    const part = parts.get(name) ?? new Float32Array(sum.length);
    for (let index = 0; index < sum.length; index += 1) sum[index] = (sum[index] ?? 0) + (part[index] ?? 0);
  }
}

function normOf(gradients: Weights): number {
  let squares = 0;
  for (const values of gradients.values())
    for (let index = 0; index < values.length; index += 1) squares += (values[index] ?? 0) ** 2;
  return Math.sqrt(squares);
}

function copyOf(weights: Weights): Weights {
  return new Map([...weights].map(([name, values]) => [name, values.slice()]));
}

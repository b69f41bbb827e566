import { type Job, serveJob } from "../../lib/worker-pool.ts";
import { evaluationGraph, gradientOf, trainingGraph } from "../graph/training-graph.ts";
import { type ModelShape, parameterShapes, sizeOf, type Weights } from "../model.ts";
import { floatsOf, loadRuntime, type Runtime, type Tensor } from "../runtime/runtime.ts";
import type { Batch } from "./batches.ts";

export interface GradientSetup {
  readonly shape: ModelShape;
  /** All parameters one after the other, in the order of `parameterShapes`; the trainer changes them between requests. */
  readonly weights: SharedArrayBuffer;
}

export interface GradientRequest {
  readonly batch: Batch;
  /** What a token's loss is multiplied with: one divided by the learnt tokens of the whole step. */
  readonly factor: number;
  readonly wanted: "gradients" | "loss";
  /** Which of the thread's buffers the gradients go to; requests of one step have different ones. */
  readonly slot: number;
}

export interface GradientResponse {
  readonly loss: number;
  /** In the order of the weights, until the slot is used again; null where only the loss was wanted. */
  readonly gradients: SharedArrayBuffer | null;
}

/** Views of a flat array of numbers, one for each parameter. */
export function parametersIn(shape: ModelShape, flat: Float32Array): Weights {
  let from = 0;
  const views = new Map<string, Float32Array>();
  for (const [name, sizes] of parameterShapes(shape)) {
    views.set(name, flat.subarray(from, from + sizeOf(sizes)));
    from += sizeOf(sizes);
  }
  return views;
}

/** Computes gradients with one thread, for a trainer that has several of these. */
export const gradientJob: Job<GradientSetup, GradientRequest, GradientResponse> = ({ shape, weights }) => {
  const shared = new Float32Array(weights);
  const prepared = prepare(shape, shared.length);
  const slots = new Map<number, SharedArrayBuffer>();
  return async ({ batch, factor, wanted, slot }) => {
    const { runtime, copy, tensors, gradients, outputs, training, evaluation } = await prepared;
    copy.set(shared);
    const inputs = {
      ...tensors,
      tokens: runtime.integers(batch.tokens, [batch.sequences, batch.time]),
      places: runtime.integers(batch.places, [batch.places.length]),
      labels: runtime.integers(batch.labels, [batch.labels.length]),
      factor: runtime.floats(Float32Array.of(factor), []),
    };
    const loss = { loss: runtime.floats(new Float32Array(1), []) };
    if (wanted === "loss") await (await evaluation()).runInto(inputs, loss);
    else await training.runInto(inputs, { ...outputs, ...loss });
    const total = floatsOf(loss.loss)[0] ?? 0;
    if (wanted === "loss") return { loss: total, gradients: null };
    const buffer = slots.get(slot) ?? new SharedArrayBuffer(weights.byteLength);
    slots.set(slot, buffer);
    new Float32Array(buffer).set(gradients);
    return { loss: total, gradients: buffer };
  };
};

async function prepare(shape: ModelShape, numbers: number) {
  const runtime = await loadRuntime();
  const copy = new Float32Array(numbers);
  const gradients = new Float32Array(numbers);
  const training = await runtime.open(trainingGraph(shape, null).model, 1);
  let evaluation: ReturnType<Runtime["open"]> | null = null;
  return {
    runtime,
    copy,
    gradients,
    tensors: tensorsOn(runtime, shape, copy, (name) => name),
    outputs: tensorsOn(runtime, shape, gradients, gradientOf),
    training,
    evaluation: () => {
      evaluation ??= runtime.open(evaluationGraph(shape, null), 1);
      return evaluation;
    },
  };
}

function tensorsOn(
  runtime: Runtime,
  shape: ModelShape,
  flat: Float32Array,
  nameOf: (parameter: string) => string,
): Record<string, Tensor> {
  const sizes = parameterShapes(shape);
  return Object.fromEntries(
    [...parametersIn(shape, flat)].map(([name, values]) => [
      nameOf(name),
      runtime.floats(values, sizes.get(name) ?? []),
    ]),
  );
}

serveJob(gradientJob);

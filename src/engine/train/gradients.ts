import { evaluationGraph, gradientOf, trainingGraph } from "../graph/training-graph.ts";
import type { ModelShape } from "../model.ts";
import type { Runtime, Session, Tensor } from "../runtime/runtime.ts";
import type { Batch } from "./batches.ts";
import {
  addTo,
  countOf,
  type LoraSize,
  learntShapes,
  readShapes,
  type Shapes,
  viewsOf,
} from "./parameters.ts";

export interface GradientSetup {
  readonly shape: ModelShape;
  readonly lora: LoraSize;
  /** All of `readShapes`, one after the other; the trainer changes them between requests. */
  readonly parameters: ArrayBuffer | SharedArrayBuffer;
}

/** Batches to compute one after the other. */
export interface GradientRequest {
  readonly batches: readonly Batch[];
  /** What a token's loss is multiplied with: one divided by the learnt tokens of the whole step. */
  readonly factor: number;
  /** Where the sums of the batches' gradients go, in the order of `learntShapes`; null where only the loss is wanted. */
  readonly into: ArrayBuffer | SharedArrayBuffer | null;
}

export interface Gradients {
  /** The losses of all batches, added up. One request at a time. */
  compute(request: GradientRequest): Promise<number>;
  close(): Promise<void>;
}

/** Losses and gradients by sessions of one thread. */
export async function openGradients(runtime: Runtime, setup: GradientSetup): Promise<Gradients> {
  const { shape, lora } = setup;
  const parameters = readableParameters(runtime, setup);
  const training = await runtime.open(trainingGraph(shape, lora), 1);
  const outputs = gradientOutputs(runtime, learntShapes(shape, lora));
  let evaluation: Promise<Session> | null = null;

  const inputsOf = ({ batches, factor }: GradientRequest) => {
    const read = parameters.read();
    return batches.map((batch) => ({ ...read, ...batchInputs(runtime, batch, factor) }));
  };
  const learn = async (request: GradientRequest, sums: Float32Array): Promise<number> => {
    sums.fill(0);
    let loss = 0;
    for (const inputs of inputsOf(request)) {
      await training.runInto(inputs, outputs.tensors);
      addTo(sums, outputs.gradients);
      loss += outputs.loss[0] ?? 0;
    }
    return loss;
  };
  const evaluate = async (request: GradientRequest): Promise<number> => {
    evaluation ??= runtime.open(evaluationGraph(shape, lora), 1);
    const session = await evaluation;
    let loss = 0;
    for (const inputs of inputsOf(request)) {
      await session.runInto(inputs, { loss: outputs.tensors.loss });
      loss += outputs.loss[0] ?? 0;
    }
    return loss;
  };

  return {
    compute: (request) =>
      request.into === null ? evaluate(request) : learn(request, new Float32Array(request.into)),
    close: async () => {
      await training.close();
      await (await evaluation)?.close();
    },
  };
}

/** Where a graph leaves the loss and the gradients of a batch; memory that is made once. */
function gradientOutputs(runtime: Runtime, shapes: Shapes) {
  const loss = new Float32Array(1);
  const gradients = new Float32Array(countOf(shapes));
  const tensors = { ...tensorsOf(runtime, shapes, gradients, gradientOf), loss: runtime.floats(loss, []) };
  return { loss, gradients, tensors };
}

type Tensors = Readonly<Record<string, Tensor>>;

/** Parameters as the runtime can read them: those that threads share have to be copied first. */
function readableParameters(
  runtime: Runtime,
  { shape, lora, parameters }: GradientSetup,
): { read(): Tensors } {
  const given = new Float32Array(parameters);
  const isShared = parameters instanceof SharedArrayBuffer;
  const readable = isShared ? new Float32Array(given.length) : given;
  const tensors = tensorsOf(runtime, readShapes(shape, lora), readable, (name) => name);
  return {
    read: () => {
      if (isShared) readable.set(given);
      return tensors;
    },
  };
}

function tensorsOf(
  runtime: Runtime,
  shapes: Shapes,
  numbers: Float32Array,
  nameOf: (parameter: string) => string,
): Tensors {
  const views = [...viewsOf(shapes, numbers)];
  return Object.fromEntries(
    views.map(([name, values]) => [nameOf(name), runtime.floats(values, shapes.get(name) ?? [])]),
  );
}

function batchInputs(runtime: Runtime, batch: Batch, factor: number): Tensors {
  return {
    tokens: runtime.integers(batch.tokens, [batch.sequences, batch.time]),
    places: runtime.integers(batch.places, [batch.places.length]),
    labels: runtime.integers(batch.labels, [batch.labels.length]),
    factor: runtime.floats(Float32Array.of(factor), []),
  };
}

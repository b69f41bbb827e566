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
  readonly wanted: "gradients" | "loss";
}

export interface GradientResponse {
  /** Of all batches, added up. */
  readonly loss: number;
  /** Of all batches, added up, in the order of `learntShapes`; good until the next request. Empty where only the loss was wanted. */
  readonly gradients: Float32Array;
}

export interface Gradients {
  /** One request at a time. */
  compute(request: GradientRequest): Promise<GradientResponse>;
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
  const learn = async (request: GradientRequest): Promise<GradientResponse> => {
    outputs.clear();
    for (const inputs of inputsOf(request)) {
      await training.runInto(inputs, outputs.tensors);
      outputs.add();
    }
    return outputs.sums();
  };
  const evaluate = async (request: GradientRequest): Promise<GradientResponse> => {
    evaluation ??= runtime.open(evaluationGraph(shape, lora), 1);
    const session = await evaluation;
    const part = new Float32Array(1);
    let loss = 0;
    for (const inputs of inputsOf(request)) {
      await session.runInto(inputs, { loss: runtime.floats(part, []) });
      loss += part[0] ?? 0;
    }
    return { loss, gradients: new Float32Array() };
  };

  return {
    compute: (request) => (request.wanted === "loss" ? evaluate(request) : learn(request)),
    close: async () => {
      await training.close();
      await (await evaluation)?.close();
    },
  };
}

/** Where a graph leaves the loss and gradients of a batch, and their sums; memory that is made once. */
function gradientOutputs(runtime: Runtime, shapes: Shapes) {
  const part = { loss: new Float32Array(1), gradients: new Float32Array(countOf(shapes)) };
  const gradients = new Float32Array(part.gradients.length);
  let loss = 0;
  return {
    tensors: {
      ...tensorsOf(runtime, shapes, part.gradients, gradientOf),
      loss: runtime.floats(part.loss, []),
    },
    clear: () => {
      gradients.fill(0);
      loss = 0;
    },
    add: () => {
      addTo(gradients, part.gradients);
      loss += part.loss[0] ?? 0;
    },
    sums: (): GradientResponse => ({ loss, gradients }),
  };
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

import { describe, expect, test } from "vitest";
import { distance } from "../../../test/support/distance.ts";
import {
  type DoubleWeights,
  referenceLogits,
  referenceLoss,
} from "../../../test/support/reference-decoder.ts";
import { lively, randomSequences, tinyShape } from "../../../test/support/small-models.ts";
import { parameterShapes, type Weights } from "../model.ts";
import { floatsOf, loadRuntime, type Tensor } from "../runtime/runtime.ts";
import { toBatch } from "../train/batches.ts";
import { adapterShapes, initialAdapters, mergeAdapters } from "../train/lora.ts";
import type { Sequence } from "../train/trainer.ts";
import { evaluationGraph, gradientOf, trainingGraph } from "./training-graph.ts";

const sequences = randomSequences(tinyShape, [6, 3, 7], "sequences");
const weights = lively(tinyShape, "weights");
const lora = { rank: 3, alpha: 5 };

describe("the training graph", () => {
  test("gives the loss of the decoder computed in plain loops", async () => {
    const outputs = await computed(trainingGraph(tinyShape, null), weights);
    expect(numbersOf(outputs["loss"])[0]).toBeCloseTo(
      referenceLoss(tinyShape, doubled(weights), sequences),
      5,
    );
  });

  test("gives every weight the gradient that finite differences give", async () => {
    const outputs = await computed(trainingGraph(tinyShape, null), weights);
    const exact = doubled(weights);
    const expected = finiteDifferences(exact, () => referenceLoss(tinyShape, exact, sequences));
    expect([...expected.keys()]).toEqual([...parameterShapes(tinyShape).keys()]);
    for (const [name, gradient] of expected)
      expect(distance(numbersOf(outputs[gradientOf(name)]), gradient), name).toBeLessThan(1e-4);
  });

  test("gives every adapter the gradient that finite differences give, and nothing else", async () => {
    const adapters = livelyAdapters(initialAdapters(tinyShape, lora.rank, 1));
    const outputs = await computed(trainingGraph(tinyShape, lora), new Map([...weights, ...adapters]));
    const exact = doubled(adapters);
    const merged = () => mergedDouble(weights, exact);
    const expected = finiteDifferences(exact, () => referenceLoss(tinyShape, merged(), sequences));
    expect(Object.keys(outputs).toSorted()).toEqual(
      ["loss", ...[...adapterShapes(tinyShape, lora.rank).keys()].map(gradientOf)].toSorted(),
    );
    for (const [name, gradient] of expected)
      expect(distance(numbersOf(outputs[gradientOf(name)]), gradient), name).toBeLessThan(1e-4);
  });

  test("an adapter merged into its weights answers the same as beside them", async () => {
    const adapters = livelyAdapters(initialAdapters(tinyShape, lora.rank, 1));
    const merged = mergeAdapters(tinyShape, { weights, adapters, factor: lora.alpha / lora.rank });
    const beside = await computed(evaluationGraph(tinyShape, lora), new Map([...weights, ...adapters]));
    const within = await computed(evaluationGraph(tinyShape, null), merged);
    expect(distance(numbersOf(beside["logits"]), numbersOf(within["logits"]))).toBeLessThan(1e-5);
  });
});

test("the evaluation graph gives the logits of the decoder computed in plain loops, padding or not", async () => {
  const all = sequences.map(({ tokens }) => ({ tokens, learn: Array.from(tokens, () => 1) }));
  const outputs = await computed(evaluationGraph(tinyShape, null), weights, all);
  const expected = all.flatMap(({ tokens }) =>
    referenceLogits(tinyShape, doubled(weights), tokens).slice(0, -1),
  );
  expect(distance(numbersOf(outputs["logits"]), expected.flat())).toBeLessThan(1e-5);
});

async function computed(
  model: Uint8Array,
  parameters: Weights,
  learnt: readonly Sequence[] = sequences,
): Promise<Readonly<Record<string, Tensor>>> {
  const runtime = await loadRuntime();
  const shapes = new Map([...parameters].map(([name, values]) => [name, shapeIn(name, values)]));
  const batch = toBatch(learnt);
  const session = await runtime.open(model, 1);
  try {
    return await session.run({
      tokens: runtime.integers(batch.tokens, [batch.sequences, batch.time]),
      places: runtime.integers(batch.places, [batch.places.length]),
      labels: runtime.integers(batch.labels, [batch.labels.length]),
      factor: runtime.floats(Float32Array.of(1 / batch.labels.length), []),
      ...Object.fromEntries(
        [...parameters].map(([name, values]) => [name, runtime.floats(values, shapes.get(name) ?? [])]),
      ),
    });
  } finally {
    await session.close();
  }
}

function shapeIn(name: string, values: Float32Array): readonly number[] {
  const known = parameterShapes(tinyShape).get(name) ?? adapterShapes(tinyShape, lora.rank).get(name);
  return known ?? [values.length];
}

/** Central differences in double precision: the error is of the order of step², far below float32's. */
function finiteDifferences(at: DoubleWeights, loss: () => number): Map<string, number[]> {
  const step = 1e-5;
  const gradients = new Map<string, number[]>();
  for (const [name, values] of at) {
    const slopes = Array.from(values, (value, index) => {
      values[index] = value + step;
      const above = loss();
      values[index] = value - step;
      const below = loss();
      values[index] = value;
      return (above - below) / (2 * step);
    });
    gradients.set(name, slopes);
  }
  return gradients;
}

function mergedDouble(base: Weights, adapters: DoubleWeights): DoubleWeights {
  const merged = doubled(base);
  for (const [name, values] of merged) {
    const down = adapters.get(`${name}.adapterDown`);
    const up = adapters.get(`${name}.adapterUp`);
    if (down === undefined || up === undefined) continue;
    const into = down.length / lora.rank;
    for (let place = 0; place < values.length; place += 1) {
      const [row, column] = [Math.floor(place / into), place % into];
      for (let inner = 0; inner < lora.rank; inner += 1)
        values[place] =
          (values[place] ?? 0) +
          (lora.alpha / lora.rank) * (up[row * lora.rank + inner] ?? 0) * (down[inner * into + column] ?? 0);
    }
  }
  return merged;
}

/** B differs from its zero start, else A would have no gradient. */
function livelyAdapters(adapters: Weights): Weights {
  return new Map(
    [...adapters].map(([name, values]) => [
      name,
      values.map((value, index) => value + 0.2 * Math.sin(index + name.length)),
    ]),
  );
}

function doubled(from: Weights): Map<string, Float64Array> {
  return new Map([...from].map(([name, values]) => [name, Float64Array.from(values)]));
}

function numbersOf(tensor: Tensor | undefined): Float32Array {
  return tensor === undefined ? new Float32Array() : floatsOf(tensor);
}

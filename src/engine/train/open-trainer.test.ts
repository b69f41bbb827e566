import { describe, expect, test } from "vitest";
import { distance } from "../../../test/support/distance.ts";
import { lively, randomSequences, tinyShape } from "../../../test/support/small-models.ts";
import { initialWeights, type ModelShape } from "../model.ts";
import { openTrainer } from "./open-trainer.ts";
import type { Sequence, Trainer, TrainerOrder } from "./trainer.ts";

const shape: ModelShape = { ...tinyShape, width: 16, feedForward: 24 };
const batch = randomSequences(shape, [9, 5, 12, 3], "trainer");
const plain: TrainerOrder = {
  shape,
  weights: new Map(),
  threads: 1,
  weightDecay: 0.01,
  maxGradientNorm: 1,
  lora: null,
};
const lora = { rank: 4, alpha: 8, seed: 1 };

describe.each([
  ["all weights", null],
  ["adapters", lora],
] as const)("training %s", (_, adapters) => {
  const order: TrainerOrder = { ...plain, weights: lively(shape, "start"), lora: adapters };

  test("learns one batch by heart", async () => {
    await withTrainer({ ...order, weights: lively(shape, "start") }, async (trainer) => {
      const { loss: before } = await trainer.lossOf(batch);
      for (let step = 0; step < 200; step += 1) await trainer.step(batch, 0.02);
      const { loss: after } = await trainer.lossOf(batch);
      expect(before).toBeGreaterThan(2);
      expect(after).toBeLessThan(0.1);
    });
  });

  test("twice from one seed gives the same weights", async () => {
    const first = await withTrainer(order, trained(5));
    const second = await withTrainer(order, trained(5));
    expect(second).toEqual(first);
  });

  test("goes on from what was saved as if it had never stopped", async () => {
    const whole = await withTrainer(order, trained(6));
    const saved = await withTrainer(order, trained(3));
    const weights = adapters === null ? saved.weights : order.weights;
    expect(await withTrainer({ ...order, weights, state: saved.state }, trained(3))).toEqual(whole);
  });

  test("leaves the weights it was given alone", async () => {
    const given = lively(shape, "start");
    await withTrainer({ ...order, weights: given }, trained(2));
    expect(given).toEqual(lively(shape, "start"));
  });

  test("the loss of a step is the loss before it", async () => {
    await withTrainer(order, async (trainer) => {
      await trainer.step(batch, 0.01);
      const alone = await trainer.lossOf(batch);
      const { loss, learntTokens } = await trainer.step(batch, 0.01);
      expect(loss).toBeCloseTo(alone.loss, 5);
      expect(learntTokens).toBe(alone.learntTokens);
    });
  });
});

test("a frozen weight stays as it is", async () => {
  const order = { ...plain, weights: lively(shape, "start"), lora };
  const { weights } = await withTrainer(order, trained(2));
  expect(weights.get("embedding")).toEqual(order.weights.get("embedding"));
  expect(weights.get("layers.0.keySmear")).toEqual(order.weights.get("layers.0.keySmear"));
  expect(weights.get("layers.0.key")).not.toEqual(order.weights.get("layers.0.key"));
});

test.each([
  ["all weights", null],
  ["adapters", lora],
] as const)("several threads learn %s as one does, but for the order of sums", async (_, adapters) => {
  const order = { ...plain, weights: lively(shape, "start"), lora: adapters };
  const alone = await withTrainer(order, trained(3));
  const together = await withTrainer({ ...order, threads: 2 }, trained(3));
  const again = await withTrainer({ ...order, threads: 2 }, trained(3));
  for (const [name, values] of together.weights)
    expect(distance(values, alone.weights.get(name) ?? []), name).toBeLessThan(1e-4);
  expect(again).toEqual(together);
});

test("sequences that don't fit one computation together are learnt as one step all the same", async () => {
  const long: ModelShape = { ...shape, context: 1024 };
  const sequences = randomSequences(long, [900, 700, 800, 30], "long");
  const counts = sequences.map(({ learn }) => Array.from(learn).slice(1).filter(Boolean).length);
  await withTrainer({ ...plain, shape: long, weights: lively(long, "long") }, async (trainer) => {
    const alone = await Promise.all(
      sequences.map(async (sequence) => (await trainer.lossOf([sequence])).loss),
    );
    const { loss, learntTokens } = await trainer.step(sequences, 0);
    const total = counts.reduce((sum, count) => sum + count, 0);
    expect(learntTokens).toBe(total);
    expect(loss).toBeCloseTo(
      alone.reduce((sum, each, index) => sum + each * (counts[index] ?? 0), 0) / total,
      4,
    );
  });
});

test("a long gradient is shortened, and its length told as it was", async () => {
  const order = { ...plain, weights: lively(shape, "start") };
  const free = await withTrainer({ ...order, maxGradientNorm: 1e9 }, async (trainer) =>
    trainer.step(batch, 0.01),
  );
  const held = await withTrainer({ ...order, maxGradientNorm: free.gradientNorm / 10 }, async (trainer) => {
    const result = await trainer.step(batch, 0.01);
    return { result, mean: trainer.state().mean };
  });
  const squares = [...held.mean.values()]
    .flatMap((values) => [...values])
    .reduce((sum, x) => sum + (x / 0.1) ** 2, 0);
  expect(held.result.gradientNorm).toBeCloseTo(free.gradientNorm, 4);
  expect(Math.sqrt(squares)).toBeCloseTo(free.gradientNorm / 10, 4);
});

test("decay pulls matrices towards zero, and no vector", async () => {
  const weights = lively(shape, "start");
  const learningRate = 0.1;
  const frozenStep = { tokens: [1, 2], learn: [0, 1] } satisfies Sequence;
  const with0 = await withTrainer({ ...plain, weights, weightDecay: 0 }, async (trainer) => {
    await trainer.step([frozenStep], learningRate);
    return trainer.weights();
  });
  const with1 = await withTrainer({ ...plain, weights, weightDecay: 1 }, async (trainer) => {
    await trainer.step([frozenStep], learningRate);
    return trainer.weights();
  });
  expect(with1.get("finalNorm")).toEqual(with0.get("finalNorm"));
  const [before = 0, plainly = 0, decayed = 0] = [weights, with0, with1].map(
    (all) => all.get("layers.1.up")?.[3] ?? 0,
  );
  expect(plainly - decayed).toBeCloseTo(learningRate * before, 5);
});

test.each([
  ["nothing to learn", [{ tokens: [1, 2, 3], learn: [1, 0, 0] }], "without a token to learn"],
  [
    "more than the model reads",
    [{ tokens: new Array(17).fill(1), learn: new Array(17).fill(1) }],
    "17 tokens",
  ],
])("a batch with %s is refused", async (_, sequences, sentence) => {
  await withTrainer({ ...plain, weights: lively(shape, "start") }, async (trainer) => {
    await expect(trainer.step(sequences, 0.01)).rejects.toThrow(sentence);
  });
});

test("weights of another shape are refused", async () => {
  const wrong = new Map(initialWeights(shape, "start")).set("finalNorm", new Float32Array(3));
  await expect(openTrainer({ ...plain, weights: wrong })).rejects.toThrow("finalNorm has 3 numbers");
});

function trained(steps: number) {
  return async (trainer: Trainer) => {
    for (let step = 0; step < steps; step += 1) await trainer.step(batch, 0.01);
    return { weights: trainer.weights(), state: trainer.state() };
  };
}

async function withTrainer<Result>(
  order: TrainerOrder,
  use: (trainer: Trainer) => Promise<Result>,
): Promise<Result> {
  const trainer = await openTrainer(order);
  try {
    return await use(trainer);
  } finally {
    await trainer.close();
  }
}

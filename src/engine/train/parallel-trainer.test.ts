import { expect, test } from "vitest";
import { lively, randomSequences, tinyShape } from "../../../test/support/small-models.ts";
import type { ModelShape } from "../model.ts";
import { openTrainer } from "./open-trainer.ts";
import { openParallelTrainer } from "./parallel-trainer.ts";
import type { Trainer } from "./trainer.ts";

const shape: ModelShape = { ...tinyShape, width: 16, feedForward: 24, context: 900 };
const batch = randomSequences(shape, [700, 650, 40, 9], "parallel");
const order = { shape, weights: lively(shape, "start"), threads: 2, weightDecay: 0.01, maxGradientNorm: 1 };

test("threads of their own learn what one session learns", async () => {
  const alone = await learn(await openTrainer({ ...order, lora: null }));
  const together = await learn(await openParallelTrainer(order));
  for (const [at, loss] of together.losses.entries()) expect(loss).toBeCloseTo(alone.losses[at] ?? 0, 4);
  for (const [name, values] of together.weights) {
    const expected = alone.weights.get(name) ?? [];
    for (const [at, value] of values.entries()) expect(value).toBeCloseTo(expected[at] ?? 0, 3);
  }
});

async function learn(trainer: Trainer) {
  const losses: number[] = [];
  for (let step = 0; step < 4; step += 1) losses.push((await trainer.step(batch, 0.001)).loss);
  losses.push((await trainer.lossOf(batch)).loss);
  const weights = trainer.weights();
  await trainer.close();
  return { losses, weights };
}

import { describe, expect, test } from "vitest";
import { smallShape } from "../../../test/support/small-models.ts";
import type { Tool } from "../../domain/tool.ts";
import { UsageError } from "../../lib/errors.ts";
import { type EngineModel, initialWeights } from "../model.ts";
import { createTokenizer } from "../text/tokenizer.ts";
import {
  type FineTuneOrder,
  type FineTuneProgress,
  type FineTuneSettings,
  fineTune,
  type TrainingRow,
} from "./fine-tune.ts";

const tokenizer = createTokenizer([" th", " the", " bo", " book", " ye", " yes"]);
const shape = { ...smallShape, vocabulary: tokenizer.size, context: 128 };
const base: EngineModel = { name: "base", shape, weights: initialWeights(shape, "base"), tokenizer };
const rows = ["a table", "a room", "a taxi", "a seat", "the hall"].map((wish) => row(wish, "yes"));
/** What training makes unlikelier. */
const others = ["a table", "a taxi"].map((wish) => row(wish, "0123456789"));
const settings: FineTuneSettings = {
  epochs: 4,
  learningRate: 0.02,
  batchSize: 2,
  warmupRatio: 0.1,
  weightDecay: 0.01,
  maxGradientNorm: 1,
  lora: null,
  seed: 1,
  patience: null,
  evaluations: 4,
};
const order: FineTuneOrder = { base, name: "tuned", training: rows, validation: [], settings, threads: 1 };

describe("a fine-tune", () => {
  test("learns the rows, and tells of every step", async () => {
    const told: FineTuneProgress[] = [];
    const result = await fineTune({ ...order, onStep: (progress) => told.push(progress) });
    expect(told.map(({ step, epoch }) => [step, epoch])).toEqual(
      Array.from({ length: 12 }, (_, index) => [index + 1, Math.floor(index / 3) + 1]),
    );
    expect(result.trainLoss).toBeLessThan((told[0]?.loss ?? 0) / 2);
    expect(result).toMatchObject({ steps: 12, stoppedEarly: false, truncatedRows: 0, validationLoss: null });
    expect(result.tokens).toBe(told.at(-1)?.tokens);
    expect(told.every(({ steps, validationLoss }) => steps === 12 && validationLoss === null)).toBe(true);
    expect(told.every(({ tokens }, index) => tokens > (told[index - 1]?.tokens ?? 0))).toBe(true);
  });

  test("goes on after an interruption with the steps, rates and rows that were left", async () => {
    const [whole, rest]: [FineTuneProgress[], FineTuneProgress[]] = [[], []];
    const checkpoints = new Map<number, EngineModel>();
    await fineTune({
      ...order,
      onStep: (progress) => whole.push(progress),
      onEpoch: async (epoch, model) => void checkpoints.set(epoch, model),
    });
    const half = checkpoints.get(2);
    if (half === undefined) throw new Error("no checkpoint of epoch 2");
    await fineTune({ ...order, base: half, done: { epochs: 2 }, onStep: (progress) => rest.push(progress) });
    const planned = ({ step, epoch, steps, learningRate, tokens }: FineTuneProgress) => [
      step,
      epoch,
      steps,
      learningRate,
      tokens,
    ];
    expect(rest.map(planned)).toEqual(whole.slice(6).map(planned));
    expect(rest[0]?.loss).toBeCloseTo(whole[6]?.loss ?? 0, 5);
  });

  test("gives a model of its name, and leaves the base as it was", async () => {
    const { model } = await fineTune(order);
    expect({ ...model, weights: null }).toEqual({ name: "tuned", shape, tokenizer, weights: null });
    expect(model.weights).not.toEqual(base.weights);
    expect(base.weights).toEqual(initialWeights(shape, "base"));
  });

  test("is the same again from the same seed, and another from another", async () => {
    const [first, again] = [await fineTune(order), await fineTune(order)];
    const other = await fineTune({ ...order, settings: { ...settings, seed: 2 } });
    expect(again.model.weights).toEqual(first.model.weights);
    expect(other.model.weights).not.toEqual(first.model.weights);
  });

  test("keeps the weights of the best validation loss where it may stop early, else the last", async () => {
    const losses: number[] = [];
    const evaluated = { ...settings, evaluations: 12 };
    const last = await fineTune({ ...order, validation: others, settings: evaluated });
    expect(last.model.weights).toEqual((await fineTune(order)).model.weights);
    const result = await fineTune({
      ...order,
      validation: others,
      settings: { ...evaluated, patience: 12 },
      onStep: ({ validationLoss }) => losses.push(validationLoss ?? Number.NaN),
    });
    expect(losses).toHaveLength(12);
    expect(result.validationLoss).toBe(Math.min(...losses));
    expect(result.validationLoss).toBeLessThan(losses.at(-1) ?? 0);
    expect(await lossOn(result.model, others)).toBeCloseTo(result.validationLoss ?? 0, 5);
  });

  test("stops when patience has run out, and only then", async () => {
    const epochs: number[] = [];
    const impatient = { ...settings, epochs: 20, evaluations: 60, patience: 3 };
    const stopped = await fineTune({
      ...order,
      validation: others,
      settings: impatient,
      onEpoch: async (epoch) => void epochs.push(epoch),
    });
    expect(stopped.stoppedEarly).toBe(true);
    expect(stopped.steps).toBeLessThan(60);
    expect(epochs).toHaveLength(Math.floor((stopped.steps - 1) / 3));
    const patient = await fineTune({ ...order, validation: rows, settings: { ...settings, patience: 4 } });
    expect(patient).toMatchObject({ stoppedEarly: false, steps: 12 });
  });

  test("gives the model so far at the end of each epoch, the last being the result", async () => {
    const models: EngineModel[] = [];
    const { model } = await fineTune({ ...order, onEpoch: async (_, so) => void models.push(so) });
    expect(models).toHaveLength(4);
    expect(models[0]?.weights).not.toEqual(models[3]?.weights);
    expect(models[3]).toEqual(model);
  });

  test("goes on after an interruption with the rows, the rates and the count that were left", async () => {
    const whole: FineTuneProgress[] = [];
    const rest: FineTuneProgress[] = [];
    const checkpoints: EngineModel[] = [];
    const tuned = await fineTune({
      ...order,
      onStep: (progress) => whole.push(progress),
      onEpoch: async (_, model) => void checkpoints.push(model),
    });
    const resumed = await fineTune({
      ...order,
      base: checkpoints[1] ?? base,
      done: { epochs: 2 },
      onStep: (progress) => rest.push(progress),
    });
    const plan = ({ step, steps, epoch, learningRate, tokens }: FineTuneProgress) => [
      [step, steps, epoch, learningRate, tokens],
    ];
    expect(rest.flatMap(plan)).toEqual(whole.slice(6).flatMap(plan));
    expect(resumed).toMatchObject({ steps: tuned.steps, tokens: tuned.tokens });
    expect(rest[0]?.loss).toBeCloseTo(whole[6]?.loss ?? 0, 5);
  });

  test("ends with the signal's reason at the next step", async () => {
    const abort = new AbortController();
    const reason = new Error("the caller hung up");
    let steps = 0;
    const tuning = fineTune({
      ...order,
      signal: abort.signal,
      onStep: () => {
        steps += 1;
        if (steps === 2) abort.abort(reason);
      },
    });
    await expect(tuning).rejects.toBe(reason);
    expect(steps).toBe(2);
  });

  test("with adapters learns too, and gives weights of the base's shape", async () => {
    const adapted = { ...settings, learningRate: 0.003, epochs: 8, lora: { rank: 4, alpha: 8 } };
    const { model, validationLoss } = await fineTune({ ...order, validation: rows, settings: adapted });
    expect([...model.weights.keys()]).toEqual([...base.weights.keys()]);
    expect(model.weights.get("embedding")).toEqual(base.weights.get("embedding"));
    expect(validationLoss).toBeLessThan(await lossOn(base, rows));
  });

  test("without a reply to learn is refused", async () => {
    const silent = rows.map(({ messages, tools }) => ({
      tools,
      messages: messages.map((message) =>
        message.role === "assistant" ? { ...message, weight: 0 as const } : message,
      ),
    }));
    await expect(fineTune({ ...order, training: silent })).rejects.toThrow(UsageError);
  });
});

/** Of a model as it is: the validation loss of a step that learns nothing. */
async function lossOn(model: EngineModel, validation: readonly TrainingRow[]): Promise<number> {
  const still = { ...settings, epochs: 1, batchSize: 99, learningRate: 0, evaluations: 1 };
  const { validationLoss } = await fineTune({ ...order, base: model, validation, settings: still });
  return validationLoss ?? Number.NaN;
}

function row(wish: string, reply: string): TrainingRow {
  const tool: Tool = { type: "function", function: { name: "book" } };
  return {
    messages: [
      { role: "user", content: `book ${wish}` },
      { role: "assistant", content: reply },
    ],
    tools: [tool],
  };
}

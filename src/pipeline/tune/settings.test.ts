import { describe, expect, test } from "vitest";
import { together } from "../../plugins/providers/together.ts";
import type { TuningLimits } from "../../plugins/providers/tuning.ts";
import { billedTokens, priceOf } from "./price.ts";
import { type SettingsFacts, settingsFor, stepsOf } from "./settings.ts";

describe("hyper-parameters", () => {
  test("are the provider's defaults within what the model allows, and the suffix ends with the order's id", () => {
    expect(settingsFor(facts({}))).toEqual({
      epochs: 3,
      learningRate: 1e-4,
      batchSize: 8,
      lora: { rank: 16, alpha: 32 },
      packing: false,
      maxTokens: 1024,
      evaluations: 0,
      earlyStopping: false,
      warmupRatio: 0.03,
      seed: 42,
      suffix: "calltune-k3x9m2qa",
    });
    const narrow = { ...limits, epochs: 2, lora: { leastBatch: 16, mostBatch: 32, rank: 8 } };
    expect(settingsFor(facts({ limits: narrow }))).toMatchObject({
      epochs: 2,
      batchSize: 16,
      lora: { rank: 8 },
    });
  });

  test("without limits are what was asked for", () => {
    expect(settingsFor(facts({ limits: null, wish: { epochs: 99 } }))).toMatchObject({
      epochs: 99,
      packing: false,
      maxTokens: null,
    });
  });

  test("a rank of 0 trains all weights, at their own rate", () => {
    expect(settingsFor(facts({ wish: { loraRank: 0 } }))).toMatchObject({ lora: null, learningRate: 1e-5 });
  });

  test("validation rows are looked at once an epoch, as often as the service lets", () => {
    const validation = tokens(20, 300);
    expect(settingsFor(facts({ validation })).evaluations).toBe(3);
    expect(settingsFor(facts({ validation, wish: { epochs: 20 } })).evaluations).toBe(10);
  });

  test.each([
    [{ epochs: 21 }, "--epochs 21 isn't within 1 to 20"],
    [{ batchSize: 4 }, "--batch-size 4 isn't within 8 to 8, which is what LoRA takes there"],
    [{ batchSize: 33, loraRank: 0 }, "what training all weights takes"],
    [{ learningRate: 0.5 }, "--learning-rate 0.5 isn't within 1e-8 to 0.01"],
    [{ loraRank: 65 }, "--lora-rank 65 isn't within 1 to 64"],
    [{ epochs: 21, loraRank: 65 }, "; --lora-rank"],
  ])("%j is refused with the range", (wish, sentence) => {
    expect(() => settingsFor(facts({ wish }))).toThrow(sentence);
  });

  test("all weights are refused where the model can't", () => {
    expect(() => settingsFor(facts({ wish: { loraRank: 0 }, limits: { ...limits, full: null } }))).toThrow(
      "can't all be trained",
    );
  });
});

describe("packing", () => {
  test("is off for a small set, with sequences just above the longest row", () => {
    const small = settingsFor(facts({ training: tokens(300, 1900) }));
    expect(small).toMatchObject({ packing: false, maxTokens: 2048 });
    expect(stepsOf(tokens(300, 1900), small, 131_072)).toBe(3 * Math.ceil(300 / 8));
  });

  test("leaves room where rows were counted by estimate, and never goes beyond the context", () => {
    const guessed = { ...tokens(300, 1900), exact: false };
    expect(settingsFor(facts({ training: guessed })).maxTokens).toBe(2560);
    const long = { ...tokens(300, 1900), longestRow: 200_000 };
    expect(settingsFor(facts({ training: long })).maxTokens).toBe(131_072);
  });

  test("is on where there are steps enough", () => {
    expect(settingsFor(facts({ training: tokens(50_000, 1000) }))).toMatchObject({
      packing: true,
      maxTokens: null,
    });
  });
});

describe("the price", () => {
  test("counts each unpacked row as the longest sequence", () => {
    const training = tokens(300, 1900);
    const billed = billedTokens(training, null, settingsFor(facts({ training })));
    expect(billed).toEqual({ training: 3 * 300 * 2048, validation: 0 });
    const price = { lora: 0.48, full: null, readOn: "2026-11-23", source: "a list" };
    expect(priceOf(billed, price, "lora")).toBeCloseTo((3 * 300 * 2048 * 0.48) / 1e6, 9);
    expect(priceOf(billed, price, "full")).toBeNull();
    expect(priceOf(billed, undefined, "lora")).toBeNull();
  });

  test("counts packed tokens as they are, and validation at each look", () => {
    const settings = { epochs: 2, evaluations: 4, packing: true, maxTokens: null };
    expect(billedTokens(tokens(1000, 500), tokens(10, 500), settings)).toEqual({
      training: 1_000_000,
      validation: 20_000,
    });
  });
});

const limits: TuningLimits = {
  supportsTools: true,
  epochs: 20,
  evaluations: 10,
  learningRate: { least: 1e-8, most: 0.01 },
  maxTokens: 131_072,
  leastMaxTokens: 1024,
  lora: { leastBatch: 8, mostBatch: 8, rank: 64 },
  full: { leastBatch: 8, mostBatch: 32 },
  usual: null,
};

function tokens(rows: number, each: number) {
  return { rows, tokens: rows * each, longestRow: each, exact: true };
}

function facts(differing: Partial<SettingsFacts>): SettingsFacts {
  const defaults = together.tuning?.defaults;
  if (defaults === undefined) throw new Error("together tunes");
  return {
    wish: {},
    defaults,
    limits,
    training: tokens(100, 300),
    validation: null,
    orderId: "k3x9m2qa",
    ...differing,
  };
}

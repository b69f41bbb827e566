import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { initialWeights, type ModelShape } from "../../../src/engine/model.ts";
import { encodeRows } from "../../../src/engine/text/rows.ts";
import { createTokenizer } from "../../../src/engine/text/tokenizer.ts";
import { seededRandom } from "../../../src/lib/seeded-random.ts";
import { generateCall } from "../corpus/call.ts";
import pieces from "../pieces.json" with { type: "json" };
import { type Progress, readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import { corpusBatches } from "./corpus-batches.ts";
import { drillsAt, learningRateAt, lessonAt, longestAt } from "./schedule.ts";
import { thin } from "./thin.ts";

const tokenizer = createTokenizer(pieces);
const shape: ModelShape = { vocabulary: 40, width: 8, layers: 1, heads: 2, feedForward: 12, context: 32 };
const progress: Progress = {
  step: 7,
  scheduleStep: 5,
  tokens: 900,
  learntTokens: 300,
  scheduleMs: 1_000,
  budgetMs: 5_000,
  totalMs: 2_000,
  position: 44,
};

test("a checkpoint comes back as it was, and half a file is never read", async () => {
  const folder = await mkdtemp(join(tmpdir(), "calltune-pretrain-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  expect(await readCheckpoint(folder, shape)).toBeNull();
  const weights = initialWeights(shape, "a");
  const optimizer = {
    step: 7,
    mean: initialWeights(shape, "b"),
    variance: initialWeights(shape, "c"),
    adapters: null,
  };
  await writeCheckpoint(folder, shape, { progress, weights, optimizer });
  await writeFile(join(folder, "checkpoint.safetensors.unfinished"), "half");
  expect(await readCheckpoint(folder, shape)).toEqual({ progress, weights, optimizer });
  await expect(readCheckpoint(folder, { ...shape, layers: 2 })).rejects.toThrow("another shape");
});

test("the learning rate warms up, and ends near nothing", () => {
  expect(learningRateAt(0.003, 0, 0)).toBeLessThan(0.0001);
  expect(learningRateAt(0.003, 500, 0.01)).toBeCloseTo(0.003, 4);
  expect(learningRateAt(0.003, 9000, 1)).toBeCloseTo(0.00006, 6);
});

test("lessons are over after a quarter of a run", () => {
  expect([lessonAt(0), lessonAt(0.125), lessonAt(0.25), lessonAt(1)]).toEqual([0, 0.5, 1, 1]);
});

test("lessons begin with drills and short sequences, and end with whole calls", () => {
  expect([drillsAt(0), longestAt(1024, 0)]).toEqual([1, 240]);
  expect([drillsAt(1), longestAt(1024, 1)]).toEqual([0.35, 1024]);
});

test("batches go on where the position says, and keep to the length asked for", () => {
  const order = { seed: "test", from: 0, batchTokens: 800, context: 1024, batchesAtOnce: 24 };
  const wanted = { longest: 300, drills: 0.5 };
  const whole = corpusBatches(tokenizer, order);
  const batch = whole.next(wanted);
  expect(batch.length).toBeGreaterThan(1);
  for (const { tokens } of batch) expect(tokens.length).toBeLessThanOrEqual(300);
  const resumed = corpusBatches(tokenizer, { ...order, from: whole.position() });
  while (whole.position() === 0 || whole.position() <= resumed.position()) whole.next(wanted);
  resumed.next(wanted);
  expect(resumed.position()).toBe(whole.position());
});

test("thinning leaves every mark and every beginning of a key or a value", () => {
  const [sequence] = encodeRows(tokenizer, [generateCall("thin 3", "training", "drill")], 1024).sequences;
  if (!sequence) throw new Error("no sequence");
  const thinned = thin(tokenizer, sequence, seededRandom("thin"));
  const say = tokenizer.special("<say>");
  let dropped = 0;
  for (let at = 1; at < sequence.tokens.length; at += 1) {
    const before = sequence.tokens[at - 1] ?? 0;
    const isMark = tokenizer.pieceOf(sequence.tokens[at] ?? 0) === null;
    const begins = tokenizer.pieceOf(before) === null && before !== say && before < tokenizer.tag(0);
    if (sequence.learn[at] === 1 && thinned.learn[at] === 0) dropped += 1;
    if (isMark || begins) expect(thinned.learn[at]).toBe(sequence.learn[at]);
  }
  expect(dropped).toBeGreaterThan(0);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { distance } from "../../../test/support/distance.ts";
import { logShare, referenceLogits } from "../../../test/support/reference-decoder.ts";
import { lively, randomSequences, smallShape } from "../../../test/support/small-models.ts";
import { openTrainer } from "../train/open-trainer.ts";
import type { Decoder } from "./decoder.ts";
import { openDecoder } from "./open-decoder.ts";

const weights = lively(smallShape, "decoder");
const [{ tokens } = { tokens: [] }] = randomSequences(smallShape, [smallShape.context], "decoder");
const sequence = Array.from(tokens);
const doubles = new Map([...weights].map(([name, values]) => [name, Float64Array.from(values)]));
const expected = referenceLogits(smallShape, doubles, sequence);

describe("a decoder", () => {
  let decoder: Decoder;
  beforeAll(async () => {
    decoder = await openDecoder({ shape: smallShape, weights }, 1);
  });
  afterAll(() => decoder.close());

  test.each([1, 2, 3, 5, 16])(
    "that reads %i tokens at a time scores as one that reads all at once",
    async (portion) => {
      const decoding = decoder.begin();
      for (let from = 0; from < sequence.length; from += portion) {
        const logits = await decoding.feed(sequence.slice(from, from + portion));
        expect(decoding.length).toBe(Math.min(from + portion, sequence.length));
        expect(distance(logits, expected[decoding.length - 1] ?? [])).toBeLessThan(1e-5);
      }
    },
  );

  test("scores every place as the graph that trains does", async () => {
    const trainer = await openTrainer({ ...order, shape: smallShape, weights });
    const decoding = decoder.begin();
    for (let place = 1; place < sequence.length; place += 1) {
      const logits = await decoding.feed(sequence.slice(place - 1, place));
      const learn = sequence.map((_, at) => (at === place ? 1 : 0));
      const { loss } = await trainer.lossOf([{ tokens: sequence, learn }]);
      expect(-logShare(logits, sequence[place] ?? 0)).toBeCloseTo(loss, 4);
    }
    await trainer.close();
  });

  test("that forks goes on in two ways, and neither sees the other's", async () => {
    const decoding = decoder.begin();
    await decoding.feed(sequence.slice(0, 4));
    const fork = decoding.fork();
    const other = await fork.feed([(sequence[4] ?? 0) === 1 ? 2 : 1]);
    const own = await decoding.feed(sequence.slice(4, 5));
    const again = await fork.fork().feed(sequence.slice(5, 6));
    expect(distance(own, expected[4] ?? [])).toBeLessThan(1e-5);
    expect(distance(other, expected[4] ?? [])).toBeGreaterThan(0.01);
    expect(distance(again, expected[5] ?? [])).toBeGreaterThan(0.001);
    expect([decoding.length, fork.length]).toEqual([5, 5]);
    expect(distance(await decoding.feed(sequence.slice(5)), expected.at(-1) ?? [])).toBeLessThan(1e-5);
  });

  test("refuses nothing, and more than the model reads, and goes on after that", async () => {
    const decoding = decoder.begin();
    await decoding.feed(sequence.slice(0, 10));
    await expect(decoding.feed([])).rejects.toThrow(RangeError);
    await expect(decoding.feed(sequence.slice(0, 7))).rejects.toThrow("17 tokens; the model reads 16");
    expect(distance(await decoding.feed(sequence.slice(10)), expected.at(-1) ?? [])).toBeLessThan(1e-5);
  });
});

const order = { threads: 1, weightDecay: 0, maxGradientNorm: 1, lora: null };

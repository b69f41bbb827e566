import { describe, expect, test } from "vitest";
import { distance } from "../../../test/support/distance.ts";
import { lively, randomSequences, smallShape } from "../../../test/support/small-models.ts";
import { UsageError } from "../../lib/errors.ts";
import { openTrainerOn } from "../train/open-trainer.ts";
import { openDecoderOn } from "./open-decoder.ts";
import { loadRuntime, type Runtime } from "./runtime.ts";

const missing = () => Promise.reject(new Error("Cannot find package"));
const node = () => import("onnxruntime-node");
const web = () => import("onnxruntime-web");

describe("the runtime", () => {
  test("is onnxruntime-node where it is installed", async () => {
    const { name, notice } = await loadRuntime();
    expect({ name, notice }).toEqual({ name: "onnxruntime-node", notice: null });
  });

  test("is onnxruntime-web where it isn't, with the line that mends it", async () => {
    const { name, notice } = await loadRuntime({ node: missing, web });
    expect(name).toBe("onnxruntime-web");
    expect(notice).toContain("ONNXRUNTIME_NODE_INSTALL=skip npm i onnxruntime-node");
  });

  test("that is nowhere is the user's to mend", async () => {
    const loading = loadRuntime({ node: missing, web: missing });
    await expect(loading).rejects.toThrow(UsageError);
    await expect(loading).rejects.toThrow("ONNXRUNTIME_NODE_INSTALL=skip npm i onnxruntime-node");
  });

  test("trains the same in WebAssembly", async () => {
    const [native, assembled] = [await loadRuntime({ node, web }), await loadRuntime({ node: missing, web })];
    for (const lora of [null, { rank: 2, alpha: 4, seed: 1 }]) {
      const expected = await trainedOn(native, lora);
      const found = await trainedOn(assembled, lora);
      expect(found[0]).toBeCloseTo(expected[0] ?? 0, 5);
      expect(distance(found, expected)).toBeLessThan(1e-3);
      expect(found.at(-1)).toBeLessThan(found[0] ?? 0);
    }
  });

  test("continues sequences the same in WebAssembly", async () => {
    const expected = await continuedOn(await loadRuntime({ node, web }));
    const found = await continuedOn(await loadRuntime({ node: missing, web }));
    expect(distance(found, expected)).toBeLessThan(1e-5);
  });
});

const weights = lively(smallShape, "runtime");

/** Losses of ten steps on several sequences, then of an evaluation. */
async function trainedOn(
  runtime: Runtime,
  lora: { rank: number; alpha: number; seed: number } | null,
): Promise<number[]> {
  const batch = randomSequences(smallShape, [9, 5, 14, 3], "runtime");
  const trainer = await openTrainerOn(runtime, {
    shape: smallShape,
    weights,
    threads: 1,
    weightDecay: 0.01,
    maxGradientNorm: 1,
    lora,
  });
  const losses: number[] = [];
  for (let step = 0; step < 10; step += 1) losses.push((await trainer.step(batch, 0.01)).loss);
  losses.push((await trainer.lossOf(batch)).loss);
  await trainer.close();
  return losses;
}

async function continuedOn(runtime: Runtime): Promise<number[]> {
  const decoder = await openDecoderOn(runtime, { shape: smallShape, weights }, 1);
  const decoding = decoder.begin();
  const logits = [
    ...(await decoding.feed([1, 2, 3])),
    ...(await decoding.fork().feed([4])),
    ...(await decoding.feed([5])),
  ];
  await decoder.close();
  return logits;
}

import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type ModelShape, parameterShapes, type Weights } from "../../../src/engine/model.ts";
import { decodeSafetensors, encodeSafetensors } from "../../../src/engine/safetensors.ts";
import type { OptimizerState } from "../../../src/engine/train/trainer.ts";

/** How far a run has come. */
export const Progress = z.object({
  step: z.number(),
  /** Steps since the schedule began. */
  scheduleStep: z.number(),
  tokens: z.number(),
  learntTokens: z.number(),
  /** Training time since the schedule began, of how much it is for, and altogether. */
  scheduleMs: z.number(),
  budgetMs: z.number().default(0),
  totalMs: z.number(),
  /** The next call of the corpus. */
  position: z.number(),
});
export type Progress = z.infer<typeof Progress>;

export interface Checkpoint {
  readonly progress: Progress;
  readonly weights: Weights;
  readonly optimizer: OptimizerState;
}

const file = "checkpoint.safetensors";

/** Whole or not at all: a run that is killed while it writes goes on from the checkpoint before. */
export async function writeCheckpoint(
  folder: string,
  shape: ModelShape,
  checkpoint: Checkpoint,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const sizes = parameterShapes(shape);
  const groups = {
    weights: checkpoint.weights,
    mean: checkpoint.optimizer.mean,
    variance: checkpoint.optimizer.variance,
  };
  const tensors = new Map(
    Object.entries(groups).flatMap(([group, values]) =>
      [...values].map(
        ([name, numbers]) => [`${group}/${name}`, { shape: sizes.get(name) ?? [], values: numbers }] as const,
      ),
    ),
  );
  const metadata = {
    progress: JSON.stringify(checkpoint.progress),
    optimizerStep: String(checkpoint.optimizer.step),
  };
  const unfinished = join(folder, `${file}.unfinished`);
  await writeFile(unfinished, encodeSafetensors({ tensors, metadata }, "F32"));
  await rename(unfinished, join(folder, file));
}

/** Null where the run hasn't begun. */
export async function readCheckpoint(folder: string, shape: ModelShape): Promise<Checkpoint | null> {
  const path = join(folder, file);
  if (!existsSync(path)) return null;
  const { tensors, metadata } = decodeSafetensors(await readFile(path), file);
  const group = (name: string): Weights =>
    new Map(
      [...parameterShapes(shape).keys()].map((parameter) => {
        const tensor = tensors.get(`${name}/${parameter}`);
        if (!tensor) throw new RangeError(`${file} has no ${name} of ${parameter}: it is of another shape`);
        return [parameter, tensor.values];
      }),
    );
  return {
    progress: Progress.parse(JSON.parse(metadata["progress"] ?? "null")),
    weights: group("weights"),
    optimizer: {
      step: Number(metadata["optimizerStep"]),
      mean: group("mean"),
      variance: group("variance"),
      adapters: null,
    },
  };
}

import type { FineTuneSettings } from "../../src/engine/train/fine-tune.ts";
import { local } from "../../src/plugins/providers/local.ts";

/** What `tune --provider local` takes where nobody chose. */
export function usualSettings(): FineTuneSettings {
  const defaults = local.tuning?.defaults;
  if (defaults === undefined) throw new TypeError("the local provider tunes");
  return {
    epochs: defaults.epochs,
    learningRate: defaults.learningRate.full,
    batchSize: defaults.batchSize,
    warmupRatio: defaults.warmupRatio,
    weightDecay: 0,
    maxGradientNorm: 1,
    lora: null,
    seed: 42,
    patience: 2,
    evaluations: defaults.epochs,
  };
}

import { engine } from "../../src/engine/embedded.ts";
import type { FineTuneSettings } from "../../src/engine/train/fine-tune.ts";
import { local } from "../../src/plugins/providers/local.ts";

/** What `tune --provider local` takes where nobody chose. */
export function usualSettings(): FineTuneSettings {
  const defaults = local.tuning?.defaults;
  const limits = engine.baseModels[0]?.limits;
  if (defaults === undefined || limits === undefined) throw new TypeError("the local provider tunes");
  return {
    epochs: limits.epochs.usual,
    learningRate: limits.learningRate.usual,
    batchSize: limits.batchSize.usual,
    warmupRatio: defaults.warmupRatio,
    weightDecay: 0,
    maxGradientNorm: 1,
    lora: null,
    seed: 42,
    patience: null,
    evaluations: limits.epochs.usual,
  };
}

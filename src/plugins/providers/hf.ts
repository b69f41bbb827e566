import type { Provider } from "./provider.ts";

/** One's own machines, or Modal's: any model whose chat template has tools. */
export const hf: Provider = {
  about: "trainers that render the model's chat template: TRL, Axolotl, Unsloth, MLX",
  dialect: "hf",
  models: [],
  readOn: "2026-11-23",
  source: "huggingface/transformers#45419",
};

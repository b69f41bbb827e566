import { estimate } from "./estimate.ts";
import { llama3 } from "./llama3.ts";
import { o200k } from "./o200k.ts";
import { qwen3, qwen25 } from "./qwen.ts";
import type { Tokenizer } from "./tokenizer.ts";

export const tokenizers = { llama3, qwen25, qwen3, o200k, estimate } satisfies Record<string, Tokenizer>;

export type TokenizerName = keyof typeof tokenizers;

/** By what a model's id holds, in any provider's spelling; the first that fits. */
const families: readonly (readonly [RegExp, TokenizerName])[] = [
  // Fireworks writes v3p1 for 3.1.
  [/llama-?v?3(?!\d)/i, "llama3"],
  [/qwen-?2[.p]5(?!.*-vl)/i, "qwen25"],
  // Later ones (3.5, 3.6) have another vocabulary; Coder and VL another template.
  [/qwen-?3(?![.p\d]|.*-(?:coder|vl|omni))/i, "qwen3"],
  [/(?:^|[/:])(?:chat)?gpt-(?:4o|4\.1|4\.5|5|oss)/i, "o200k"],
  [/(?:^|[/:])o[134](?:-|$)/, "o200k"],
];

/** The tokenizer of a base model or a fine-tuned one named after it; the estimate where we have none. */
export function tokenizerFor(modelId: string): TokenizerName {
  return families.find(([pattern]) => pattern.test(modelId))?.[1] ?? "estimate";
}

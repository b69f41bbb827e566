import type { Provider } from "./provider.ts";

/** Which models can also be served after fine-tuning changes by the week, and is asked of the API before a job. */
export const together: Provider = {
  about: "Together AI",
  dialect: "together",
  models: [
    { id: "meta-llama/Meta-Llama-3.1-8B-Instruct-Reference", contextTokens: 131_072, tunable: true },
    { id: "meta-llama/Llama-3.3-70B-Instruct-Reference", contextTokens: 24_576, tunable: true },
    { id: "Qwen/Qwen3.5-9B", tunable: true },
    { id: "openai/gpt-oss-20b", contextTokens: 16_384, tunable: true },
    { id: "openai/gpt-oss-120b", contextTokens: 16_384, tunable: true },
    // The names the models have everywhere else are refused for fine-tuning.
    { id: "meta-llama/Llama-3.1-8B-Instruct", tunable: false },
  ],
  readOn: "2026-11-23",
  source: "docs.together.ai: fine-tuning models, function calling; together-ai SDK 0.52.0",
};

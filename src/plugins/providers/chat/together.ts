import type { ChatProvider } from "./chat-provider.ts";

/** Serverless models alone: a tuned one is served on a machine rented by the hour, so its price stays unknown. */
export const together: ChatProvider = {
  about: "Together AI",
  address: "https://api.together.ai/v1",
  addressVariable: "TOGETHER_BASE_URL",
  keyVariable: "TOGETHER_API_KEY",
  tokenLimit: "max_tokens",
  // models.dev as of those days.
  prices: {
    "meta-llama/Llama-3.3-70B-Instruct-Turbo": {
      input: 0.88,
      cachedInput: 0.88,
      output: 0.88,
      readOn: "2026-02",
    },
    "openai/gpt-oss-20b": { input: 0.05, cachedInput: 0.05, output: 0.2, readOn: "2026-06" },
    "openai/gpt-oss-120b": { input: 0.15, cachedInput: 0.15, output: 0.6, readOn: "2026-06" },
    "Qwen/Qwen3.5-9B": { input: 0.17, cachedInput: 0.17, output: 0.25, readOn: "2026-06" },
  },
  batch: {
    form: "together",
    mostRequests: 50_000,
    mostBytes: 100_000_000,
    filesAfterwards: "stay",
    discount: {
      share: 0.5,
      models: ["meta-llama/Llama-3.3-70B-Instruct-Turbo"],
      readOn: "2026-11-27",
      source: "docs.together.ai: inference pricing (50 % off for selected serverless models)",
    },
  },
};

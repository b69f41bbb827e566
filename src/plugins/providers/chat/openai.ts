import type { ChatProvider } from "./chat-provider.ts";

export const openai: ChatProvider = {
  about: "OpenAI",
  address: "https://api.openai.com/v1",
  addressVariable: "OPENAI_BASE_URL",
  keyVariable: "OPENAI_API_KEY",
  tokenLimit: "max_completion_tokens",
  prices: {},
  batch: {
    form: "openai",
    mostRequests: 50_000,
    mostBytes: 200_000_000,
    filesAfterwards: "stay",
    discount: {
      share: 0.5,
      models: null,
      readOn: "2026-11-27",
      source: "help.openai.com: Batch API FAQ (50 % off for each model)",
    },
  },
};

import type { ChatProvider } from "./chat-provider.ts";

export const openai: ChatProvider = {
  about: "OpenAI",
  address: "https://api.openai.com/v1",
  addressVariable: "OPENAI_BASE_URL",
  keyVariable: "OPENAI_API_KEY",
  tokenLimit: "max_completion_tokens",
  prices: {},
};

import type { ChatProvider } from "./chat-provider.ts";

export const fireworks: ChatProvider = {
  about: "Fireworks AI",
  address: "https://api.fireworks.ai/inference/v1",
  addressVariable: null,
  keyVariable: "FIREWORKS_API_KEY",
  tokenLimit: "max_tokens",
  prices: {},
};

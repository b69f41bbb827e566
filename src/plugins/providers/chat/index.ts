import type { ChatProvider } from "./chat-provider.ts";
import { fireworks } from "./fireworks.ts";
import { groq } from "./groq.ts";
import { local } from "./local.ts";
import { openai } from "./openai.ts";
import { together } from "./together.ts";

/** Who can be asked by name; any other OpenAI-compatible server by its address. */
export const chatProviders: Readonly<Record<string, ChatProvider>> = {
  groq,
  together,
  fireworks,
  openai,
  local,
};

/** A server that is known by its address alone. */
export function chatProviderAt(name: string, address: string): ChatProvider {
  return {
    about: address,
    address,
    addressVariable: null,
    keyVariable: `${name.toUpperCase().replace(/[^A-Z0-9]+/g, "_")}_API_KEY`,
    tokenLimit: "max_tokens",
    prices: {},
  };
}

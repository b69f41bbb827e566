import type { ChatProvider } from "./chat-provider.ts";

/** models.dev as of that day; Groq's own page may say otherwise now. */
const readOn = "2026-07-02";

/** No source tells prices of a prompt cache, so cached tokens are reckoned at the full one. */
export const groq: ChatProvider = {
  about: "Groq",
  address: "https://api.groq.com/openai/v1",
  // The vendor's GROQ_BASE_URL is a host without the path, which would be a trap here.
  addressVariable: null,
  keyVariable: "GROQ_API_KEY",
  tokenLimit: "max_completion_tokens",
  prices: {
    // Both Llama models have been for enterprise plans alone since 2026-08-16.
    "llama-3.1-8b-instant": { input: 0.05, cachedInput: 0.05, output: 0.08, readOn },
    "llama-3.3-70b-versatile": { input: 0.59, cachedInput: 0.59, output: 0.79, readOn },
    "openai/gpt-oss-20b": { input: 0.075, cachedInput: 0.075, output: 0.3, readOn },
    "openai/gpt-oss-120b": { input: 0.15, cachedInput: 0.15, output: 0.6, readOn },
  },
  // The smaller of the two sizes that its own sources name.
  batch: {
    form: "openai",
    mostRequests: 50_000,
    mostBytes: 100_000_000,
    filesAfterwards: "stay",
    discount: {
      share: 0.5,
      models: null,
      readOn: "2026-11-27",
      source: "console.groq.com/docs/batch (50 % off)",
    },
  },
};

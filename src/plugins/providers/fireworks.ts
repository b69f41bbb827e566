import type { Provider } from "./provider.ts";

export const fireworks: Provider = {
  about: "Fireworks AI",
  dialect: "fireworks",
  models: [
    // Past its deprecation date: jobs on it end with an internal error.
    { id: "accounts/fireworks/models/llama-v3p1-8b-instruct", tunable: false },
  ],
  readOn: "2026-11-23",
  source: "docs.fireworks.ai: fine-tuning models; fw-ai/cookbook 2026-08-19",
};

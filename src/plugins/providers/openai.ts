import type { Provider } from "./provider.ts";

/** Closed to organisations that never fine-tuned since 2026-05-07, and to all from 2027-01-06. */
export const openai: Provider = {
  about: "OpenAI (its fine-tuning ends on 2027-01-06)",
  dialect: "openai",
  models: [
    { id: "gpt-4.1-2025-04-14", tunable: true },
    { id: "gpt-4.1-mini-2025-04-14", tunable: true },
    { id: "gpt-4o-2024-08-06", tunable: true },
    { id: "gpt-4o-mini-2024-07-18", tunable: true },
    { id: "gpt-4.1-nano-2025-04-14", tunable: false },
  ],
  readOn: "2026-11-23",
  source: "developers.openai.com/api/docs/deprecations; openai SDK 6.49.0",
};

import { defineConfig } from "calltune";

export default defineConfig({
  source: { type: "jsonl", files: ["calls.jsonl"] },
  format: { type: "openai-messages" },
  tools: "tools.json",
  provider: "together",
  // Three calls are too few to hold any back.
  build: { split: { validation: 0, test: 0 } },
});

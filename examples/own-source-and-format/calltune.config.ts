import { fileURLToPath } from "node:url";
import { defineConfig } from "calltune";
import { textFormat } from "./text-format.ts";
import { textSource } from "./text-source.ts";

export default defineConfig({
  source: { use: textSource, options: { file: fileURLToPath(new URL("calls.txt", import.meta.url)) } },
  format: { use: textFormat },
  systemPrompt: "You book tables at Luigi's.",
  build: { split: { validation: 0, test: 0 } },
});

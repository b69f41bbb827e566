import { checkFile } from "../../pipeline/check/check-file.ts";
import { chooseTarget } from "../choose-target.ts";
import { type CommandContext, commonArgs, defineCliCommand } from "../command.ts";
import { threadsFrom, wholeNumber } from "../project.ts";
import { checkText } from "../summaries/check-text.ts";

const args = {
  file: { type: "positional", description: "the training file; - for standard input", required: true },
  provider: {
    type: "string",
    description: "whose rules: together, openai, fireworks, hf, sharegpt (default: together)",
    valueHint: "NAME",
  },
  model: { type: "string", description: "base model; decides tokenizer and longest row", valueHint: "ID" },
  "max-tokens": {
    type: "string",
    description: "name longer rows (default: the model's context)",
    valueHint: "N",
  },
  threads: {
    type: "string",
    description: "threads to share the work out to (default: all cores)",
    valueHint: "N",
  },
  json: commonArgs.json,
} as const;

export const checkCommand = defineCliCommand({
  name: "check",
  about: "validate a training file against one provider's rules, count its tokens",
  args,
  examples: [
    "calltune check training_data.jsonl --provider together",
    "calltune check training_data.jsonl --model meta-llama/Llama-3.3-70B-Instruct-Reference",
    "calltune check rows.jsonl --provider openai --model gpt-4.1-mini-2025-04-14 --json",
  ],
  async run({ args: flags, signal, terminal }: CommandContext<typeof args>) {
    const maxTokens = wholeNumber("max-tokens", flags["max-tokens"], 1) ?? null;
    const target = chooseTarget({ provider: flags.provider, model: flags.model, maxTokens });
    const bar = terminal.progress("check");
    try {
      const report = await checkFile({
        file: flags.file,
        exporter: target.exporter,
        tokenizer: target.tokenizer,
        contextTokens: target.maxTokens,
        threads: threadsFrom(flags.threads),
        signal,
        onProgress: ({ bytes, totalBytes }) => bar.update(bytes, totalBytes),
      });
      return {
        text: checkText(report, { provider: target.provider, tokenizer: target.tokenizer }),
        json: JSON.parse(
          JSON.stringify({ ...report, provider: target.provider, tokenizer: target.tokenizer }),
        ),
        exitCode: report.passed ? 0 : 3,
      };
    } finally {
      bar.stop();
    }
  },
});

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { parseJson } from "../../lib/json.ts";
import { checkFile } from "../../pipeline/check/check-file.ts";
import { scanPersonal } from "../../pipeline/check/scan-personal.ts";
import { chooseTarget } from "../choose-target.ts";
import { type CommandContext, type CommandResult, commonArgs, defineCliCommand } from "../command.ts";
import { threadsFrom, wholeNumber } from "../project.ts";
import { checkText } from "../summaries/check-text.ts";
import { unredactedText } from "../summaries/leak-text.ts";
import { personalText } from "../summaries/personal-text.ts";

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
  personal: {
    type: "boolean",
    description:
      "look for personal data instead (any dialect, .gz too, - for stdin); exit 3 when some is seen",
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
    "calltune check training_data.jsonl --personal",
  ],
  async run(context: CheckContext) {
    const { args: flags, signal, terminal } = context;
    if (flags.personal === true) return checkPersonal(context);
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
      const redacted = await wasRedacted(flags.file);
      const { provider, tokenizer } = target;
      return {
        text: [
          checkText(report, { provider, tokenizer }),
          ...(redacted === false ? ["", unredactedText] : []),
        ].join("\n"),
        json: JSON.parse(JSON.stringify({ ...report, provider, tokenizer, redacted })),
        exitCode: report.passed ? 0 : 3,
      };
    } finally {
      bar.stop();
    }
  },
});

type CheckContext = CommandContext<typeof args>;

async function checkPersonal({ args: flags, signal, terminal }: CheckContext): Promise<CommandResult> {
  const bar = terminal.progress("check");
  try {
    const report = await scanPersonal({
      file: flags.file,
      signal,
      onProgress: (lines) => bar.update(lines, null),
    });
    return {
      text: personalText(report),
      json: JSON.parse(JSON.stringify(report)),
      exitCode: report.passed ? 0 : 3,
    };
  } finally {
    bar.stop();
  }
}

const Beside = z.object({ redaction: z.object({ on: z.boolean() }) });

/** What the manifest beside a dataset's file says; null where there is none. */
async function wasRedacted(file: string): Promise<boolean | null> {
  const text = await readFile(join(dirname(file), "manifest.json"), "utf8").catch(() => "");
  const manifest = Beside.safeParse(parseJson(text));
  return manifest.success ? manifest.data.redaction.on : null;
}

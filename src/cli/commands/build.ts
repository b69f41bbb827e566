import { copyFile } from "node:fs/promises";
import { BuildOptions } from "../../domain/build-options.ts";
import type { Manifest } from "../../domain/manifest.ts";
import { defaultSystemPrompt } from "../../domain/system-prompt.ts";
import { UsageError } from "../../lib/errors.ts";
import { type BuildOrder, build } from "../../pipeline/build/build.ts";
import { chooseTarget } from "../choose-target.ts";
import { type CommandContext, commonArgs, defineCliCommand } from "../command.ts";
import { faults } from "../load-config.ts";
import { outputPlace } from "../output-place.ts";
import {
  defined,
  openProject,
  type Project,
  readTools,
  share,
  threadsFrom,
  wholeNumber,
} from "../project.ts";
import { buildText } from "../summaries/build-text.ts";

const args = {
  provider: {
    type: "string",
    description:
      "whose dialect training_data.jsonl is in: together, openai, fireworks, hf, sharegpt (default: together)",
    valueHint: "NAME",
  },
  model: {
    type: "string",
    description: "base model to be fine-tuned; decides tokenizer and longest example",
    valueHint: "ID",
  },
  tools: {
    type: "string",
    description: "the agent's tools, for calls that don't carry them (OpenAI tools, or by tenant id)",
    valueHint: "FILE",
  },
  rows: {
    type: "string",
    description: "decision: one example per decision (default); call: one per call, with weights",
    valueHint: "WHAT",
  },
  seed: { type: "string", description: "seeds split and sampling (default: calltune)", valueHint: "TEXT" },
  "reply-share": {
    type: "string",
    description: "plain replies make up at most this share (default: 0.5)",
    valueHint: "0…1",
  },
  "max-per-tool": {
    type: "string",
    description: "most examples of one tool (default: 2000)",
    valueHint: "N",
  },
  "max-per-template": {
    type: "string",
    description: "most examples of one phrase (default: 100)",
    valueHint: "N",
  },
  "test-since": {
    type: "string",
    description: "calls from this instant on are the test split",
    valueHint: "TIME",
  },
  "max-tokens": {
    type: "string",
    description: "reject longer examples (default: the model's context)",
    valueHint: "N",
  },
  off: {
    type: "string",
    description: "label rules to switch off, by comma: ungrounded, contradicted, …",
    valueHint: "LIST",
  },
  out: { type: "string", description: "copy training_data.jsonl to this file", valueHint: "FILE" },
  threads: {
    type: "string",
    description: "threads to share the work out to (default: all cores)",
    valueHint: "N",
  },
  ...commonArgs,
} as const;

type BuildContext = CommandContext<typeof args>;

export const buildCommand = defineCliCommand({
  name: "build",
  about: "cut calls into examples, label them by outcome, split, check",
  args,
  examples: [
    "calltune build --tools tools.json",
    "calltune build --provider together --model meta-llama/Meta-Llama-3.1-8B-Instruct-Reference",
    "calltune build --rows call --off ungrounded --test-since 2026-10-01T00:00:00Z",
  ],
  async run(context: BuildContext) {
    const project = await openProject(context.args);
    const { out: wished } = context.args;
    const out = wished === undefined ? null : await outputPlace("out", wished, project.workingFolder);
    const lock = await project.workspace.lock("build");
    const bar = context.terminal.progress("build");
    try {
      const order = await orderFrom(project, context);
      const manifest = await build({
        ...order,
        onProgress: ({ step, bytes, totalBytes }) =>
          bar.update(step === "write" ? totalBytes + bytes : bytes, 2 * totalBytes),
      });
      bar.stop();
      const { dataset } = project.workspace;
      if (out !== null && hasTraining(manifest)) await copyFile(dataset.trainingData, out);
      return {
        text: buildText(manifest, dataset),
        json: { ...JSON.parse(JSON.stringify(manifest)), folder: dataset.folder },
        exitCode: exitCodeOf(manifest),
      };
    } finally {
      bar.stop();
      await lock.release();
    }
  },
});

function exitCodeOf(manifest: Manifest): 0 | 1 | 3 {
  if (manifest.counts.examples === 0) return 3;
  return manifest.contamination.passed ? 0 : 1;
}

function hasTraining({ examplesPerSplit }: Manifest): boolean {
  return examplesPerSplit.train > 0;
}

async function orderFrom(
  project: Project,
  { args: flags, signal }: BuildContext,
): Promise<Omit<BuildOrder, "onProgress">> {
  const { config } = project.loaded;
  const options = optionsFrom(flags, config.build);
  return {
    workspace: project.workspace,
    options,
    tools: await readTools(flags.tools, project),
    systemPrompt: config.systemPrompt ?? defaultSystemPrompt,
    ...chooseTarget({
      provider: flags.provider ?? config.provider,
      model: flags.model ?? config.model,
      maxTokens: options.maxTokens,
    }),
    threads: threadsFrom(flags.threads),
    signal,
  };
}

function optionsFrom(flags: BuildContext["args"], fromConfig: BuildOptions | undefined): BuildOptions {
  const rules = {
    ...fromConfig?.rules,
    ...Object.fromEntries(namesIn(flags.off).map((name) => [name, false])),
  };
  const options = BuildOptions.safeParse({
    ...fromConfig,
    rules,
    ...defined({
      rows: flags.rows,
      seed: flags.seed,
      replyShare: share("reply-share", flags["reply-share"]),
      maxPerTool: wholeNumber("max-per-tool", flags["max-per-tool"], 1),
      maxPerTemplate: wholeNumber("max-per-template", flags["max-per-template"], 1),
      maxTokens: wholeNumber("max-tokens", flags["max-tokens"], 1),
      testSince: flags["test-since"],
    }),
  });
  if (!options.success) throw new UsageError(`build: ${faults(options.error)}`);
  return options.data;
}

function namesIn(list: string | undefined): string[] {
  return (list ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

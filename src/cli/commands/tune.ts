import { type CommandContext, commonArgs, defineCliCommand } from "../command.ts";
import { cancelCommand, listCommand, showCommand, watchCommand } from "../tune/jobs.ts";
import { tuneCommandRun } from "../tune/run.ts";

const args = {
  what: {
    type: "positional",
    description: "a training file (default: the workspace's dataset); or list, show, watch, cancel",
    required: false,
  },
  id: { type: "positional", description: "the job to show, watch or cancel", required: false },
  provider: {
    type: "string",
    description: "who tunes: together, or local for the embedded engine (default: together)",
    valueHint: "NAME",
  },
  model: {
    type: "string",
    description: "base model (default: the dataset's, else the provider's first)",
    valueHint: "ID",
  },
  epochs: { type: "string", description: "times each example is learnt", valueHint: "N" },
  "learning-rate": { type: "string", description: "such as 1e-4", valueHint: "RATE" },
  "batch-size": { type: "string", description: "examples in a step", valueHint: "N" },
  "lora-rank": {
    type: "string",
    description: "size of the adapter; full trains all weights",
    valueHint: "N",
  },
  suffix: {
    type: "string",
    description: "stands in the tuned model's name (default: calltune)",
    valueHint: "TEXT",
  },
  seed: { type: "string", description: "the provider's random seed (default: 42)", valueHint: "N" },
  validation: {
    type: "string",
    description: "file to watch the loss on, or none (default: the dataset's validation split)",
    valueHint: "FILE",
  },
  yes: { type: "boolean", description: "say yes to the price shown" },
  "max-price": { type: "string", description: "the most that --yes says yes to", valueHint: "DOLLARS" },
  detach: { type: "boolean", description: "create the job and don't wait for its end" },
  again: { type: "boolean", description: "order it anew though the same job is done" },
  "base-url": {
    type: "string",
    description: "another address of the API (default: TOGETHER_BASE_URL, else Together's)",
    valueHint: "URL",
  },
  ...commonArgs,
} as const;

export type TuneContext = CommandContext<typeof args>;

export const tuneCommand = defineCliCommand({
  name: "tune",
  about: "fine-tune a model on the dataset: price, yes, upload, job, progress",
  args,
  examples: [
    "calltune tune --provider local",
    "TOGETHER_API_KEY=… calltune tune --model meta-llama/Meta-Llama-3.1-8B-Instruct-Reference --epochs 3",
    "calltune tune training_data.jsonl --validation none --learning-rate 1e-4 --lora-rank 32 --suffix my-agent",
    "calltune tune --yes --max-price 5 --detach --json",
    "calltune tune list",
    "calltune tune show k3x9m2qa",
    "calltune tune watch k3x9m2qa",
    "calltune tune cancel k3x9m2qa",
  ],
  run(context: TuneContext) {
    const { what, id } = context.args;
    if (what === "list") return listCommand(context);
    if (what === "show") return showCommand(context, id);
    if (what === "watch") return watchCommand(context, id);
    if (what === "cancel") return cancelCommand(context, id);
    return tuneCommandRun(context);
  },
});

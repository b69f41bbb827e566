import { type CommandContext, commonArgs, defineCliCommand } from "../command.ts";
import { backCommandRun } from "../switch/back.ts";
import { switchCommandRun } from "../switch/run.ts";

const args = {
  to: {
    type: "string",
    description: "the model that the agent is to ask",
    valueHint: "PROVIDER:MODEL",
  },
  back: { type: "boolean", description: "undo the last switch" },
  env: { type: "string", description: "file that the agent reads (default: .env here)", valueHint: "FILE" },
  url: {
    type: "string",
    description: "base URL, for local or a provider that calltune doesn't know (default: what was evaluated)",
    valueHint: "URL",
  },
  force: {
    type: "string",
    description: "switch though the gate wasn't passed, for this reason, which is written down",
    valueHint: "REASON",
  },
  "dry-run": { type: "boolean", description: "check and try everything, and write nothing" },
  ...commonArgs,
} as const;

export type SwitchContext = CommandContext<typeof args>;

export const switchCommand = defineCliCommand({
  name: "switch",
  about: "let the agent ask another model: gate, one real tool call, .env",
  args,
  examples: [
    "calltune switch --to together:you/base-mine-1a2b3c4d",
    "calltune switch --to local:calltune/base --env ../agent/.env --dry-run",
    "calltune switch --to my-vllm:my-model --url https://llm.example.com/v1",
    'calltune switch --to groq:openai/gpt-oss-20b --force "the old model is shut down tonight"',
    "calltune switch --back",
  ],
  run: (context: SwitchContext) => (context.args.back ? backCommandRun(context) : switchCommandRun(context)),
});

import { type CommandContext, commonArgs, defineCliCommand } from "../command.ts";
import { evaluateCommandRun } from "../evaluate/run.ts";

const args = {
  candidate: {
    type: "string",
    description:
      "NAME=provider:model,option=… or log; once for each candidate (default: log, base, newest tuned)",
    valueHint: "SPEC",
  },
  cases: {
    type: "string",
    description:
      "JSON Lines of messages, tools and the expected reply, or BFCL's questions (default: the test split)",
    valueHint: "FILE",
  },
  answers: { type: "string", description: "BFCL's possible answers to --cases", valueHint: "FILE" },
  limit: {
    type: "string",
    description: "at most so many cases, in whole calls (one call at least)",
    valueHint: "N",
  },
  concurrency: {
    type: "string",
    description: "requests at a time (default: 8, and 1 with a local model)",
    valueHint: "N",
  },
  timeout: { type: "string", description: "longest time for a reply (default: 60)", valueHint: "SECONDS" },
  "warm-up": {
    type: "string",
    description: "requests a candidate that are thrown away first (default: 2)",
    valueHint: "N",
  },
  seed: { type: "string", description: "order of cases, --limit, redraws (default: 42)", valueHint: "N" },
  evaluation: {
    type: "string",
    description: "go on with this one; --candidate adds to it",
    valueHint: "ID",
  },
  batch: {
    type: "boolean",
    description: "ask by the provider's batch API: accuracy without latency, within a day, at a lower price",
  },
  curve: {
    type: "boolean",
    description:
      "learn from growing shares of the training split too (embedded engine): will more calls help?",
  },
  "curve-sizes": {
    type: "string",
    description: "numbers of examples to learn from (default: an eighth, a quarter, half, all)",
    valueHint: "N,N,…",
  },
  "curve-provider": {
    type: "string",
    description: "who learns (default: local, at no cost); of another the price is shown, nothing ordered",
    valueHint: "NAME",
  },
  rescore: { type: "boolean", description: "judge the replies that are there again; asks nobody" },
  "retry-failed": { type: "boolean", description: "ask again where requests failed" },
  yes: { type: "boolean", description: "say yes to the price shown" },
  "max-price": { type: "string", description: "the most that --yes says yes to", valueHint: "DOLLARS" },
  ...commonArgs,
} as const;

export type EvaluateContext = CommandContext<typeof args>;

export const evaluateCommand = defineCliCommand({
  name: "evaluate",
  about: "ask models the held-out cases, judge what they answer, time it and price it",
  args,
  examples: [
    "calltune evaluate",
    'GROQ_API_KEY=… calltune evaluate --candidate log --candidate "base=groq:openai/gpt-oss-20b"',
    'calltune evaluate --candidate "prompted=groq:openai/gpt-oss-20b,prompt=agent.md,few-shot=3" --limit 100',
    'calltune evaluate --cases cases.jsonl --candidate "mine=vllm:my-model,url=http://127.0.0.1:8000/v1"',
    'calltune evaluate --cases BFCL_v4_multiple.json --answers possible_answer/BFCL_v4_multiple.json --candidate "base=local:calltune/base"',
    'OPENAI_API_KEY=… calltune evaluate --batch --candidate log --candidate "base=openai:gpt-4.1-mini"',
    "calltune evaluate --curve",
    "calltune evaluate --rescore",
  ],
  run: (context: EvaluateContext) => evaluateCommandRun(context),
});

import type { CliCommand } from "../command.ts";

/** A command, loaded when it is used: `--help` and a typing error need no database code. */
export interface CommandEntry {
  readonly about: string;
  load(): Promise<CliCommand>;
}

/** In the order of the path a user walks. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  demo: {
    about: "the whole path on sample calls, without key, network or account",
    load: async () => (await import("./demo.ts")).demo,
  },
  samples: {
    about: "write sample calls into a Postgres database, with the truth beside",
    load: async () => (await import("./samples.ts")).samples,
  },
  pull: {
    about: "read completed calls from where they lie, redact them, write calls.jsonl",
    load: async () => (await import("./pull.ts")).pullCommand,
  },
  build: {
    about: "cut calls into examples, label them by outcome, split, check",
    load: async () => (await import("./build.ts")).buildCommand,
  },
  check: {
    about: "validate a training file against one provider's rules, count its tokens",
    load: async () => (await import("./check.ts")).checkCommand,
  },
  tune: {
    about: "fine-tune a model on the dataset: price, yes, upload, job, progress",
    load: async () => (await import("./tune.ts")).tuneCommand,
  },
  evaluate: {
    about: "ask models the held-out cases, judge what they answer, time it and price it",
    load: async () => (await import("./evaluate.ts")).evaluateCommand,
  },
  report: {
    about: "compare an evaluation's candidates, decide, and ask the gate",
    load: async () => (await import("./report.ts")).reportCommand,
  },
  switch: {
    about: "let the agent ask another model: gate, one real tool call, .env",
    load: async () => (await import("./switch.ts")).switchCommand,
  },
  serve: {
    about: "a local provider: Together's and OpenAI's API over the embedded engine",
    load: async () => (await import("./serve.ts")).serveCommand,
  },
  redact: {
    about: "replace personal data in a training file, consistently",
    load: async () => (await import("./redact.ts")).redactCommand,
  },
};

import { z } from "zod";
import { BuildOptions } from "./build-options.ts";
import { CallFilter } from "./call-filter.ts";
import { EvaluateOptions } from "./evaluate-options.ts";
import { RedactionSettings } from "./redaction-settings.ts";
import { ReportOptions } from "./report-options.ts";
import { ScoringOptions } from "./scoring-options.ts";
import { ToolsFile } from "./tool-book.ts";
import { TuneOptions } from "./tune-options.ts";

/** A built-in by name with its options beside it, or the user's own value with its options. */
const Choice = z.union([
  z.looseObject({ type: z.string() }),
  z.strictObject({
    use: z.custom<object>((value) => typeof value === "object" && value !== null),
    options: z.unknown().optional(),
  }),
]);

/** `calltune.config.ts`. Everything has a default; flags of the command line come before it. */
export const Config = z.strictObject({
  /** Where calltune keeps its files, beside the config. */
  workspace: z.string().optional(),
  /** Where calls lie: `{ type: "postgres" }`, or `{ use: mySource }`. */
  source: Choice.optional(),
  /** What shape they have: `{ type: "tables", … }`, or `{ use: myFormat }`. */
  format: Choice.optional(),
  filter: CallFilter.partial().optional(),
  /** Tools of the agent: a JSON file's path, or the tools themselves (by tenant id, or one list for all). */
  tools: z.union([z.string(), ToolsFile]).optional(),
  /** Template for calls that keep no system prompt; see `defaultSystemPrompt`. */
  systemPrompt: z.string().optional(),
  /** Whose dialect `training_data.jsonl` is written in. */
  provider: z.string().optional(),
  /** The base model to be fine-tuned: decides tokenizer and context length. */
  model: z.string().optional(),
  /** The secret that opaque ids and surrogates depend on; CALLTUNE_SALT where absent, else the workspace's own. */
  salt: z.string().optional(),
  /** How personal data is replaced; only `--no-redact` turns it off. */
  redact: RedactionSettings.optional(),
  build: BuildOptions.optional(),
  /** What replies are compared by, where schemas and names of parameters don't say it. */
  scoring: ScoringOptions.optional(),
  /** The user's own scorers by name, beside the built-in ones: values of the type `Scorer`. */
  scorers: z
    .record(
      z.string(),
      z.custom<object>((value) => typeof value === "object" && value !== null),
    )
    .optional(),
  /** Baseline, margins and gate of `calltune report`. */
  report: ReportOptions.optional(),
  /** Hyper-parameters and address of `calltune tune`. */
  tune: TuneOptions.optional(),
  /** Candidates and pace of `calltune evaluate`. */
  evaluate: EvaluateOptions.optional(),
});
export type Config = z.input<typeof Config>;

/** Gives a config file its types. */
export function defineConfig(config: Config): Config {
  return config;
}

import { z } from "zod";
import { BuildOptions } from "./build-options.ts";
import { LeakReport, RedactionMark } from "./leak-report.ts";
import { Split } from "./split.ts";

const PerSplit = z.record(Split, z.int());
const NeighbourCounts = z.record(z.enum(["0.95", "0.9", "0.8", "0.7"]), z.int());
const FileFacts = z.object({ bytes: z.int(), lines: z.int(), sha256: z.string() });

/** What went into a dataset, and its hash: `dataset/manifest.json`. The same input and seed give the same bytes. */
export const Manifest = z.object({
  version: z.literal(1),
  /** SHA-256 of the manifest's canonical JSON without this field: names the dataset from job to report. */
  hash: z.string(),
  options: BuildOptions,
  provider: z.string(),
  dialect: z.string(),
  /** The model the examples are meant for; null where none was named. */
  model: z.string().nullable(),
  systemPrompt: z.object({ template: z.string() }),
  source: z.object({
    /** SHA-256 of `calls.jsonl`. */
    callsSha256: z.string(),
    firstStartedAt: z.string().nullable(),
    lastStartedAt: z.string().nullable(),
  }),
  /** Whether and how the calls were redacted, with counts by kind; null where no pull of ours tells. */
  redaction: RedactionMark.extend({ report: LeakReport }).nullable(),
  /** How many calls took their tool schemas from where; `inferred` ones are guesses from logged arguments. */
  toolOrigins: z.record(z.enum(["call", "file", "inferred", "none"]), z.int()),
  counts: z.object({
    calls: z.int(),
    /** decisions = in examples + rejected by reason. */
    decisions: z.int(),
    examples: z.int(),
    /** Decisions the examples teach: one each, or several where a whole call is one example. */
    decisionsInExamples: z.int(),
    corrected: z.int(),
    rejected: z.record(z.string(), z.int()),
  }),
  examplesPerSplit: PerSplit,
  callersPerSplit: PerSplit,
  /** Examples by the tool of their (first) tool call; `(reply)` for plain replies. */
  toolTable: z.record(z.string(), PerSplit),
  tokens: z.object({
    tokenizer: z.string(),
    exact: z.boolean(),
    total: z.int(),
    perSplit: PerSplit,
    percentiles: z.object({ p50: z.int(), p95: z.int(), p99: z.int(), max: z.int() }),
    /** Examples with at most so many tokens, and more than the line before. */
    histogram: z.array(z.object({ upTo: z.int(), examples: z.int() })),
    longest: z.array(z.object({ id: z.string(), tokens: z.int() })),
  }),
  contamination: z.object({
    n: z.int(),
    sameContext: NeighbourCounts,
    sameLabel: NeighbourCounts,
    nearest: z.array(z.object({ test: z.string(), train: z.string(), similarity: z.number() })).readonly(),
    shareAtLimit: z.number().nullable(),
    passed: z.boolean(),
  }),
  files: z.record(z.string(), FileFacts),
});
export type Manifest = z.infer<typeof Manifest>;

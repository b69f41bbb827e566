import type { Manifest } from "../../domain/manifest.ts";
import { type Split, splits } from "../../domain/split.ts";
import type { ExampleEntry } from "./write-rows.ts";

/** Sums up examples as they are written, for the manifest. */
export interface ExampleSummary {
  add(entry: ExampleEntry): void;
  read(): Pick<Manifest, "examplesPerSplit" | "callersPerSplit" | "toolTable"> & {
    readonly tokens: Omit<Manifest["tokens"], "tokenizer" | "exact">;
    readonly corrected: number;
    readonly decisions: number;
  };
}

const plainReply = "(reply)";
const histogramStep = 256;
const longestShown = 10;

export function startSummary(): ExampleSummary {
  const entries: { readonly id: string; readonly split: Split; readonly tokens: number }[] = [];
  const callers = new Map<Split, Set<string>>(splits.map((split) => [split, new Set()]));
  const tools = new Map<string, Record<Split, number>>();
  let corrected = 0;
  let decisions = 0;
  return {
    add({ id, split, call, caller, tools: used, verdict, tokens, decisions: taught }) {
      decisions += taught;
      entries.push({ id, split, tokens });
      callers.get(split)?.add(caller ?? call);
      const row = tools.get(used[0] ?? plainReply) ?? { train: 0, validation: 0, test: 0 };
      row[split] += 1;
      tools.set(used[0] ?? plainReply, row);
      if (verdict === "corrected") corrected += 1;
    },
    read: () => ({
      corrected,
      decisions,
      examplesPerSplit: perSplit((split) => entries.filter((entry) => entry.split === split).length),
      callersPerSplit: perSplit((split) => callers.get(split)?.size ?? 0),
      toolTable: Object.fromEntries([...tools].sort(([one], [other]) => (one < other ? -1 : 1))),
      tokens: {
        total: sum(entries.map(({ tokens }) => tokens)),
        perSplit: perSplit((split) =>
          sum(entries.flatMap((entry) => (entry.split === split ? [entry.tokens] : []))),
        ),
        percentiles: percentilesOf(entries.map(({ tokens }) => tokens)),
        histogram: histogramOf(entries.map(({ tokens }) => tokens)),
        longest: [...entries]
          .sort((one, other) => other.tokens - one.tokens || (one.id < other.id ? -1 : 1))
          .slice(0, longestShown)
          .map(({ id, tokens }) => ({ id, tokens })),
      },
    }),
  };
}

function perSplit(of: (split: Split) => number): Record<Split, number> {
  return { train: of("train"), validation: of("validation"), test: of("test") };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Nearest-rank percentiles: the smallest value that at least p % of the values don't exceed. */
function percentilesOf(counts: readonly number[]): Manifest["tokens"]["percentiles"] {
  const sorted = [...counts].sort((one, other) => one - other);
  const at = (percent: number) => sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
  return { p50: at(50), p95: at(95), p99: at(99), max: at(100) };
}

function histogramOf(counts: readonly number[]): Manifest["tokens"]["histogram"] {
  const bins = new Map<number, number>();
  for (const count of counts) {
    const upTo = Math.max(1, Math.ceil(count / histogramStep)) * histogramStep;
    bins.set(upTo, (bins.get(upTo) ?? 0) + 1);
  }
  return [...bins].sort(([one], [other]) => one - other).map(([upTo, examples]) => ({ upTo, examples }));
}

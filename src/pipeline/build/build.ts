import type { BuildOptions } from "../../domain/build-options.ts";
import type { Manifest } from "../../domain/manifest.ts";
import type { ToolBook } from "../../domain/tool-book.ts";
import { UsageError } from "../../lib/errors.ts";
import { sha256 } from "../../lib/hash.ts";
import { canonicalJson, type Json } from "../../lib/json.ts";
import { type ExporterName, exporters } from "../../plugins/exporters/index.ts";
import { type TokenizerName, tokenizers } from "../../plugins/tokenizers/index.ts";
import { type DatasetWriter, openDatasetWriter } from "../../workspace/dataset-writer.ts";
import { sizeOf } from "../../workspace/files.ts";
import { readRedaction } from "../../workspace/pull-state.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type Contamination, contaminationOf } from "./contamination.ts";
import { ruleSetFrom } from "./labels/rules.ts";
import { openPools, type Pools } from "./pools.ts";
import { rejectedLog } from "./rejected-log.ts";
import { type Scan, scanAll } from "./scan-all.ts";
import { startSummary } from "./summarize.ts";
import { completeBook } from "./tool-schemas.ts";
import { writeAll } from "./write-all.ts";
import { splitDialect } from "./write-rows.ts";

export interface BuildOrder {
  readonly workspace: Workspace;
  readonly options: BuildOptions;
  /** Tools from a file, by tenant id or `*`; null where the calls carry theirs or they are to be inferred. */
  readonly tools: ToolBook["file"];
  readonly systemPrompt: string;
  readonly provider: string;
  readonly exporter: ExporterName;
  readonly model: string | null;
  readonly tokenizer: TokenizerName;
  readonly maxTokens: number | null;
  /** Threads to share the work out to; 1 works on this thread. */
  readonly threads: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: BuildProgress) => void;
}

export interface BuildProgress {
  readonly step: "infer tools" | "label" | "write";
  readonly bytes: number;
  readonly totalBytes: number;
}

/**
 * Cuts the workspace's calls into examples, labels them by what happened, chooses among them, splits them by caller
 * and writes the dataset. The old dataset stays until the new one is whole.
 * @throws UsageError when there are no calls, or an option names what isn't there; DataError for a broken line of
 *   `calls.jsonl`; InterruptedError when the signal fires
 */
export async function build(order: BuildOrder): Promise<Manifest> {
  ruleSetFrom(order.options.rules);
  const totalBytes = await sizeOf(order.workspace.calls);
  if (totalBytes === 0) {
    throw new UsageError(
      `there are no calls in ${order.workspace.folder}; run \`calltune pull\` first, or \`calltune demo\``,
    );
  }
  expectWeights(order);
  const report = (step: BuildProgress["step"]) => (bytes: number) =>
    order.onProgress({ step, bytes, totalBytes });
  const book = await completeBook(order.workspace.calls, order.tools, {
    signal: order.signal,
    onProgress: report("infer tools"),
  });
  const pools = openPools({ ...order, tools: book }, totalBytes);
  const dataset = await openDatasetWriter(order.workspace);
  try {
    const manifest = await makeDataset(order, { pools, dataset, report });
    await dataset.commit(`${JSON.stringify(manifest, null, 2)}\n`);
    return manifest;
  } catch (error) {
    await dataset.abandon();
    throw error;
  } finally {
    await pools.close();
  }
}

/** A whole call as one example needs a weight on each message. */
function expectWeights({ options, exporter }: BuildOrder): void {
  if (options.rows === "decision" || exporters[exporter].holdsWeights) return;
  throw new UsageError(
    `dialect ${exporter} can't say which messages of a call are learnt; use --rows decision`,
  );
}

interface Means {
  readonly pools: Pools;
  readonly dataset: DatasetWriter;
  readonly report: (step: BuildProgress["step"]) => (bytes: number) => void;
}

async function makeDataset(order: BuildOrder, { pools, dataset, report }: Means): Promise<Manifest> {
  const { signal, options } = order;
  const file = order.workspace.calls;
  const rejected = rejectedLog(await dataset.file("rejected"));
  const scan = await scanAll({
    file,
    options,
    pool: pools.scan,
    rejected,
    signal,
    onProgress: report("label"),
  });
  const summary = startSummary();
  const unwritten = await writeAll({
    file,
    scan,
    pool: pools.write,
    dataset,
    rejected,
    sameDialect: order.exporter === splitDialect,
    signal,
    onProgress: report("write"),
    onExample: summary.add,
  });
  const written = scan.chosen.filter(({ id }) => !unwritten.has(id));
  return sealed(order, {
    scan,
    contamination: contaminationOf(written, options.contamination),
    rejected: rejected.counts(),
    summary: summary.read(),
    files: await dataset.facts(),
    redaction: await readRedaction(order.workspace),
  });
}

interface Findings {
  readonly scan: Scan;
  readonly contamination: Contamination;
  readonly rejected: Record<string, number>;
  readonly summary: ReturnType<ReturnType<typeof startSummary>["read"]>;
  readonly files: Manifest["files"];
  readonly redaction: Manifest["redaction"];
}

function sealed(order: BuildOrder, findings: Findings): Manifest {
  const { scan, contamination, rejected, summary, files, redaction } = findings;
  const { corrected, decisions, tokens, ...perSplit } = summary;
  const unsealed = {
    version: 1 as const,
    options: order.options,
    provider: order.provider,
    dialect: order.exporter,
    model: order.model,
    systemPrompt: { template: order.systemPrompt },
    source: {
      callsSha256: scan.callsSha256,
      firstStartedAt: scan.firstStartedAt,
      lastStartedAt: scan.lastStartedAt,
    },
    redaction,
    toolOrigins: scan.toolOrigins,
    counts: {
      calls: scan.calls,
      decisions: scan.decisions,
      examples: Object.values(perSplit.examplesPerSplit).reduce((sum, count) => sum + count, 0),
      decisionsInExamples: decisions,
      corrected,
      rejected,
    },
    ...perSplit,
    tokens: { tokenizer: order.tokenizer, exact: tokenizers[order.tokenizer].exact, ...tokens },
    contamination,
    files,
  };
  return { hash: sha256(canonicalJson(JSON.parse(JSON.stringify(unsealed)) as Json)), ...unsealed };
}

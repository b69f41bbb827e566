import { rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { BuildOptions } from "../../domain/build-options.ts";
import { CallFilter } from "../../domain/call-filter.ts";
import type { Manifest } from "../../domain/manifest.ts";
import { RedactionSettings } from "../../domain/redaction-settings.ts";
import { defaultSystemPrompt } from "../../domain/system-prompt.ts";
import { build } from "../../pipeline/build/build.ts";
import { checkFile } from "../../pipeline/check/check-file.ts";
import type { CheckReport } from "../../pipeline/check/report.ts";
import { type PullSummary, pull } from "../../pipeline/pull/pull.ts";
import { sources } from "../../plugins/sources/index.ts";
import { openPgliteTarget, sampleTools, writeSamples } from "../../samples/index.ts";
import { makeFolder } from "../../workspace/files.ts";
import { openWorkspace, type Workspace } from "../../workspace/workspace.ts";
import { chooseFormat } from "../choose-format.ts";
import { redactionWith } from "../choose-redaction.ts";
import { chooseTarget } from "../choose-target.ts";
import { type CommandContext, type CommandResult, commonArgs, defineCliCommand } from "../command.ts";
import { type Answer, askModels } from "../demo/ask-tuned.ts";
import { type Proof, proveTuned } from "../demo/prove-tuned.ts";
import { tuneSamples } from "../demo/tune-samples.ts";
import { openProject, wholeNumber } from "../project.ts";
import { answerText } from "../summaries/answer-text.ts";
import { buildText } from "../summaries/build-text.ts";
import { checkVerdict } from "../summaries/check-text.ts";
import { pullText } from "../summaries/pull-text.ts";
import { formatNumber } from "../table.ts";

const args = {
  calls: { type: "string", description: "how many sample calls (default: 1500)", valueHint: "N" },
  seed: {
    type: "string",
    description: "the same seed gives the same calls and dataset (default: calltune)",
    valueHint: "TEXT",
  },
  tune: {
    type: "boolean",
    description: "fine-tune the embedded model and prove it (--no-tune ends with the dataset)",
    default: true,
  },
  json: commonArgs.json,
  workspace: commonArgs.workspace,
} as const;

type DemoContext = CommandContext<typeof args>;

export const demo = defineCliCommand({
  name: "demo",
  about: "the whole path on sample calls, without key, network or account",
  args,
  examples: ["calltune demo", "calltune demo --calls 5000 --seed mine"],
  async run(context: DemoContext) {
    const count = wholeNumber("calls", context.args.calls, 20) ?? 1500;
    const seed = context.args.seed ?? "calltune";
    const workspace = await demoWorkspace(context);
    const lock = await workspace.lock("demo");
    try {
      await makeSamples(workspace, { count, seed }, context);
      const pulled = await pullSamples(workspace, seed, context);
      const manifest = await buildSamples(workspace, seed, context);
      const checked = await checkSamples(workspace, manifest, context);
      const tuned = context.args.tune ? await tuneAndProve(workspace, context) : null;
      return {
        text: demoText({ count, pulled, manifest, checked, tuned }, workspace),
        json: JSON.parse(
          JSON.stringify({
            pull: pulled,
            manifest,
            check: checked,
            job: tuned?.job.json ?? null,
            answer: tuned?.answer ?? null,
            report: tuned?.proof?.report.json ?? null,
            folder: workspace.folder,
          }),
        ),
        exitCode: manifest.contamination.passed && checked.passed && (tuned?.job.exitCode ?? 0) === 0 ? 0 : 1,
      };
    } finally {
      await lock.release();
    }
  },
});

/** In a folder of its own, so that sample calls never mix with real ones. */
async function demoWorkspace({ args: flags }: DemoContext): Promise<Workspace> {
  const { workspace } = await openProject({ workspace: flags.workspace });
  return openWorkspace(join(workspace.folder, "demo"));
}

async function makeSamples(
  workspace: Workspace,
  order: { count: number; seed: string },
  { terminal, signal }: DemoContext,
) {
  terminal.notice(`${formatNumber(order.count)} sample calls into an embedded Postgres`);
  await rm(dirname(workspace.sampleDatabase), { recursive: true, force: true });
  await makeFolder(workspace.sampleDatabase);
  await writeFile(workspace.sampleTools, `${JSON.stringify(sampleTools(), null, 2)}\n`, { mode: 0o600 });
  const target = await openPgliteTarget(workspace.sampleDatabase);
  const bar = terminal.progress("samples");
  try {
    await writeSamples(target, { ...order, signal, onProgress: (done) => bar.update(done, order.count) });
  } finally {
    bar.stop();
    await target.close();
  }
}

async function pullSamples(
  workspace: Workspace,
  seed: string,
  { terminal, signal }: DemoContext,
): Promise<PullSummary> {
  terminal.notice("pull: calls → calls.jsonl, personal data replaced");
  const format = chooseFormat("tables", { config: {}, folder: workspace.folder, file: null }, "pglite");
  const filter = CallFilter.parse({});
  const source = await sources.pglite.open({ folder: workspace.sampleDatabase });
  // Invented callers have no secrets: the salt comes of the seed, so that the same seed gives the same dataset.
  const { settings, salt, mark } = redactionWith(`calltune demo ${seed}`, RedactionSettings.parse({}));
  const parse = format.openPool({ filter, salt, redaction: settings }, 1);
  const bar = terminal.progress("pull");
  try {
    return await pull({
      workspace,
      source,
      sourceIdentity: "samples",
      shapeIdentity: format.identity,
      redaction: mark,
      reverseMap: null,
      request: { selection: format.selection, filter, limit: null, signal, onNotice: terminal.notice },
      parse,
      fresh: true,
      onProgress: ({ records, total }) => bar.update(records, total),
    });
  } finally {
    bar.stop();
    await parse.close();
    await source.close();
  }
}

async function buildSamples(
  workspace: Workspace,
  seed: string,
  { terminal, signal }: DemoContext,
): Promise<Manifest> {
  terminal.notice("build: calls → dataset");
  const bar = terminal.progress("build");
  try {
    return await build({
      workspace,
      options: BuildOptions.parse({ seed }),
      tools: sampleTools(),
      systemPrompt: defaultSystemPrompt,
      ...chooseTarget({ provider: "together", model: undefined, maxTokens: null }),
      threads: 1,
      signal,
      onProgress: ({ step, bytes, totalBytes }) =>
        bar.update(step === "write" ? totalBytes + bytes : bytes, 2 * totalBytes),
    });
  } finally {
    bar.stop();
  }
}

async function checkSamples(
  workspace: Workspace,
  manifest: Manifest,
  { terminal, signal }: DemoContext,
): Promise<CheckReport> {
  terminal.notice(`check: training_data.jsonl by ${manifest.provider}'s rules`);
  const target = chooseTarget({
    provider: manifest.provider,
    model: manifest.model ?? undefined,
    maxTokens: null,
  });
  return checkFile({
    file: workspace.dataset.trainingData,
    exporter: target.exporter,
    tokenizer: target.tokenizer,
    contextTokens: target.maxTokens,
    signal,
    onProgress: () => {},
  });
}

interface Tuned {
  readonly job: CommandResult;
  /** Null where no held-out turn needs a tool. */
  readonly answer: Answer | null;
  /** Null where no model came of the job. */
  readonly proof: Proof | null;
}

async function tuneAndProve(workspace: Workspace, { terminal, ...world }: DemoContext): Promise<Tuned> {
  const job = await tuneSamples(workspace, { terminal, ...world });
  const { model } = TunedJob.parse(job.json);
  if (model?.name == null) return { job, answer: null, proof: null };
  terminal.notice("ask: the base model and the tuned one, about a call that neither has seen");
  const answer = await askModels(workspace, ["calltune/base", model.name]);
  return { job, answer, proof: await proveTuned(workspace, model.name, { terminal, ...world }) };
}

const TunedJob = z.object({ model: z.object({ name: z.string().nullable() }).nullable() });

interface DemoFindings {
  /** How many sample calls there are. */
  readonly count: number;
  readonly pulled: PullSummary;
  readonly manifest: Manifest;
  readonly checked: CheckReport;
  readonly tuned: Tuned | null;
}

function demoText({ count, pulled, manifest, checked, tuned }: DemoFindings, workspace: Workspace): string {
  return [
    "PULL",
    `${formatNumber(count)} sample calls = ${formatNumber(pulled.counts.read)} completed ones + ${formatNumber(count - pulled.counts.read)} of another status (--status any takes those too)`,
    pullText(pulled, workspace),
    "",
    "BUILD",
    buildText(manifest, workspace.dataset),
    "",
    "CHECK",
    checkVerdict(checked, manifest.provider),
    "",
    ...(tuned === null ? [] : ["TUNE", tuned.job.text, ""]),
    ...(tuned?.answer == null ? [] : ["ASK", answerText(tuned.answer), ""]),
    ...(tuned?.proof == null ? [] : ["REPORT", tuned.proof.report.text, ""]),
    "Next, on your own calls: DATABASE_URL=… npx calltune pull && npx calltune build --tools tools.json",
  ].join("\n");
}

import { stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { UsageError } from "../../lib/errors.ts";
import {
  openPgliteTarget,
  openPostgresTarget,
  sampleTools,
  writeSamples,
  writeTruth,
} from "../../samples/index.ts";
import { makeFolder } from "../../workspace/files.ts";
import { type CommandContext, commonArgs, defineCliCommand } from "../command.ts";
import { fromFolder } from "../load-config.ts";
import { outputPlace } from "../output-place.ts";
import { openProject, type Project, wholeNumber } from "../project.ts";
import { shown } from "../summaries/pull-text.ts";
import { formatNumber } from "../table.ts";

const args = {
  count: { type: "string", description: "how many calls (default: 1000)", valueHint: "N" },
  seed: {
    type: "string",
    description: "the same seed gives the same calls (default: calltune)",
    valueHint: "TEXT",
  },
  to: {
    type: "string",
    description: "a Postgres URL, or a folder for an embedded Postgres (default: in the workspace)",
    valueHint: "URL|DIR",
  },
  append: { type: "boolean", description: "write although the tables hold rows already" },
  truth: {
    type: "string",
    description: "write what is true of each call (labels, personal values) to this file",
    valueHint: "FILE",
  },
  tools: {
    type: "string",
    description: "write the sample agents' tools to this file (default: in the workspace)",
    valueHint: "FILE",
  },
  ...commonArgs,
} as const;

type SamplesContext = CommandContext<typeof args>;

export const samples = defineCliCommand({
  name: "samples",
  about: "write sample calls into a Postgres database, with the truth beside",
  args,
  examples: [
    "calltune samples --count 2000",
    "calltune samples --count 1000000 --to postgres://postgres@localhost/samples",
    "calltune samples --count 500 --seed mine --to ./sample-database --truth truth.jsonl",
  ],
  async run(context: SamplesContext) {
    const project = await openProject(context.args);
    const { flags, count, seed } = wishesOf(context);
    const target = targetOf(flags.to, project);
    const place = (flag: "tools" | "truth") => placeOf(flag, flags[flag], project);
    const [tools, truth] = [(await place("tools")) ?? project.workspace.sampleTools, await place("truth")];
    const written = await write({ target, count, seed }, context);
    await makeFolder(dirname(tools));
    await writeFile(tools, `${JSON.stringify(sampleTools(), null, 2)}\n`, { mode: 0o600 });
    if (truth !== null) await writeTruth(truth, { count, seed });
    const where =
      target.kind === "server"
        ? "the server's tables tenants, calls and llm_function_calls"
        : shown(target.folder);
    return {
      text: `${formatNumber(written)} sample calls in ${where}\ntheir agents' tools: ${shown(tools)}\nnext: ${nextCommand(target)}`,
      json: { written, seed, tools },
      exitCode: 0,
    };
  },
});

type Target =
  | { readonly kind: "server"; readonly url: string }
  | { readonly kind: "embedded"; readonly folder: string };

function wishesOf({ args: flags }: SamplesContext) {
  return { flags, count: wholeNumber("count", flags.count, 1) ?? 1000, seed: flags.seed ?? "calltune" };
}

function targetOf(to: string | undefined, { workspace, workingFolder }: Project): Target {
  if (to === undefined) return { kind: "embedded", folder: workspace.sampleDatabase };
  if (/^postgres(ql)?:\/\//.test(to)) return { kind: "server", url: to };
  if (/^[a-z]+:\/\//.test(to)) throw new UsageError("--to takes a postgres:// URL or a folder");
  return { kind: "embedded", folder: fromFolder(workingFolder, to) };
}

async function placeOf(
  flag: string,
  value: string | undefined,
  { workingFolder }: Project,
): Promise<string | null> {
  return value === undefined ? null : outputPlace(flag, value, workingFolder);
}

interface Order {
  readonly target: Target;
  readonly count: number;
  readonly seed: string;
}

async function write(
  { target, count, seed }: Order,
  { args: flags, signal, terminal }: SamplesContext,
): Promise<number> {
  if (target.kind === "embedded") await makeDatabaseFolder(target.folder);
  const open =
    target.kind === "server" ? openPostgresTarget(target.url) : await openPgliteTarget(target.folder);
  const bar = terminal.progress("samples");
  try {
    return await writeSamples(open, {
      count,
      seed,
      append: flags.append === true,
      onProgress: (done) => bar.update(done, count),
      signal,
    });
  } finally {
    bar.stop();
    await open.close();
  }
}

async function makeDatabaseFolder(folder: string): Promise<void> {
  const there = await stat(folder).catch(() => null);
  if (there?.isDirectory() === false)
    throw new UsageError("--to names a file; give a folder, or a postgres:// URL");
  await makeFolder(folder);
}

function nextCommand(target: Target): string {
  if (target.kind === "server") return "DATABASE_URL=… calltune pull";
  return "calltune demo shows the whole path; or name this folder as a pglite source in calltune.config.ts";
}

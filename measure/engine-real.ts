import { createReadStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { createGunzip } from "node:zlib";
import { engine } from "../src/engine/embedded.ts";
import type { EngineModel } from "../src/engine/model.ts";
import { shuffled } from "../src/engine/train/batches.ts";

import type { TrainingRow } from "../src/engine/train/fine-tune.ts";
import { hash53 } from "../src/lib/hash.ts";
import { seededRandom } from "../src/lib/seeded-random.ts";
import { allRows } from "../src/server/jobs/read-rows.ts";
import { calltune } from "../test/support/cli.ts";
import type { Figures } from "../test/support/figures.ts";
import { sharedData } from "../test/support/shared-data.ts";
import { type ModelFigures, type Question, scoreModel } from "./engine/score-model.ts";
import { usualSettings } from "./engine/usual-settings.ts";

/** What two calls must not share if one is learnt from and the other is asked. */
const sources = { "taskmaster-coffee": "scenario", "sgd-train": "caller" } as const;
type SourceName = keyof typeof sources;
/** One of so many scenarios or callers is kept for questions. */
const heldOutOf = 5;

interface Row extends ModelFigures {
  readonly source: SourceName;
  readonly model: string;
  readonly trainingRows: number;
  /** Rows of which more than descriptions had to be left out to fit the context. */
  readonly shortenedRows: number;
  readonly seconds: number | null;
}

/**
 * `npm run measure engine-real [--rows N] [--cases N] [--epochs N] [--threads N]`: real calls through pull and build; the base model
 * against one tuned on some of the rows, asked about scenarios (taskmaster-coffee) or callers (sgd-train) that it hasn't
 * learnt from. Reported whatever it is: there is no target.
 */
export async function run(args: readonly string[]): Promise<Figures> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: "string", default: "1000" },
      cases: { type: "string", default: "300" },
      epochs: { type: "string", default: "5" },
      threads: { type: "string", default: "2" },
    },
  });
  const plan: Plan = {
    rows: Number(values.rows),
    cases: Number(values.cases),
    epochs: Number(values.epochs),
    threads: Number(values.threads),
    base: await engine.loadBase("calltune/base"),
  };
  const rows: Row[] = [];
  for (const source of Object.keys(sources) as SourceName[]) {
    const file = sharedData(`${source}.jsonl.gz`);
    if (file === null) process.stderr.write(`SKIPPED: ../shared/data/${source}.jsonl.gz is not here\n`);
    else rows.push(...(await measureSource(source, file, plan)));
  }
  return { name: "engine-real", ok: rows.length > 0, n: plan.cases, target: "none: reported as it is", rows };
}

interface Plan {
  readonly rows: number;
  readonly cases: number;
  readonly epochs: number;
  readonly threads: number;
  readonly base: EngineModel;
}

async function measureSource(source: SourceName, file: string, plan: Plan): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "calltune-engine-real-"));
  try {
    const parts = await partCalls(file, sources[source], folder);
    const learnt = await datasetOf(parts.learnt, join(folder, "learnt"));
    const asked = await datasetOf(parts.asked, join(folder, "asked"));
    return await compare(source, { learnt, asked }, plan);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Calls to learn from and calls to ask about, each in a file. */
async function partCalls(file: string, by: string, folder: string) {
  const parts = { learnt: [] as string[], asked: [] as string[] };
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  for await (const line of lines) {
    const key = String(JSON.parse(line)[by]);
    parts[hash53(key) % heldOutOf === 0 ? "asked" : "learnt"].push(line);
  }
  const paths = { learnt: join(folder, "learnt.jsonl"), asked: join(folder, "asked.jsonl") };
  await writeFile(paths.learnt, `${parts.learnt.join("\n")}\n`);
  await writeFile(paths.asked, `${parts.asked.join("\n")}\n`);
  return paths;
}

/** All rows that `pull` and `build` make of the calls, in a seeded order. */
async function datasetOf(file: string, workspace: string): Promise<TrainingRow[]> {
  for (const command of [
    ["pull", file],
    ["build", "--provider", "local"],
  ]) {
    const { code, stderr } = await calltune([...command, "--json", "--workspace", workspace]);
    if (code !== 0) throw new Error(`calltune ${command[0]} ended with ${code}: ${stderr}`);
  }
  const rows: TrainingRow[] = [];
  for (const split of ["train", "validation", "test"]) {
    rows.push(...(await allRows(join(workspace, "dataset", `${split}.jsonl`))));
  }
  return shuffled(rows, seededRandom("engine-real"));
}

async function compare(
  source: SourceName,
  rows: { readonly learnt: readonly TrainingRow[]; readonly asked: readonly TrainingRow[] },
  { base, epochs, threads, ...plan }: Plan,
): Promise<Row[]> {
  const questions = rows.asked.slice(0, plan.cases).map(questionOf);
  const training = rows.learnt.slice(0, plan.rows);
  const validation = rows.learnt.slice(plan.rows, Math.round(plan.rows * 1.1));
  const begun = performance.now();
  const tuned = await engine.fineTune({
    base,
    name: "real",
    training,
    validation,
    settings: { ...usualSettings(), epochs, evaluations: epochs },
    threads,
  });
  const seconds = Math.round((performance.now() - begun) / 1000);
  const found = [
    { source, model: "base", trainingRows: 0, shortenedRows: 0, seconds: null },
    {
      source,
      model: "tuned",
      trainingRows: training.length,
      shortenedRows: tuned.truncatedRows,
      seconds,
    },
  ];
  const scored: Row[] = [];
  for (const facts of found) {
    const model = facts.model === "base" ? base : tuned.model;
    const row: Row = { ...facts, ...(await scoreModel(model, questions, threads)) };
    process.stdout.write(`${JSON.stringify(row)}\n`);
    scored.push(row);
  }
  return scored;
}

function questionOf({ messages, tools }: TrainingRow): Question {
  const expected = messages.at(-1);
  if (expected?.role !== "assistant") throw new TypeError("a row ends with the agent's reply");
  return { chat: { messages: messages.slice(0, -1), tools }, expected };
}

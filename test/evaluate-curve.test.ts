import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { EvaluationSummary } from "../src/domain/evaluation.ts";
import type { Report } from "../src/domain/report.ts";
import { type CliRun, type CliSettings, calltune } from "./support/cli.ts";
import { makeTestFolder, startTestServer } from "./support/local-server.ts";
import { weatherCalls } from "./support/weather-calls.ts";
import { weatherCases } from "./support/weather-cases.ts";

const tinyEngine = new URL("./support/tiny-engine.ts", import.meta.url);

test("a curve learns from growing shares once, and the report compares its largest model alone", async () => {
  const { run, workspace } = await startLearning("calltune/stand-in");
  const asked = ["evaluate", "--curve", "--cases", "cases.jsonl", "--json"];
  const summary = parsed<EvaluationSummary>(await run(asked));
  const names = summary.candidates.map(({ candidate }) => candidate.name);
  const sizes = summary.curve.map(({ examples }) => examples);
  const total = sizes.at(-1) ?? 0;
  expect(names).toEqual(["base", "tuned", ...[8, 4, 2].map((part) => `curve-${Math.round(total / part)}`)]);
  expect(summary.curve.map(({ candidate }) => candidate)).toEqual([...names.slice(2), "tuned"]);
  const rates = summary.curve.map(({ metrics }) => metrics["exact_call"]?.figures?.["rate"]?.value ?? -1);
  expect(rates).toEqual([...rates].sort((one, other) => one - other));
  expect(rates.at(-1)).toBeGreaterThan((rates[0] ?? 1) + 0.3);
  await expectNested(workspace, names.slice(2));

  const jobs = await ledger(run);
  const { stdout: text, stderr } = await run(asked.slice(0, -1));
  expect(stderr).toContain(`evaluation ${summary.id} goes on`);
  expect(await ledger(run)).toEqual(jobs);
  expect(jobs).toHaveLength(4);
  expect(text).toMatch(/examples learnt +exact call/);
  expect(text.replace(/\s+/g, " ")).toContain(`to ${total} examples, exact tool calls went from`);
  const report = parsed<Report>(await run(["report", "--json"]));
  expect(report.candidates.map(({ result }) => result.candidate.name)).toEqual(["base", "tuned"]);
  expect(report.curve).toEqual(summary.curve);
  expect(report.curveSays).toMatch(/^more calls will (hardly )?help: from \d+ examples to /);
  const named = parsed<Report>(await run(["report", "--json", "--baseline", names[2] ?? ""]));
  expect(named.candidates.map(({ result }) => result.candidate.name)).toEqual(names.slice(0, 3));
  const rescored = parsed<EvaluationSummary>(await run(["evaluate", "--rescore", "--json"]));
  expect([rescored.id, rescored.curve]).toEqual([summary.id, summary.curve]);
});

test("the embedded engine's own curve stands in text, report and page", async () => {
  const { run, workspace } = await startLearning("calltune/tiny", tinyEngine);
  const asked = ["evaluate", "--curve", "--curve-sizes", "40,10,20,5", "--candidate", "log", "--limit", "8"];
  const summary = parsed<EvaluationSummary>(await run([...asked, "--json"]));
  expect(summary.manifestHash).toMatch(/^[0-9a-f]{64}$/);
  expect(summary.candidates.map(({ candidate }) => candidate.name)).toEqual([
    "log",
    ...["curve-5", "curve-10", "curve-20", "curve-40"],
  ]);
  for (const { examples, metrics, candidate } of summary.curve) {
    expect(examples).toBeLessThanOrEqual(Number(candidate.slice("curve-".length)));
    expect(metrics["exact_call"]?.figures?.["rate"]?.value).toBeGreaterThanOrEqual(0);
  }
  const report = await run(["report"]);
  expect([report.code, report.stderr]).toEqual([0, ""]);
  expect(report.stdout.replace(/\s+/g, " ")).toMatch(/more calls will (hardly )?help: from \d examples to /);
  const page = await readFile(join(workspace, "reports", `${summary.id}.html`), "utf8");
  expect(page).toContain("Would more calls help?");
  expect(page).toContain("Exact call by number of examples learnt from");
  const usual = await run(["evaluate"]);
  expect([usual.code, usual.stderr]).toEqual([2, expect.stringContaining("there is nobody to ask")]);
});

test("Ctrl-C keeps what is learnt, and the same command goes on from there", async () => {
  const { run } = await startLearning("calltune/stand-in", undefined, 6);
  const asked = ["evaluate", "--curve", "--cases", "cases.jsonl", "--limit", "3", "--json"];
  const stopped = await run(asked, {
    onStart(child) {
      let said = "";
      child.stderr?.on("data", function stopAtSecond(chunk) {
        said += chunk;
        if (said.split("curve: curve-").length < 3) return;
        // A second one would end it at once.
        child.stderr?.off("data", stopAtSecond);
        child.kill("SIGINT");
      });
    },
  });
  expect([stopped.code, stopped.stderr]).toEqual([
    130,
    expect.stringMatching(/interrupted while curve-\d+ was learnt; what is learnt is kept/),
  ]);
  const before = await ledger(run);
  expect(before.length).toBeGreaterThan(0);
  const summary = parsed<EvaluationSummary>(await run(asked));
  expect(summary.curve).toHaveLength(4);
  const after = await ledger(run);
  expect(after).toHaveLength(4);
  for (const id of before) expect(after).toContain(id);
});

test("at a provider that is paid, the price of each job is shown, and nothing is ordered", async () => {
  const { run } = await startLearning("calltune/stand-in");
  const asked = ["evaluate", "--curve", "--curve-provider", "together", "--curve-sizes", "10,20"];
  const plan = parsed<{ points: { dollars: number; billedTokens: number }[]; dollars: number }>(
    await run([...asked, "--json"]),
  );
  expect(plan).toMatchObject({ ordered: false, provider: "together" });
  const [small, large] = plan.points;
  expect(large?.dollars).toBeGreaterThan(small?.dollars ?? Number.POSITIVE_INFINITY);
  expect(plan.dollars).toBeCloseTo((small?.dollars ?? 0) + (large?.dollars ?? 0));
  const { stdout } = await run(asked);
  expect(stdout).toContain(
    `calltune tune ${join("workspace", "curve", "train-10.jsonl")} --provider together`,
  );
  expect(stdout.replace(/\s+/g, " ")).toContain("calltune orders none of it here");
  expect(await ledger(run)).toEqual([]);
  const nobody = await run(["evaluate", "--curve", "--curve-provider", "groq"]);
  expect([nobody.code, nobody.stderr]).toEqual([2, expect.stringContaining('there is no provider "groq"')]);
});

test("what can't be learnt is said before anything is", async () => {
  const { run, workspace } = await startLearning("calltune/stand-in");
  const curve = ["evaluate", "--curve", "--cases", "cases.jsonl"];
  const refused: readonly (readonly [args: readonly string[], sentence: string])[] = [
    [["--curve-sizes", "10,9999"], "examples, not 9999"],
    [["--candidate", "base"], "neither log nor provider:model"],
    [["--workspace", "empty"], "there is no dataset in the workspace yet"],
  ];
  for (const [args, sentence] of refused) {
    const { code, stderr } = await run([...curve, ...args]);
    expect([args, code, stderr]).toEqual([args, 2, expect.stringContaining(sentence)]);
  }
  expect(await ledger(run)).toEqual([]);
  const { id } = parsed<EvaluationSummary>(await run(["evaluate", "--candidate", "log", "--json"]));
  const manifest = join(workspace, "dataset/manifest.json");
  await writeFile(manifest, (await readFile(manifest, "utf8")).replace(/"hash": ?"[0-9a-f]/, '"hash":"x'));
  const other = await run(["evaluate", "--curve", "--evaluation", id]);
  expect([other.code, other.stderr]).toEqual([2, expect.stringContaining("was built anew since")]);
});

/** A workspace with a dataset of weather calls, and a server with an engine that learns them. */
async function startLearning(model: string, engine?: URL, epochs = 1) {
  const folder = await makeTestFolder();
  await startTestServer({ folder, threads: 1, ...(engine === undefined ? {} : { engine }) });
  const workspace = join(folder, "workspace");
  await writeFile(join(workspace, "calls.jsonl"), weatherCalls(60));
  await writeFile(join(folder, "cases.jsonl"), weatherCases(30));
  await writeFile(join(folder, "calltune.config.json"), JSON.stringify(config(model, epochs)));
  const run = (args: readonly string[], settings: CliSettings = {}) =>
    calltune(args.includes("--workspace") ? args : [...args, "--workspace", workspace], {
      folder,
      ...settings,
    });
  const built = await run(["build", "--provider", "together"]);
  expect([built.code, built.stderr]).toEqual([0, built.stderr]);
  return { folder, workspace, run };
}

function config(model: string, epochs: number): object {
  return {
    provider: "local",
    model,
    tune: { epochs, batchSize: 8 },
    build: {
      replyShare: 1,
      maxPerTemplate: null,
      duplicates: { exact: false, near: false },
      contamination: { maxShare: 1 },
    },
  };
}

async function expectNested(workspace: string, names: readonly string[]): Promise<void> {
  const files = names.map((name) => join(workspace, "curve", `${name.replace("curve", "train")}.jsonl`));
  for (const file of files) expect((await stat(file)).mode & 0o777).toBe(0o600);
  const rows = await Promise.all([...files, join(workspace, "dataset/train.jsonl")].map(rowsOf));
  for (const [index, smaller] of rows.slice(0, -1).entries())
    for (const row of smaller) expect(rows[index + 1]).toContain(row);
}

async function rowsOf(file: string): Promise<string[]> {
  return (await readFile(file, "utf8")).trimEnd().split("\n");
}

type Run = Awaited<ReturnType<typeof startLearning>>["run"];

/** Ids of the jobs. */
async function ledger(run: Run): Promise<string[]> {
  const { jobs } = parsed<{ jobs: { id: string }[] }>(await run(["tune", "list", "--json"]));
  return jobs.map(({ id }) => id).sort();
}

function parsed<Value>(done: CliRun): Value {
  expect([done.code, done.stderr]).toEqual([0, done.stderr]);
  return JSON.parse(done.stdout) as Value;
}

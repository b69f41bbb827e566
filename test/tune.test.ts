import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type CliRun, type CliSettings, calltune } from "./support/cli.ts";
import { type FakeTogether, startFakeTogether } from "./support/fake-together.ts";
import { trainingRows } from "./support/training-rows.ts";

let folder = "";
let service: FakeTogether;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-tune-"));
  await writeFile(join(folder, "train.jsonl"), trainingRows(200));
  service = await startFakeTogether();
});

afterEach(async () => {
  await service.close();
  await rm(folder, { recursive: true });
});

test("a file becomes a job and the job a model, and a second run repeats nothing", async () => {
  const first = await tune("train.jsonl", "--yes");
  expect(first).toMatchObject({ code: 0 });
  expect(first.stderr).toContain("price: about $");
  expect(first.stderr).toContain("a deployment of its own");
  expect(first.stderr).toContain("$132 a day");
  expect(first.stderr).toContain("training_start  Training started");
  expect(first.stderr).toContain("a_type_of_tomorrow");
  expect(first.stdout).toMatch(/tuned model\s+acme_6cec\/Meta-Llama/);
  expect(first.stdout).toContain("ml_1, revision rv_1");
  const [job] = [...service.jobs.values()];
  expect(job?.order).toMatchObject({
    model: "meta-llama/Meta-Llama-3.1-8B-Instruct-Reference",
    n_epochs: 3,
    learning_rate: 1e-4,
    batch_size: 8,
    packing: false,
    max_seq_length: 1024,
    random_seed: 42,
    training_type: { type: "Lora", lora_r: 16, lora_alpha: 32 },
    training_method: { method: "sft", train_on_inputs: false },
  });
  expect(job?.order["suffix"]).toMatch(/^calltune-[a-z0-9]{8}$/);
  const second = await tune("train.jsonl", "--yes");
  expect(second.stdout).toContain("this job is done already");
  expect(second.stdout).toContain("acme_6cec/Meta-Llama");
  expect([service.jobs.size, service.files.size]).toEqual([1, 1]);
});

test("--again makes another job with the file that is there; other parameters do too", async () => {
  await tune("train.jsonl", "--yes");
  expect(await tune("train.jsonl", "--yes", "--again")).toMatchObject({ code: 0 });
  expect(await tune("train.jsonl", "--yes", "--epochs", "5")).toMatchObject({ code: 0 });
  expect([service.jobs.size, service.files.size]).toEqual([3, 1]);
  await writeFile(join(folder, "train.jsonl"), trainingRows(201));
  expect(await tune("train.jsonl", "--yes")).toMatchObject({ code: 0 });
  expect([service.jobs.size, service.files.size]).toEqual([4, 2]);
});

test("without a yes nothing is sent, and the exit code is 2", async () => {
  const { code, stderr } = await tune("train.jsonl");
  expect(code).toBe(2);
  expect(stderr).toContain("add --yes");
  expect(service.requests.filter((line) => !line.startsWith("GET"))).toEqual([]);
});

test("neither the key nor a row's words stand in the ledger or in what is printed, and the ledger is the owner's", async () => {
  service.settings.life = ["pending", "error"];
  service.settings.words = `\u001b[2J Bearer ${service.key} failed on "${"Margaret Thatcherson of 12 Elm Street ".repeat(3)}"`;
  const run = await tune("train.jsonl", "--yes");
  expect(run.code).toBe(4);
  expect(run.stderr).toContain("ended with error");
  const [ledger] = await ledgers();
  for (const text of [run.stdout, run.stderr, ledger?.text ?? ""]) {
    expect(text).not.toContain(service.key);
    expect(text).not.toContain("\u001b");
    expect(text).not.toContain("Elm Street");
    expect(text).not.toContain("Thatcherson");
    expect(text).not.toContain(folder);
  }
  expect(ledger?.mode).toBe(0o600);
});

test("list, show, watch and cancel know the job by its id, by the beginning of it and by the service's", async () => {
  service.settings.life = ["pending", ...Array.from({ length: 50 }, () => "running")];
  const { id, jobId } = JSON.parse((await tune("train.jsonl", "--yes", "--detach", "--json")).stdout);
  expect((await tune("list")).stdout).toContain(jobId);
  expect(JSON.parse((await tune("list", "--json")).stdout)).toMatchObject({ jobs: [{ id, jobId }] });
  const shown = await tune("show", id.slice(0, 4));
  expect(shown.stdout).toContain("job_pending");
  expect(shown.stdout).toContain("running");
  expect(JSON.parse((await tune("cancel", jobId, "--json")).stdout)).toMatchObject({ status: "cancelled" });
  const watched = await tune("watch", id);
  expect(watched.code).toBe(1);
  expect(watched.stdout).toContain("cancelled");
  expect((await tune("cancel", id)).code).toBe(2);
  expect((await tune("show", "nobody")).code).toBe(2);
});

test("a status that nobody knows yet is shown and waited through", async () => {
  service.settings.life = ["pending", "defragmenting", "completed"];
  const run = await tune("train.jsonl", "--yes", "--json");
  expect(run.code).toBe(0);
  expect(JSON.parse(run.stdout)).toMatchObject({ status: "completed", state: "succeeded" });
  expect((await ledgers())[0]?.text).toContain('"status":"defragmenting","state":"running"');
});

test.each([
  [["--epochs", "30"], "--epochs 30 isn't within 1 to 20"],
  [["--lora-rank", "128"], "--lora-rank 128 isn't within 1 to 64"],
  [["--batch-size", "16"], "--batch-size 16 isn't within 8 to 8"],
  [["--learning-rate", "0.5"], "--learning-rate 0.5 isn't within"],
  [["--model", "meta-llama/Llama-3.1-8B-Instruct"], "did you mean --model meta-llama/Meta-Llama-3.1"],
  [["--max-price", "0.01", "--lora-rank", "32"], "--max-price is $0.01"],
  [["--provider", "openai"], "can't order jobs at openai"],
  [["--suffix", "my agent"], "suffix"],
])("%j is refused before anything is sent", async (flags, sentence) => {
  const { code, stderr } = await tune("train.jsonl", "--yes", ...flags);
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
  expect(service.requests.filter((line) => !line.startsWith("GET"))).toEqual([]);
});

test("what the model or the account can't do is said before money is spent", async () => {
  service.settings.supportsTools = false;
  expect(await tune("train.jsonl", "--yes")).toMatchObject({ code: 2 });
  service.settings.supportsTools = true;
  service.settings.profiles = [];
  service.settings.allowed = false;
  const { code, stderr } = await tune("train.jsonl", "--yes");
  expect(code).toBe(4);
  expect(stderr).toContain("CAN'T BE SERVED");
  expect(stderr).toContain("add credit");
  expect(service.jobs.size).toBe(0);
  service.settings.allowed = true;
  expect(await tune("train.jsonl", "--yes")).toMatchObject({ code: 0 });
  expect([service.jobs.size, service.files.size]).toEqual([1, 1]);
});

test("a price of the service far above the one said yes to needs a new yes", async () => {
  service.settings.price = 40;
  const { code, stderr } = await tune("train.jsonl", "--yes");
  expect(code).toBe(2);
  expect(stderr).toContain("--max-price 40");
  expect(service.jobs.size).toBe(0);
  expect(await tune("train.jsonl", "--yes", "--max-price", "40")).toMatchObject({ code: 0 });
  expect([service.jobs.size, service.files.size]).toEqual([1, 1]);
});

test("a bad row is found here by its line, and one that only the service refuses by the service's", async () => {
  await writeFile(join(folder, "bad.jsonl"), `${trainingRows(3)}{"messages":[]}\n`);
  const bad = await tune("bad.jsonl", "--yes");
  expect(bad.code).toBe(3);
  expect(bad.stdout).toMatch(/bad\.jsonl:4: /);
  expect(service.requests).toEqual([]);
  await writeFile(join(folder, "odd.jsonl"), trainingRows(5).replace("today", "REFUSE-THIS"));
  const odd = await tune("odd.jsonl", "--yes");
  expect(odd.code).toBe(3);
  expect(odd.stderr).toMatch(/odd\.jsonl:1: together refuses the file/);
  expect(service.jobs.size).toBe(0);
});

test("a key that is missing or wrong is named", async () => {
  const missing = await tune("train.jsonl", "--yes", { env: {} });
  expect(missing.code).toBe(2);
  expect(missing.stderr).toContain("TOGETHER_API_KEY isn't set");
  const wrong = await tune("train.jsonl", "--yes", {
    env: { TOGETHER_API_KEY: "wrong", TOGETHER_BASE_URL: service.address },
  });
  expect(wrong.code).toBe(4);
  expect(wrong.stderr).toContain("401");
  expect(wrong.stderr).toContain("TOGETHER_API_KEY was refused");
});

function tune(...all: readonly (string | CliSettings)[]): Promise<CliRun> {
  const args = all.filter((arg) => typeof arg === "string");
  const settings = all.find((arg) => typeof arg !== "string") ?? {};
  return calltune(["tune", ...args, "--workspace", join(folder, "work")], {
    folder,
    env: { TOGETHER_API_KEY: service.key, TOGETHER_BASE_URL: service.address },
    ...settings,
  });
}

async function ledgers(): Promise<{ text: string; mode: number }[]> {
  const jobs = join(folder, "work", "jobs");
  const names = (await readdir(jobs)).filter((name) => name.endsWith(".json"));
  return Promise.all(
    names.map(async (name) => ({
      text: await readFile(join(jobs, name), "utf8"),
      mode: (await stat(join(jobs, name))).mode & 0o777,
    })),
  );
}

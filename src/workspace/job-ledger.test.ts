import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { JobOrder } from "../domain/job.ts";
import { type JobBook, openJobBook } from "./job-ledger.ts";
import { openWorkspace } from "./workspace.ts";

let folder = "";
let book: JobBook;
let second = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-ledger-"));
  second = 0;
  book = await openJobBook(
    await openWorkspace(folder),
    () => new Date(Date.UTC(2026, 10, 27, 10, 0, second++)),
  );
});

afterEach(() => rm(folder, { recursive: true }));

test("a job is what its facts say, in their order, and its file is the owner's alone", async () => {
  const ledger = await book.create("aaaa", order);
  await ledger.append({ fact: "confirmed", by: "flag", price: 1.5 });
  await ledger.append({ fact: "upload-started", role: "training" });
  await ledger.append({ fact: "file-reserved", role: "training", fileId: "file-1" });
  await ledger.append({ fact: "create-started" });
  await ledger.append({ fact: "created", jobId: "ft-1", status: "pending" });
  await ledger.close();
  const [record] = await book.list();
  expect(record).toEqual(ledger.record);
  expect(record).toMatchObject({
    id: "aaaa",
    confirmed: { price: 1.5 },
    files: { training: { state: "reserved", fileId: "file-1" } },
    createStarted: true,
    jobId: "ft-1",
    state: "queued",
    endedAt: null,
  });
  expect((await stat(join(folder, "jobs", "aaaa.json"))).mode & 0o777).toBe(0o600);
});

test("the half line of a crash is cut off before the next fact", async () => {
  await (await book.create("aaaa", order)).close();
  await appendFile(join(folder, "jobs", "aaaa.json"), '{"fact":"create-sta');
  expect((await book.list())[0]?.createStarted).toBe(false);
  const ledger = await book.open("aaaa");
  await ledger.append({ fact: "create-started" });
  await ledger.close();
  const lines = (await readFile(join(folder, "jobs", "aaaa.json"), "utf8")).split("\n");
  expect(lines.map((line) => (line === "" ? null : JSON.parse(line).fact))).toEqual([
    "ordered",
    "create-started",
    null,
  ]);
});

test("jobs are listed by age; one that was never ordered whole is none", async () => {
  for (const id of ["bbbb", "aaaa"]) await (await book.create(id, order)).close();
  await writeFile(join(folder, "jobs", "cccc.json"), '{"fact":"orde');
  expect((await book.list()).map(({ id }) => id)).toEqual(["bbbb", "aaaa"]);
});

test.each([["not JSON\n"], ['{"fact":"tomorrow","at":"2026-11-27T10:00:00.000Z"}\n']])(
  "a file that was edited is named: %s",
  async (text) => {
    await (await book.create("aaaa", order)).close();
    await appendFile(join(folder, "jobs", "aaaa.json"), text);
    await expect(book.list()).rejects.toThrow("jobs/aaaa.json");
  },
);

const order: JobOrder = {
  provider: "together",
  address: "https://api.together.ai/v1",
  model: "a-model",
  manifestHash: null,
  training: { name: "calltune-aaaa-training.jsonl", sha256: "00", bytes: 1, rows: 1 },
  validation: null,
  settings: {
    epochs: 3,
    learningRate: 1e-4,
    batchSize: 8,
    lora: { rank: 16, alpha: 32 },
    packing: false,
    maxTokens: 1024,
    evaluations: 0,
    earlyStopping: false,
    warmupRatio: 0.03,
    seed: 42,
    suffix: "calltune-aaaa",
  },
  price: 1.5,
  fingerprint: "f",
};

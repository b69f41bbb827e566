import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type CliRun, type CliSettings, calltune } from "./support/cli.ts";
import { type FakeTogether, startFakeTogether } from "./support/fake-together.ts";
import { type FaultyProxy, startFaultyProxy } from "./support/faulty-proxy.ts";
import { trainingRows } from "./support/training-rows.ts";

let folder = "";
let service: FakeTogether;
let line: FaultyProxy;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-tune-"));
  await writeFile(join(folder, "train.jsonl"), trainingRows(100));
  service = await startFakeTogether();
  line = await startFaultyProxy(service.address);
});

afterEach(async () => {
  await line.close();
  await service.close();
  await rm(folder, { recursive: true });
});

test("two at once: the second is refused with the reason, and nothing is made twice", async () => {
  line.breakAt([{ method: "PUT", path: /store|uploads/, what: { delayMs: 8000 } }]);
  const first = tune();
  while (!existsSync(join(folder, "work", "jobs", "lock"))) await new Promise((done) => setTimeout(done, 20));
  const second = await tune();
  expect(second.code).toBe(2);
  expect(second.stderr).toMatch(/another calltune command \(tune, process \d+\) is at work/);
  expect(await first).toMatchObject({ code: 0 });
  expectOneOfEach();
});

test("while one follows its job, the same order is refused with who follows, and another one isn't", async () => {
  service.settings.life = ["pending", ...Array.from({ length: 99 }, () => "running")];
  let child: ChildProcess | undefined;
  const following = tune({
    onStart(started) {
      child = started;
    },
  });
  while (!service.requests.some((request) => /metrics/.test(request)))
    await new Promise((done) => setTimeout(done, 20));
  const same = await tune();
  expect([same.code, same.stderr]).toEqual([
    2,
    expect.stringMatching(/another calltune command \(tune watch/),
  ]);
  const other = await tune({}, "--epochs", "5", "--detach");
  expect([other.code, service.jobs.size]).toEqual([0, 2]);
  child?.kill("SIGINT");
  expect((await following).code).toBe(130);
});

test("Ctrl-C says what is kept and how to go on, in the upload and while the job runs", async () => {
  let child: ChildProcess | null = null;
  const interrupt = () => child?.kill("SIGINT");
  const onStart = (started: ChildProcess) => (child = started);
  line.breakAt([{ method: "PUT", path: /store|uploads/, what: { before: interrupt } }]);
  const upload = await tune({ onStart });
  expect(upload.code).toBe(130);
  expect(upload.stderr).toMatch(/order [a-z0-9]{8} is kept.*go on with: calltune tune train\.jsonl --yes/);
  service.settings.life = ["pending", ...Array.from({ length: 99 }, () => "running")];
  line.breakAt([{ method: "GET", path: /metrics/, after: 1, what: { before: interrupt } }]);
  const watch = await tune({ onStart });
  expect(watch.code).toBe(130);
  expect(watch.stderr).toMatch(/job ft-\S+ goes on at together.*go on with: calltune tune watch [a-z0-9]{8}/);
  service.settings.life = ["pending", "completed"];
  expect(await tuneUndisturbed()).toMatchObject({ code: 0 });
  expectOneOfEach();
});

test.each([
  [401, "POST", /\/files$/, "TOGETHER_API_KEY was refused"],
  [402, "POST", /\/fine-tunes$/, "add credit"],
  [403, "POST", /\/fine-tunes$/, "may not do this"],
  [413, "PUT", /store|uploads/, "larger than the service takes"],
  [429, "GET", /limits/, "too many requests"],
])(
  "%i at %s %s says what to do next, and the same command goes on after it",
  async (status, method, path, advice) => {
    const body = JSON.stringify({ error: { message: "Required combined balance: 4.00 USD" } });
    const headers: Record<string, string> =
      status === 429 ? { "retry-after": "86400" } : { "x-request-id": "req-77" };
    line.breakAt([{ method, path, times: 9, what: { answer: status, body, headers } }]);
    const run = await tune();
    expect(run.code).toBe(4);
    expect(run.stderr).toContain(`together: ${method}`);
    expect(run.stderr).toContain(String(status));
    expect(run.stderr).toContain(advice);
    expect(service.jobs.size).toBe(0);
    expect(await tuneUndisturbed()).toMatchObject({ code: 0 });
    expectOneOfEach();
  },
);

test("nothing at the address, a web page there, or an answer of another API is told as such", async () => {
  const nobody = await tune({
    env: { TOGETHER_API_KEY: "any", TOGETHER_BASE_URL: "http://127.0.0.1:1999/v1" },
  });
  expect([nobody.code, nobody.stderr]).toEqual([
    4,
    expect.stringContaining("nothing answers at this address"),
  ]);
  for (const answer of ["<html><title>Welcome</title></html>", '{"hello":1}']) {
    line.breakAt([
      {
        method: "GET",
        path: /files/,
        times: 9,
        what: { answer: 200, body: answer, headers: { "content-type": "application/json" } },
      },
    ]);
    const run = await tune();
    expect([run.code, run.stderr]).toEqual([4, expect.stringContaining("is the address right?")]);
  }
});

function expectOneOfEach(): void {
  expect(service.jobs.size).toBe(1);
  expect([...service.files.values()].map(({ content }) => content?.length)).toEqual([
    trainingRows(100).length,
  ]);
}

function tuneUndisturbed(): Promise<CliRun> {
  line.breakAt([]);
  return tune();
}

function tune(settings: CliSettings = {}, ...flags: string[]): Promise<CliRun> {
  return calltune(["tune", "train.jsonl", "--yes", ...flags, "--workspace", join(folder, "work")], {
    folder,
    env: { TOGETHER_API_KEY: service.key, TOGETHER_BASE_URL: line.address },
    ...settings,
  });
}

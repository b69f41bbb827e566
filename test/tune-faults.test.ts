import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type CliRun, type CliSettings, calltune } from "./support/cli.ts";
import { type FakeTogether, startFakeTogether } from "./support/fake-together.ts";
import { type Fault, type FaultyProxy, startFaultyProxy } from "./support/faulty-proxy.ts";
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

const everywhere: readonly (readonly [method: string, path: RegExp])[] = [
  ["GET", /models\/limits/],
  ["POST", /\/files$/],
  ["PUT", /\/store\//],
  ["POST", /\/preprocess$/],
  ["GET", /\/files\/[^/]+$/],
  ["POST", /estimate-price$/],
  ["POST", /\/fine-tunes$/],
  ["GET", /\/fine-tunes\/ft-[^/]+$/],
  ["GET", /\/events$/],
  ["GET", /\/metrics$/],
];

test.each<readonly [string, Fault["what"]]>([
  ["refused for now (429, come back in a second)", { answer: 429, headers: { "retry-after": "1" } }],
  ["failed (503)", { answer: 503, body: "<html><title>503 Service Unavailable</title></html>" }],
  ["cut before it reached the service", "cut before"],
  ["done, but its answer cut off", "cut after"],
  ["answered by half", "half an answer"],
])("a run in which every kind of request is once %s still makes one file and one job", async (_, what) => {
  line.breakAt(everywhere.map(([method, path]) => ({ method, path, what })));
  const run = await tune();
  expect([run.code, run.stderr]).toEqual([0, expect.any(String)]);
  expect(line.hits()).toBeGreaterThanOrEqual(everywhere.length - 1);
  expectOneOfEach();
});

test("killed at every request, before and after the service has done it, tune goes on and makes one of each", async () => {
  const points = everywhere
    .filter(([method]) => method !== "GET")
    .flatMap(([method, path]) => [
      { method, path, moment: "before" } as const,
      { method, path, moment: "afterwards" } as const,
    ]);
  for (const { method, path, moment } of points) {
    let child: ChildProcess | null = null;
    const kill = () => child?.kill("SIGKILL");
    const what = moment === "before" ? { before: kill } : { afterwards: kill };
    line.breakAt([{ method, path, what }]);
    const run = await tune({ onStart: (started) => (child = started) });
    expect([method, String(path), moment, line.hits(), run.code]).toEqual([
      method,
      String(path),
      moment,
      1,
      null,
    ]);
  }
  expect(await tuneUndisturbed()).toMatchObject({ code: 0 });
  expectOneOfEach();
});

test.each(["after", "half"])(
  "killed again and again %s a fact is in the ledger, tune gets to the same end",
  async (moment) => {
    let kills = 0;
    for (;;) {
      // The first, second or third fact of each run: one alone would never get past a step of two.
      const run = await tune({ killAt: `${moment} ${1 + (kills % 3)}` });
      if (run.code === 0) break;
      expect([run.code, run.stderr]).toEqual([null, expect.not.stringContaining("bug")]);
      kills += 1;
      expect(kills).toBeLessThan(25);
    }
    expect(kills).toBeGreaterThan(5);
    expectOneOfEach();
  },
);

test("two at once: the second is refused with the reason, and nothing is made twice", async () => {
  line.breakAt([{ method: "PUT", path: /store/, what: { delayMs: 8000 } }]);
  const first = tune();
  while (!existsSync(join(folder, "work", "jobs", "lock"))) await new Promise((done) => setTimeout(done, 20));
  const second = await tune();
  expect(second.code).toBe(2);
  expect(second.stderr).toMatch(/another calltune command \(tune, process \d+\) is at work/);
  expect(await first).toMatchObject({ code: 0 });
  expectOneOfEach();
});

test("Ctrl-C says what is kept and how to go on, in the upload and while the job runs", async () => {
  let child: ChildProcess | null = null;
  const interrupt = () => child?.kill("SIGINT");
  const onStart = (started: ChildProcess) => (child = started);
  line.breakAt([{ method: "PUT", path: /store/, what: { before: interrupt } }]);
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
  [413, "PUT", /store/, "larger than the service takes"],
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

function tune({ killAt, ...settings }: CliSettings & { killAt?: string } = {}): Promise<CliRun> {
  const loaded = `--import ${import.meta.resolve("./support/kill-at-fact.mjs")}`;
  return calltune(["tune", "train.jsonl", "--yes", "--workspace", join(folder, "work")], {
    folder,
    env: {
      TOGETHER_API_KEY: service.key,
      TOGETHER_BASE_URL: line.address,
      ...(killAt === undefined ? {} : { KILL_AT: killAt, NODE_OPTIONS: loaded }),
    },
    ...settings,
  });
}

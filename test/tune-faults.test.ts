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
const proxies: FaultyProxy[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-tune-"));
  await writeFile(join(folder, "train.jsonl"), trainingRows(100));
  service = await startFakeTogether();
});

afterEach(async () => {
  for (const proxy of proxies.splice(0)) await proxy.close();
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
  const { address, hits } = await faulty(everywhere.map(([method, path]) => ({ method, path, what })));
  const run = await tune(address);
  expect([run.code, run.stderr]).toEqual([0, expect.any(String)]);
  expect(hits()).toBeGreaterThanOrEqual(everywhere.length - 1);
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
    const { address, hits } = await faulty([{ method, path, what }]);
    const run = await tune(address, { onStart: (started) => (child = started) });
    expect([method, String(path), moment, hits(), run.code]).toEqual([method, String(path), moment, 1, null]);
  }
  expect(await tune((await faulty([])).address)).toMatchObject({ code: 0 });
  expectOneOfEach();
});

test.each(["after 1", "before 2", "half 2"])(
  "killed again and again, each time %s facts are in the ledger, tune gets to the same end",
  async (moment) => {
    const { address } = await faulty([]);
    let kills = 0;
    for (;;) {
      const run = await tune(address, { killAt: moment });
      if (run.code === 0) break;
      expect([run.code, run.stderr.includes("bug")]).toEqual([null, false]);
      kills += 1;
      expect(kills).toBeLessThan(40);
    }
    expect(kills).toBeGreaterThan(8);
    expectOneOfEach();
  },
);

test("two at once: the second is refused with the reason, and nothing is made twice", async () => {
  const { address } = await faulty([{ method: "PUT", path: /store/, what: { delayMs: 8000 } }]);
  const first = tune(address);
  while (!existsSync(join(folder, "work", "jobs", "lock"))) await new Promise((done) => setTimeout(done, 20));
  const second = await tune(address);
  expect(second.code).toBe(2);
  expect(second.stderr).toMatch(/another calltune command \(tune, process \d+\) is at work/);
  expect(await first).toMatchObject({ code: 0 });
  expectOneOfEach();
});

test("Ctrl-C says what is kept and how to go on, in the upload and while the job runs", async () => {
  let child: ChildProcess | null = null;
  const interrupt = () => child?.kill("SIGINT");
  const onStart = (started: ChildProcess) => (child = started);
  const uploading = await faulty([{ method: "PUT", path: /store/, what: { before: interrupt } }]);
  const upload = await tune(uploading.address, { onStart });
  expect(upload.code).toBe(130);
  expect(upload.stderr).toMatch(/order [a-z0-9]{8} is kept.*go on with: calltune tune train\.jsonl --yes/);
  service.settings.life = ["pending", ...Array.from({ length: 99 }, () => "running")];
  const running = await faulty([{ method: "GET", path: /metrics/, after: 1, what: { before: interrupt } }]);
  const watch = await tune(running.address, { onStart });
  expect(watch.code).toBe(130);
  expect(watch.stderr).toMatch(/job ft-\S+ goes on at together.*go on with: calltune tune watch [a-z0-9]{8}/);
  service.settings.life = ["pending", "completed"];
  expect(await tune((await faulty([])).address)).toMatchObject({ code: 0 });
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
    const { address } = await faulty([{ method, path, times: 9, what: { answer: status, body, headers } }]);
    const run = await tune(address);
    expect(run.code).toBe(4);
    expect(run.stderr).toContain(`together: ${method}`);
    expect(run.stderr).toContain(String(status));
    expect(run.stderr).toContain(advice);
    expect(service.jobs.size).toBe(0);
    expect(await tune((await faulty([])).address)).toMatchObject({ code: 0 });
    expectOneOfEach();
  },
);

test("nothing at the address, a web page there, or an answer of another API is told as such", async () => {
  const nobody = await tune("http://127.0.0.1:9/v1");
  expect([nobody.code, nobody.stderr]).toEqual([
    4,
    expect.stringContaining("nothing answers at this address"),
  ]);
  for (const answer of ["<html><title>Welcome</title></html>", '{"hello":1}']) {
    const { address } = await faulty([
      {
        method: "GET",
        path: /files/,
        times: 9,
        what: { answer: 200, body: answer, headers: { "content-type": "application/json" } },
      },
    ]);
    const run = await tune(address);
    expect([run.code, run.stderr]).toEqual([4, expect.stringContaining("is the address right?")]);
  }
});

function expectOneOfEach(): void {
  expect(service.jobs.size).toBe(1);
  expect([...service.files.values()].map(({ content }) => content?.length)).toEqual([
    trainingRows(100).length,
  ]);
}

async function faulty(faults: readonly Fault[]): Promise<FaultyProxy> {
  const proxy = await startFaultyProxy(service.address, faults);
  proxies.push(proxy);
  return proxy;
}

/** Against proxies of changing ports: the config's address is what makes an order the same. */
function tune(
  address: string,
  { killAt, ...settings }: CliSettings & { killAt?: string } = {},
): Promise<CliRun> {
  return calltune(["tune", "train.jsonl", "--yes", "--workspace", join(folder, "work")], {
    folder,
    env: {
      TOGETHER_API_KEY: service.key,
      TOGETHER_BASE_URL: address,
      ...(killAt === undefined
        ? {}
        : { KILL_AT: killAt, NODE_OPTIONS: `--import ${import.meta.resolve("./support/kill-at-fact.mjs")}` }),
    },
    ...settings,
  });
}

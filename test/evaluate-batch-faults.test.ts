import type { ChildProcess } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { Generation } from "../src/domain/generation.ts";
import { type CliRun, type CliSettings, calltune } from "./support/cli.ts";
import { type Fault, type FaultyProxy, startFaultyProxy } from "./support/faulty-proxy.ts";
import { startTestServer, type TestServer } from "./support/local-server.ts";
import { weatherCases } from "./support/weather-cases.ts";

const forms = [
  ["openai", "/openai/v1"],
  ["together", "/v1"],
] as const;

const everywhere: readonly (readonly [method: string, path: RegExp])[] = [
  ["GET", /\/files(?:\?|$)/],
  ["POST", /\/files$/],
  ["PUT", /\/uploads\//],
  ["POST", /\/batches$/],
  ["GET", /\/batches\/[^/]+$/],
  ["GET", /\/content$/],
];

describe.each(forms)("in %s's form", (provider, path) => {
  test.each<readonly [string, Fault["what"]]>([
    ["refused for now (429, come back in a second)", { answer: 429, headers: { "retry-after": "1" } }],
    ["failed (500)", { answer: 500, body: "<html><title>500 Internal Server Error</title></html>" }],
    ["cut before it reached the service", "cut before"],
    ["done, but its answer cut off", "cut after"],
    ["answered by half", "half an answer"],
  ])("every kind of request is once %s, and still there is one batch of one file", async (_what, what) => {
    const place = await startPlace(provider, path);
    place.line.breakAt(everywhere.map(([method, each]) => ({ method, path: each, what })));
    const run = await evaluate(place);
    expect([run.code, run.stderr]).toEqual([0, expect.any(String)]);
    expect(place.line.hits()).toBeGreaterThanOrEqual(4);
    await expectOneOfEach(place);
  });

  test("killed at every request, before and after the service has done it, evaluate goes on to one of each", async () => {
    const place = await startPlace(provider, path);
    const points = everywhere
      .filter(([method]) => provider === "together" || method !== "PUT")
      .flatMap(([method, each]) => [
        { method, path: each, moment: "before" } as const,
        { method, path: each, moment: "afterwards" } as const,
      ]);
    let kills = 0;
    for (const { method, path: each, moment } of points) {
      let child: ChildProcess | undefined;
      const kill = () => void child?.kill("SIGKILL");
      place.line.breakAt([
        { method, path: each, what: moment === "before" ? { before: kill } : { afterwards: kill } },
      ]);
      const run = await evaluate(place, {
        onStart(started) {
          child = started;
        },
      });
      // A file that is there already isn't sent again, so that its request isn't made.
      expect([method, String(each), moment, run.code, run.stderr]).toEqual([
        method,
        String(each),
        moment,
        place.line.hits() === 0 ? 0 : null,
        expect.any(String),
      ]);
      kills += place.line.hits();
    }
    expect(kills).toBeGreaterThanOrEqual(8);
    place.line.breakAt([]);
    expect(await evaluate(place)).toMatchObject({ code: 0 });
    await expectOneOfEach(place);
  });

  test.each(["before", "half", "after"])(
    "killed %s any fact is in the ledger, evaluate gets to the same end",
    async (moment) => {
      // Ordered, sent, about to be made, made, at its end.
      for (let fact = 1; fact <= 5; fact += 1) {
        const place = await startPlace(provider, path);
        const run = await evaluate(place, { killAt: `${moment} ${fact}` });
        expect([fact, run.code, run.stderr]).toEqual([fact, null, expect.not.stringContaining("bug")]);
        const rest = await evaluate(place);
        expect([fact, rest.code, rest.stderr]).toEqual([fact, 0, expect.any(String)]);
        await expectOneOfEach(place);
      }
    },
  );
});

test("our own server's files go once their answers are safe, wherever it is killed and whatever breaks on the way", async () => {
  const place = await startPlace("local", "/v1");
  const path = /\/files\/[^/]+$/;
  const filesThere = async () => (await place.server.json("/v1/files")).data.length;
  // Ordered, sent, about to be made, made, taken: a later run has but the last two to tell.
  for (const killAt of ["before 5", "half 1", "after 1"])
    expect([killAt, (await evaluate(place, { killAt })).code, await filesThere()]).toEqual([killAt, null, 2]);
  for (const [moment, left] of [
    ["before", 2],
    ["afterwards", 1],
  ] as const) {
    let child: ChildProcess | undefined;
    const kill = () => void child?.kill("SIGKILL");
    place.line.breakAt([
      { method: "DELETE", path, what: moment === "before" ? { before: kill } : { afterwards: kill } },
    ]);
    const run = await evaluate(place, {
      onStart(started) {
        child = started;
      },
    });
    expect([moment, run.code, await filesThere()]).toEqual([moment, null, left]);
  }
  place.line.breakAt([
    { method: "DELETE", path, what: { answer: 500 } },
    { method: "DELETE", path, what: "cut after" },
  ]);
  expect([(await evaluate(place)).code, place.line.hits()]).toEqual([0, 2]);
  await expectOneOfEach(place);
});

test("a key that is refused, and a plan without batches, are said with what to do; nothing is left behind", async () => {
  const place = await startPlace("openai", "/openai/v1");
  for (const [answer, sentence] of [
    [401, "put a key that it takes into OPENAI_API_KEY"],
    [403, "may not order batches"],
    [400, "leave --batch out to ask live"],
  ] as const) {
    const body = JSON.stringify({ error: { message: "no, sk-secret" } });
    place.line.breakAt([{ method: "POST", path: /\/batches$/, what: { answer, body }, times: 9 }]);
    const run = await evaluate(place);
    expect([run.code, run.stderr]).toEqual([4, expect.stringContaining(sentence)]);
    expect(run.stderr).not.toContain("sk-secret");
    expect(await evaluationNames(place)).toEqual([]);
  }
});

interface Place {
  readonly folder: string;
  readonly server: TestServer;
  readonly line: FaultyProxy;
  readonly candidate: string;
  /** Purposes of the files that are at the service in the end. */
  readonly kept: readonly string[];
}

/** Calltune's own server, and a line to it that can break. */
async function startPlace(provider: "openai" | "together" | "local", path: string): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "calltune-batch-faults-"));
  const server = await startTestServer();
  const line = await startFaultyProxy(server.url + path);
  onTestFinished(async () => {
    await line.close();
    await rm(folder, { recursive: true });
  });
  await writeFile(join(folder, "cases.jsonl"), weatherCases(12));
  const candidate = `mine=${provider}:calltune/stand-in,url=${line.address}`;
  const kept = { openai: ["batch", "batch_output"], together: ["batch-api", "batch_output"], local: [] };
  return { folder, server, line, candidate, kept: kept[provider] };
}

async function expectOneOfEach({ folder, server, kept }: Place): Promise<void> {
  const { data: batches } = await server.json("/openai/v1/batches");
  const { data: files } = await server.json("/v1/files");
  const purposes = files.map(({ purpose }: { purpose: string }) => purpose).sort();
  expect([batches.length, batches[0].status]).toEqual([1, "completed"]);
  expect(purposes).toEqual(kept);
  const [id = ""] = await evaluationNames({ folder });
  const text = await readFile(join(folder, ".calltune/evaluations", id, "generations.jsonl"), "utf8");
  const generations = text
    .trimEnd()
    .split("\n")
    .map((row) => Generation.parse(JSON.parse(row)));
  expect(generations.map(({ outcome }) => outcome)).toEqual(Array(12).fill("answered"));
  expect(new Set(generations.map(({ caseId }) => caseId)).size).toBe(12);
}

async function evaluationNames({ folder }: Pick<Place, "folder">): Promise<string[]> {
  const entries = await readdir(join(folder, ".calltune/evaluations"), { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

function evaluate(
  { folder, candidate }: Place,
  { killAt, ...settings }: CliSettings & { readonly killAt?: string } = {},
): Promise<CliRun> {
  const loaded = `--import ${import.meta.resolve("./support/kill-at-fact.mjs")}`;
  return calltune(["evaluate", "--batch", "--cases", "cases.jsonl", "--yes", "--candidate", candidate], {
    folder,
    env: {
      OPENAI_API_KEY: "sk-secret",
      TOGETHER_API_KEY: "t-secret",
      ...(killAt === undefined ? {} : { KILL_AT: killAt, NODE_OPTIONS: loaded }),
    },
    ...settings,
  });
}

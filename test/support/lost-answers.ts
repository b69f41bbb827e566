import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type CliRun, type CliSettings, calltune } from "./cli.ts";
import { type Fault, type FaultyProxy, startFaultyProxy } from "./faulty-proxy.ts";
import { trainingRows } from "./training-rows.ts";
import type { TuningService } from "./tuning-services.ts";

const everywhere: readonly (readonly [method: string, path: RegExp])[] = [
  ["GET", /models\/limits/],
  ["POST", /\/files$/],
  ["PUT", /\/(?:store|uploads)\//],
  ["POST", /\/preprocess$/],
  ["GET", /\/files\/[^/]+$/],
  ["POST", /estimate-price$/],
  ["POST", /\/fine-tunes$/],
  ["GET", /\/fine-tunes\/ft-[^/]+$/],
  ["GET", /\/events$/],
  ["GET", /\/metrics$/],
];

let folder = "";
let service: TuningService;
let line: FaultyProxy;

/**
 * The tests of one service, in a file of its own: they wait more than they work, and files run side by side.
 */
export function testLostAnswers(start: () => Promise<TuningService>): void {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "calltune-tune-"));
    await writeFile(join(folder, "train.jsonl"), trainingRows(100));
    service = await start();
    line = await startFaultyProxy(service.address);
  });

  afterEach(async () => {
    await line.close();
    await service.close();
    await rm(folder, { recursive: true });
  });

  test.each<readonly [string, Fault["what"]]>([
    ["refused for now (429, come back in a second)", { answer: 429, headers: { "retry-after": "1" } }],
    ["failed (503)", { answer: 503, body: "<html><title>503 Service Unavailable</title></html>" }],
    ["cut before it reached the service", "cut before"],
    ["done, but its answer cut off", "cut after"],
    ["answered by half", "half an answer"],
  ])("every kind of request is once %s, and still there is one file and one job", async (_what, what) => {
    line.breakAt(everywhere.map(([method, path]) => ({ method, path, what })));
    const run = await tune();
    expect([run.code, run.stderr]).toEqual([0, expect.any(String)]);
    expect(line.hits()).toBeGreaterThanOrEqual(everywhere.length - 1);
    await expectOneOfEach();
  });

  test("killed at every request, before and after the service has done it, tune goes on to one of each", async () => {
    const points = everywhere
      .filter(([method]) => method !== "GET")
      .flatMap(([method, path]) => [
        { method, path, moment: "before" } as const,
        { method, path, moment: "afterwards" } as const,
      ]);
    for (const { method, path, moment } of points) {
      let child: ChildProcess | undefined;
      const kill = () => void child?.kill("SIGKILL");
      line.breakAt([{ method, path, what: moment === "before" ? { before: kill } : { afterwards: kill } }]);
      const run = await tune({
        onStart(started) {
          child = started;
        },
      });
      const point = [method, String(path), moment];
      expect([...point, line.hits(), run.code, run.stderr]).toEqual([...point, 1, null, expect.any(String)]);
    }
    line.breakAt([]);
    expect(await tune()).toMatchObject({ code: 0 });
    await expectOneOfEach();
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
      expect(kills).toBeGreaterThan(4);
      await expectOneOfEach();
    },
  );
}

async function expectOneOfEach(): Promise<void> {
  expect([await service.jobs(), await service.files()]).toEqual([1, [trainingRows(100).length]]);
}

function tune({ killAt, ...settings }: CliSettings & { killAt?: string } = {}): Promise<CliRun> {
  const loaded = `--import ${import.meta.resolve("./kill-at-fact.mjs")}`;
  const flags = ["--model", service.model, "--workspace", join(folder, "work"), "--yes"];
  return calltune(["tune", "train.jsonl", ...flags], {
    folder,
    env: {
      TOGETHER_API_KEY: service.key,
      TOGETHER_BASE_URL: line.address,
      ...(killAt === undefined ? {} : { KILL_AT: killAt, NODE_OPTIONS: loaded }),
    },
    ...settings,
  });
}

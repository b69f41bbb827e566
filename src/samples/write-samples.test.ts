import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { type PostgresServer, startPostgres } from "../../test/support/postgres-server.ts";
import { InterruptedError, RemoteError, UsageError } from "../lib/errors.ts";
import { openPgliteTarget } from "./pglite-target.ts";
import { openPostgresTarget } from "./postgres-target.ts";
import type { SampleTarget } from "./sample-target.ts";
import { simulateCalls } from "./simulate-calls.ts";
import { writeSamples } from "./write-samples.ts";
import { writeTruth } from "./write-truth.ts";

const options = { seed: "write", count: 60, hugeTranscripts: false };
const calls = [...simulateCalls(options)];
const server: PostgresServer | null = await startPostgres();
let databases = 0;

afterAll(async () => await server?.stop());

const targets = [
  { database: "pglite", present: true },
  { database: "postgres", present: server !== null },
] as const;

for (const { database, present } of targets) {
  describe.skipIf(!present)(`into ${database}`, () => writes(database));
}

function writes(database: "pglite" | "postgres") {
  let target: SampleTarget;

  beforeEach(async () => {
    target = await openTarget(database);
  }, 300_000);
  afterEach(async () => await target.close());

  test("every row is written as it was made", async () => {
    const progress: number[] = [];
    const written = await writeSamples(target, {
      ...options,
      batch: 25,
      onProgress: (count) => progress.push(count),
    });
    expect(written).toBe(60);
    expect(progress).toEqual([25, 50, 60]);
    expect(await target.read("SELECT count(*)::int FROM tenants")).toBe(3);
    const toolCalls = calls.flatMap(({ rows }) => rows.toolCalls);
    expect(await target.read("SELECT count(*)::int FROM llm_function_calls")).toBe(toolCalls.length);
    for (const { rows } of calls.slice(0, 10)) {
      const row = await target.read(`SELECT to_jsonb(calls) FROM calls WHERE id = '${rows.call.id}'`);
      expect(row).toMatchObject({
        call_sid: rows.call.call_sid,
        status: rows.call.status,
        transcript: rows.call.transcript,
      });
    }
    for (const made of toolCalls.slice(0, 10)) {
      const row = await target.read(`SELECT to_jsonb(t) FROM llm_function_calls t WHERE id = '${made.id}'`);
      expect(row).toMatchObject({ arguments: made.arguments, result: made.result, success: made.success });
    }
  });

  test("tables that hold rows are left alone, unless they are to be added to", async () => {
    await writeSamples(target, options);
    await expect(writeSamples(target, options)).rejects.toThrow(UsageError);
    await writeSamples(target, { ...options, count: 5, append: true });
    expect(await target.read("SELECT count(*)::int FROM calls")).toBe(65);
  });

  test("an interrupted write keeps whole batches", async () => {
    const controller = new AbortController();
    const writing = writeSamples(target, {
      ...options,
      batch: 20,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(writing).rejects.toThrow(InterruptedError);
    expect(await target.read("SELECT count(*)::int FROM calls")).toBe(20);
  });
}

test("a table with other columns is a refusal that names the code and nothing of the rows", async ({
  skip,
}) => {
  if (server === null) return skip("no PostgreSQL here: install one, or set TEST_DATABASE_URL");
  const target = await openTarget("postgres");
  await target.run("CREATE TABLE calls (id int)");
  const error = await writeSamples(target, options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RemoteError);
  expect(String(error)).toBe(
    "RemoteError: postgres: writing sample calls failed (code 42703): the tables tenants, calls and llm_function_calls are there with other columns; give an empty database",
  );
  await target.close();
});

test("a server that isn't there is an error worth trying again", async () => {
  const target = openPostgresTarget("postgres://nobody:secret@127.0.0.1:1/none");
  const error = await writeSamples(target, options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RemoteError);
  expect(error).toMatchObject({ retryable: true });
  expect(String(error)).not.toContain("secret");
  await target.close();
});

test("the truth of each call is one line, for the user alone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "calltune-truth-"));
  try {
    const path = join(folder, "truth.jsonl");
    await writeTruth(path, options);
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(calls.map(({ truth }) => truth));
    expect(statSync(path).mode & 0o077).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

async function openTarget(database: "pglite" | "postgres"): Promise<SampleTarget> {
  if (database === "pglite" || server === null) return openPgliteTarget();
  databases += 1;
  return openPostgresTarget(await server.createDatabase(`samples_${databases}`));
}

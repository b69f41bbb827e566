import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { CandidateResult } from "../src/domain/evaluation.ts";
import { Generation } from "../src/domain/generation.ts";
import { type CliRun, type CliSettings, calltune } from "./support/cli.ts";
import {
  type Behaviour,
  type ChatBody,
  type ChatServer,
  type ChatServerSettings,
  type SeenRequest,
  startChatServer,
} from "./support/faulty-chat-server.ts";
import { weatherCases } from "./support/weather-cases.ts";

let folder = "";
let servers: ChatServer[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-evaluate-faults-"));
  servers = [];
});

afterEach(async () => {
  for (const server of servers) await server.close();
  await rm(folder, { recursive: true });
});

test("a server that misbehaves in every way: each case counts once, failures have names, nothing answered is asked twice", async () => {
  const inTurn: readonly Behaviour[] = [
    "answer",
    "too-many",
    "error",
    "reset",
    "hang",
    "half",
    "not-json",
    "whole",
    "broken-tool-call",
    "error-in-stream",
  ];
  // What may pass goes well the second time; the rest stays as it is.
  const passing: readonly Behaviour[] = ["too-many", "error", "reset", "error-in-stream"];
  const behave = ({ said, times }: Pick<SeenRequest, "said" | "times">): Behaviour => {
    const behaviour = inTurn[numberIn(said) % inTurn.length] ?? "answer";
    return times > 1 && passing.includes(behaviour) ? "answer" : behaviour;
  };
  const server = await serve({ behave });
  await writeFile(join(folder, "cases.jsonl"), weatherCases(40));
  const run = await evaluate(server, ["--timeout", "1", "--warm-up", "0", "--json"]);
  expect([run.code, run.stderr]).toEqual([0, expect.anything()]);
  const [result] = JSON.parse(run.stdout).candidates as CandidateResult[];
  expect(result).toMatchObject({
    answered: 28,
    failed: { timeout: 4, connection: 4, not_a_reply: 4 },
    missing: 0,
  });
  expect(result?.metrics["right_decision"]?.cases).toBe(28);
  const generations = await generationsOf();
  expect(new Set(generations.map(({ caseId }) => caseId)).size).toBe(40);
  expect(generations).toHaveLength(40);
  for (const times of timesAsked(server)) {
    const behaviour = inTurn[numberIn(times.said) % inTurn.length] ?? "answer";
    expect([behaviour, times.count]).toEqual([behaviour, passing.includes(behaviour) ? 2 : 1]);
  }
  const retried = generations.find(({ caseId }) => caseId === "case-1");
  expect(retried).toMatchObject({ outcome: "answered", latency: { attempts: 2 } });
  // The wait that the server asked for is part of what a caller would have waited.
  expect(retried?.outcome === "answered" ? retried.latency?.totalMs : 0).toBeGreaterThan(190);
  const broken = generations.find(({ caseId }) => caseId === "case-8");
  expect(broken).toMatchObject({
    outcome: "answered",
    message: { content: expect.stringContaining("<function=") },
  });
  expect((await evaluate(server, ["--timeout", "1"])).stdout).toContain("12 requests failed (30.0 %)");
  const before = server.requests.length;
  const again = await evaluate(server, ["--timeout", "1", "--retry-failed"]);
  expect([again.code, server.requests.length]).toEqual([0, before + 12]);
});

test("killed at random moments, the same command asks only what is missing", async () => {
  const server = await serve({ delayMs: 20 });
  await writeFile(join(folder, "cases.jsonl"), weatherCases(150));
  let kills = 0;
  for (const after of [20, 60, 100]) {
    const run = await evaluate(server, ["--concurrency", "2"], {
      onStart: async (child) => {
        while (server.requests.length < after && child.exitCode === null) await sleep(5);
        child.kill("SIGKILL");
      },
    });
    if (run.code === null) kills += 1;
  }
  expect(kills).toBe(3);
  const last = await evaluate(server, ["--concurrency", "2", "--json"]);
  const summary = JSON.parse(last.stdout);
  expect(summary.candidates[0]).toMatchObject({ answered: 150, missing: 0 });
  expect(await evaluationNames()).toHaveLength(1);
  expect(await generationsOf()).toHaveLength(150);
  // In flight at a kill are two at most.
  expect(server.requests.length).toBeLessThanOrEqual(150 + 2 * kills);
});

test("half a line at the end is cut off and its case asked again; a line of another hand is refused", async () => {
  const server = await serve();
  await writeFile(join(folder, "cases.jsonl"), weatherCases(9));
  await evaluate(server);
  const [id = ""] = await evaluationNames();
  const file = join(folder, ".calltune/evaluations", id, "generations.jsonl");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.slice(0, -40));
  expect(await evaluate(server)).toMatchObject({ code: 0 });
  expect([server.requests.length, (await generationsOf()).length]).toEqual([10, 9]);
  await appendFile(file, "{}\n");
  const refused = await evaluate(server);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("didn't write")]);
});

test("Ctrl-C says what is kept and the command that goes on, which asks the rest", async () => {
  const server = await serve({ delayMs: 50 });
  await writeFile(join(folder, "cases.jsonl"), weatherCases(60));
  const run = await evaluate(server, ["--concurrency", "2"], {
    onStart: async (child) => {
      while (server.requests.length < 20) await sleep(10);
      child.kill("SIGINT");
    },
  });
  expect(run.code).toBe(130);
  const [, kept, command = ""] =
    /interrupted; (\d+) of 60 replies .* go on with: calltune (.*)$/m.exec(run.stderr) ?? [];
  expect((await generationsOf()).length).toBe(Number(kept));
  const asked = server.requests.length;
  const rest = await calltune([...command.split(" "), "--yes"], { folder });
  expect([rest.code, server.requests.length - asked]).toEqual([0, 60 - Number(kept)]);
});

test("nobody there, no such model, no key: one sentence, and not a thousand failures", async () => {
  await writeFile(join(folder, "cases.jsonl"), weatherCases(60));
  const gone = await startChatServer();
  await gone.close();
  const nobody = await evaluate(gone);
  expect([nobody.code, nobody.stderr]).toEqual([4, expect.stringContaining("2 requests in a row failed")]);
  const noModel = await serve({ behave: () => "no-model" });
  for (const warmUp of ["2", "0"]) {
    const run = await evaluate(noModel, ["--warm-up", warmUp]);
    expect([run.code, run.stderr]).toEqual([4, expect.stringContaining("the last with 404 (refused)")]);
    expect(run.stderr).toContain("check the model's id (m)");
  }
  expect(noModel.requests.length).toBeLessThan(20);
  const noKey = await serve({ behave: () => "bad-key" });
  const run = await evaluate(noKey, ["--warm-up", "0"]);
  expect([run.code, run.stderr]).toEqual([4, expect.stringContaining("set OWN_API_KEY")]);
  expect(noKey.requests.length).toBeLessThan(9);
});

test("a warm-up that is refused says nothing of the cases, and asks as they do", async () => {
  await writeFile(join(folder, "cases.jsonl"), weatherCases(12));
  const greetings: ChatBody[] = [];
  const server = await serve({
    behave: ({ said, body }) => {
      if (said === "Hello?") greetings.push(body);
      return said === "Hello?" ? "no-words" : "answer";
    },
  });
  const run = await evaluate(server, ["--json"]);
  expect([run.code, JSON.parse(run.stdout).candidates[0]]).toEqual([
    0,
    expect.objectContaining({ answered: 12, failed: {}, missing: 0 }),
  ]);
  const [first] = server.requests;
  expect(greetings.map(({ max_tokens }) => max_tokens)).toEqual([1024, 1024]);
  expect(first?.body["max_tokens"]).toBe(1024);
});

test("a model that takes no request as it is ends the run soon, with what to try", async () => {
  await writeFile(join(folder, "cases.jsonl"), weatherCases(60));
  const server = await serve({ behave: () => "no-words" });
  const run = await evaluate(server);
  expect([run.code, run.stderr]).toEqual([4, expect.stringContaining("add temperature=default")]);
  expect(server.requests.length).toBeLessThan(20);
});

test("what failed before the first answer is asked again once the candidate can answer", async () => {
  await writeFile(join(folder, "cases.jsonl"), weatherCases(12));
  let isUp = false;
  const server = await serve({ behave: () => (isUp ? "answer" : "no-model") });
  expect(await evaluate(server, ["--warm-up", "0", "--concurrency", "1"])).toMatchObject({ code: 4 });
  isUp = true;
  const run = await evaluate(server, ["--json"]);
  expect(JSON.parse(run.stdout).candidates[0]).toMatchObject({ answered: 12, failed: {} });
});

test("a limit of requests that the headers tell is kept to", async () => {
  await writeFile(join(folder, "cases.jsonl"), weatherCases(30));
  const perPeriod = 10;
  const periodMs = 1000;
  let begins = 0;
  let used = 0;
  let refusals = 0;
  const behave = ({ atMs }: Pick<SeenRequest, "atMs">): Behaviour => {
    if (atMs - begins > periodMs) [begins, used] = [atMs, 0];
    used += 1;
    if (used > perPeriod) refusals += 1;
    return used > perPeriod ? "too-many" : "answer";
  };
  const headers = ({ atMs }: Pick<SeenRequest, "atMs">) => ({
    "x-ratelimit-remaining-requests": String(Math.max(0, perPeriod - used)),
    "x-ratelimit-reset-requests": `${((periodMs - (atMs - begins)) / 1000 + 0.05).toFixed(3)}s`,
  });
  const server = await serve({ behave, headers });
  const run = await evaluate(server, ["--warm-up", "1", "--concurrency", "2", "--json"]);
  expect(JSON.parse(run.stdout).candidates[0]).toMatchObject({ answered: 30, failed: {} });
  // Two workers may both be on their way when the last of a period is used up.
  expect(refusals).toBeLessThanOrEqual(3);
});

test("a wait of an hour ends the run and keeps what came", async () => {
  await writeFile(join(folder, "cases.jsonl"), weatherCases(30));
  const server = await serve({
    behave: ({ said }) => (numberIn(said) === 5 ? "too-many" : "answer"),
    headers: () => ({ "retry-after-ms": "3600000" }),
  });
  const run = await evaluate(server, ["--warm-up", "0"]);
  expect([run.code, run.stderr]).toEqual([4, expect.stringContaining("it asks to wait 60 minutes")]);
  expect(run.stderr).toContain("what was answered is kept");
});

async function serve(settings: ChatServerSettings = {}): Promise<ChatServer> {
  const server = await startChatServer(settings);
  servers.push(server);
  return server;
}

function evaluate(
  server: ChatServer,
  args: readonly string[] = [],
  settings: CliSettings = {},
): Promise<CliRun> {
  const spec = `mine=own:m,url=${server.address}`;
  return calltune(["evaluate", "--cases", "cases.jsonl", "--yes", "--candidate", spec, ...args], {
    folder,
    ...settings,
  });
}

function numberIn(said: string): number {
  return Number(/\d+/.exec(said)?.[0] ?? 0);
}

function timesAsked({ requests }: ChatServer): { readonly said: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { said } of requests) counts.set(said, (counts.get(said) ?? 0) + 1);
  return [...counts].map(([said, count]) => ({ said, count }));
}

async function evaluationNames(): Promise<string[]> {
  const entries = await readdir(join(folder, ".calltune/evaluations"), { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

async function generationsOf(): Promise<Generation[]> {
  const [id = ""] = await evaluationNames();
  const text = await readFile(join(folder, ".calltune/evaluations", id, "generations.jsonl"), "utf8");
  return text
    .slice(0, text.lastIndexOf("\n") + 1)
    .trimEnd()
    .split("\n")
    .map((line) => Generation.parse(JSON.parse(line)));
}

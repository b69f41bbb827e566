import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Case } from "../src/domain/case.ts";
import type { CandidateResult, EvaluationSummary } from "../src/domain/evaluation.ts";
import { Generation } from "../src/domain/generation.ts";
import { type CliRun, calltune } from "./support/cli.ts";
import { type ChatBody, type ChatServer, startChatServer } from "./support/faulty-chat-server.ts";
import { startTestServer, weatherRows } from "./support/local-server.ts";
import { weatherCalls } from "./support/weather-calls.ts";
import { weatherCases } from "./support/weather-cases.ts";

let folder = "";
let server: ChatServer;

beforeAll(async () => {
  server = await startChatServer();
  folder = await mkdtemp(join(tmpdir(), "calltune-evaluate-dataset-"));
  await mkdir(join(folder, "decisions"));
  await writeFile(join(folder, "decisions/calls.jsonl"), weatherCalls(120));
  await writeFile(join(folder, "calltune.config.json"), JSON.stringify(config("decision")));
  await expectFine(run("build", "--workspace", "decisions"));
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test("the test split becomes cases that know their call, its day, and what is due next", async () => {
  const summary = await evaluated("--candidate", "log");
  const cases = await linesOf<Case>(summary, "cases.jsonl");
  expect(summary.cases).toMatchObject({ from: "test split", count: cases.length });
  expect(summary.manifestHash).toMatch(/^[0-9a-f]{64}$/);
  const asking = cases.find(({ expected }) => expected.kind === "calls");
  expect(asking).toMatchObject({
    callStartedAt: expect.stringMatching(/^2026-03-/),
    caller: expect.stringMatching(/^caller-/),
    messages: expect.arrayContaining([{ role: "system", content: "You tell the weather." }]),
  });
  expect(JSON.stringify(cases)).not.toContain('"weight"');
  const greeting = cases.find(({ id }) => id.endsWith("#1"));
  expect(greeting).toMatchObject({
    expected: { kind: "reply" },
    next: [{ function: { name: "get_weather" } }],
  });
  expect(cases.filter(({ callId }) => callId === greeting?.callId).at(-1)).not.toHaveProperty("next");
});

test("the log is what the agent really did: wrong where it was corrected, right elsewhere, and nobody timed it", async () => {
  const summary = await evaluated("--candidate", "log");
  const cases = await linesOf<Case>(summary, "cases.jsonl");
  const [log] = summary.candidates;
  const corrected = cases.filter(({ id, callId }) => id.endsWith("#3") && Number(callId.slice(5)) % 2 === 0);
  expect(corrected.length).toBeGreaterThan(0);
  const withCalls = cases.filter(({ expected }) => expected.kind === "calls");
  expect(log?.metrics["exact_call"]?.figures?.["rate"]?.value).toBeCloseTo(
    1 - corrected.length / withCalls.length,
  );
  expect([log?.metrics["ttft_ms"]?.figures, log?.metrics["cost"]?.figures]).toEqual([null, null]);
  const generations = (await linesOf(summary, "generations.jsonl")).map((line) => Generation.parse(line));
  const wrong = generations.find(({ caseId }) => caseId === corrected[0]?.id);
  expect(JSON.stringify(wrong)).toContain("Old Town");
});

test("few-shot puts the nearest decisions of other calls and other callers before the case", async () => {
  const spec = `few=own:m,url=${server.address},few-shot=3,price-in=0,price-out=0`;
  const summary = await evaluated("--candidate", spec);
  const cases = await linesOf<Case>(summary, "cases.jsonl");
  const train = await readFile(join(folder, "decisions/dataset/train.jsonl"), "utf8");
  expect(server.requests).toHaveLength(cases.length);
  for (const { body } of server.requests) {
    const question = caseBehind(body, cases);
    expect(body.messages[0]).toEqual(question.messages[0]);
    const shots = body.messages.slice(1, body.messages.length - question.messages.length + 1);
    expect(shots.filter(({ role }) => role === "system")).toEqual([]);
    const callers = shots.filter(({ role }) => role === "user").map(({ content }) => content ?? "");
    expect(callers.length).toBeGreaterThanOrEqual(3);
    for (const words of callers) expect(train.includes(words)).toBe(true);
  }
  // Requests arrive in any order, and some shots hold nothing but calls that failed.
  const asking = server.requests.filter(({ said }) => said.startsWith("What is the weather"));
  const results = asking.flatMap(({ body }) => body.messages.filter(({ role }) => role === "tool"));
  expect(results.map(({ content }) => content)).toContain('{"ok":true}');
});

test("rows of whole calls are cut into the same decisions", async () => {
  await mkdir(join(folder, "whole"));
  await writeFile(join(folder, "whole/calls.jsonl"), weatherCalls(120));
  await writeFile(join(folder, "whole.json"), JSON.stringify(config("call")));
  await expectFine(run("build", "--workspace", "whole", "--config", "whole.json"));
  const whole = await evaluated("--candidate", "log", "--workspace", "whole", "--config", "whole.json");
  const single = await evaluated("--candidate", "log");
  const of = async (summary: EvaluationSummary, workspace: string) =>
    new Map((await linesOf<Case>(summary, "cases.jsonl", workspace)).map((each) => [each.id, each]));
  const [cut, ids] = [await of(whole, "whole"), await of(single, "decisions")];
  expect(cut.size).toBeGreaterThan(10);
  let shared = 0;
  for (const [id, question] of cut) {
    const other = ids.get(id);
    if (other === undefined) continue;
    shared += 1;
    expect([id, question.messages, question.expected]).toEqual([id, other.messages, other.expected]);
  }
  expect(shared).toBeGreaterThan(10);
  // What was corrected can't stand in a whole call, so nothing of its log is wrong.
  expect(whole.candidates[0]?.metrics["exact_call"]?.figures?.["rate"]?.value).toBe(1);
});

test("--limit takes whole calls, the same ones each time", async () => {
  const all = await evaluated("--candidate", "log");
  const allCases = await linesOf<Case>(all, "cases.jsonl");
  const some = await evaluated("--candidate", "log", "--limit", "10");
  const cases = await linesOf<Case>(some, "cases.jsonl");
  expect(cases.length).toBeLessThanOrEqual(10);
  for (const callId of new Set(cases.map((each) => each.callId)))
    expect(cases.filter((each) => each.callId === callId)).toHaveLength(
      allCases.filter((each) => each.callId === callId).length,
    );
  expect((await evaluated("--candidate", "log", "--limit", "10")).id).toBe(some.id);
  expect((await evaluated("--candidate", "log", "--limit", "10", "--seed", "7")).id).not.toBe(some.id);
});

test("a batch of the log alone has nothing to send, which is said before anything is made", async () => {
  const { id } = await evaluated("--candidate", "log");
  const before = await readdir(join(folder, "decisions/evaluations"));
  for (const more of [
    ["--candidate", "mine=log", "--limit", "7"],
    ["--evaluation", id],
    ["--evaluation", id, "--candidate", "mine=log"],
  ]) {
    const refusal = await run("evaluate", "--workspace", "decisions", "--batch", ...more);
    const sentence = expect.stringContaining("--batch has nothing to send");
    expect([more, refusal.code, refusal.stderr]).toEqual([more, 2, sentence]);
  }
  expect(await readdir(join(folder, "decisions/evaluations"))).toEqual(before);
});

test("calls that changed since the build are no log, and missing ones say so", async () => {
  const calls = join(folder, "decisions/calls.jsonl");
  await writeFile(calls, weatherCalls(3));
  const changed = await run("evaluate", "--workspace", "decisions", "--candidate", "old=log");
  await rm(calls);
  const gone = await run("evaluate", "--workspace", "decisions", "--candidate", "older=log");
  await writeFile(calls, weatherCalls(120));
  expect([changed.code, changed.stderr]).toEqual([2, expect.stringContaining("no longer holds the calls")]);
  expect([gone.code, gone.stderr]).toEqual([2, expect.stringContaining("there is no log to judge")]);
});

test("our own server is a candidate, and the newest tuned model comes without being named", async () => {
  const local = await startTestServer();
  const workspace = join(local.folder, "workspace");
  await writeFile(join(local.folder, "train.jsonl"), weatherRows(60));
  const tune = [
    "tune",
    "train.jsonl",
    "--provider",
    "local",
    "--model",
    "calltune/stand-in",
    "--epochs",
    "1",
  ];
  await expectFine(calltune([...tune, "--workspace", workspace], { folder: local.folder }));
  await writeFile(join(local.folder, "cases.jsonl"), weatherCases(12));
  const asked = await calltune(["evaluate", "--cases", "cases.jsonl", "--workspace", workspace, "--json"], {
    folder: local.folder,
  });
  expect([asked.code, asked.stderr]).toEqual([0, expect.anything()]);
  const { candidates } = JSON.parse(asked.stdout) as EvaluationSummary;
  expect(candidates.map(({ candidate }) => [candidate.name, candidate.address])).toEqual([
    ["base", "this machine"],
    ["tuned", "this machine"],
  ]);
  const exact = candidates.map(
    ({ metrics }: CandidateResult) => metrics["exact_call"]?.figures?.["rate"]?.value,
  );
  expect(exact).toEqual([0, 1]);
  expect(candidates[1]?.metrics["cost"]?.figures?.["per_call"]?.value).toBe(0);
});

/** The case whose messages the request ends with. */
function caseBehind({ messages }: ChatBody, cases: readonly Case[]): Case {
  const ends = (each: Case) =>
    JSON.stringify(messages.slice(1 - each.messages.length)) === JSON.stringify(each.messages.slice(1));
  const [first] = cases.filter(ends).sort((one, other) => other.messages.length - one.messages.length);
  if (first === undefined) throw new Error("a request that belongs to no case");
  return first;
}

function config(rows: "decision" | "call"): object {
  return {
    build: {
      rows,
      replyShare: 1,
      maxPerTemplate: null,
      duplicates: { exact: false, near: false },
      contamination: { maxShare: 1 },
    },
  };
}

function run(...args: readonly string[]): Promise<CliRun> {
  return calltune(args, { folder });
}

async function expectFine(running: Promise<CliRun>): Promise<CliRun> {
  const done = await running;
  expect([done.code, done.stderr, done.stdout]).toEqual([0, done.stderr, done.stdout]);
  return done;
}

async function evaluated(...args: readonly string[]): Promise<EvaluationSummary> {
  const place = args.includes("--workspace") ? [] : ["--workspace", "decisions"];
  const done = await expectFine(run("evaluate", "--json", "--yes", ...place, ...args));
  return JSON.parse(done.stdout) as EvaluationSummary;
}

async function linesOf<Line>(
  { id }: EvaluationSummary,
  name: string,
  workspace = "decisions",
): Promise<Line[]> {
  const text = await readFile(join(folder, workspace, "evaluations", id, name), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}

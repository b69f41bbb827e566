import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { Generation } from "../src/domain/generation.ts";
import { type CliRun, type CliSettings, calltune } from "./support/cli.ts";
import {
  answered,
  type BatchLine,
  type FakeBatches,
  refused,
  type Script,
  startFakeBatches,
} from "./support/fake-batches.ts";
import { startChatServer } from "./support/faulty-chat-server.ts";
import { startTestServer } from "./support/local-server.ts";
import { weatherCases } from "./support/weather-cases.ts";

let folder = "";
let fakes: FakeBatches[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-evaluate-batch-"));
  fakes = [];
  await writeFile(join(folder, "cases.jsonl"), weatherCases(12));
});

afterEach(async () => {
  for (const fake of fakes) await fake.close();
  await rm(folder, { recursive: true });
});

test.each([
  ["openai", "/openai/v1"],
  ["groq", "/openai/v1"],
  ["together", "/v1"],
])(
  "%s's batches are spoken: replies without latency, and a second run orders nothing",
  async (provider, path) => {
    const server = await startTestServer();
    const run = await evaluate(`mine=${provider}:calltune/stand-in,url=${server.url}${path}`, ["--json"]);
    expect([run.code, run.stderr]).toEqual([0, expect.any(String)]);
    const [result] = JSON.parse(run.stdout).candidates;
    expect(result).toMatchObject({ answered: 12, failed: {}, missing: 0, candidate: { batch: true } });
    expect(result.metrics.right_decision.cases).toBe(12);
    for (const metric of ["ttft_ms", "tool_call_ms"])
      expect(result.metrics[metric]?.figures ?? {}).toEqual({});
    for (const generation of await generationsOf())
      expect(generation).toMatchObject({ outcome: "answered", latency: null, usage: { estimated: false } });
    const again = await evaluate(`mine=${provider}:calltune/stand-in,url=${server.url}${path}`);
    expect([again.code, again.stdout]).toEqual([
      0,
      expect.stringContaining("asked in a batch, so no latency is known"),
    ]);
    expect((await server.json("/openai/v1/batches")).data).toHaveLength(1);
    // What was sent holds callers' words, and has no use any more.
    expect(await readdir(await fileOf("batches"))).toEqual([]);
  },
);

test("a local candidate is asked in a batch by the embedded engine, without a key or a question of price", async () => {
  await writeFile(join(folder, "cases.jsonl"), weatherCases(3));
  const run = await calltune(
    [
      "evaluate",
      "--batch",
      "--cases",
      "cases.jsonl",
      "--candidate",
      "base=local:calltune/base,max-tokens=16",
      "--json",
    ],
    { folder },
  );
  expect([run.code, run.stderr]).toEqual([0, expect.stringContaining("calltune serve runs on")]);
  expect(JSON.parse(run.stdout).candidates[0]).toMatchObject({ answered: 3, missing: 0 });
  // Questions and answers hold callers' words, and the evaluation has them now.
  expect(await readdir(join(folder, ".calltune/local/files"))).toEqual([]);
  const [batch = ""] = await readdir(join(folder, ".calltune/local/batches"));
  expect(await readdir(join(folder, ".calltune/local/batches", batch))).toEqual(["batch.json"]);
});

test("a local batch's files stay until its answers are in the evaluation, and go with the run that finds them there", async () => {
  const files = join(folder, ".calltune/local/files");
  const candidate = "base=local:calltune/base,max-tokens=16";
  await writeFile(join(folder, "cases.jsonl"), weatherCases(3));
  // Ordered, sent, about to be made, made, taken: the second run has but the last to tell.
  for (const killAt of ["before 5", "after 1"]) {
    const killed = await evaluate(candidate, [], { env: killEnvironment(killAt) });
    expect([killed.code, (await readdir(files)).length]).toEqual([null, 2]);
  }
  expect(await generationsOf()).toHaveLength(3);
  const rest = await evaluate(candidate, ["--json"], { yes: false });
  expect([rest.code, JSON.parse(rest.stdout).candidates[0].answered]).toEqual([0, 3]);
  expect([await readdir(files), (await generationsOf()).length]).toEqual([[], 3]);
});

test("report and gate say that a batch tells no latency", async () => {
  const fake = await serve((lines) => ({ status: "completed", output: lines.map(answered).join("") }));
  expect(await evaluate(spec(fake))).toMatchObject({ code: 0 });
  const gate = [
    "--gate",
    "ttft_p95_ms <= 500",
    "--gate",
    "exact_call >= 0.9",
    "--gate",
    "not_worse_than mine",
  ];
  const run = await calltune(["report", ...gate, "--json"], { folder });
  const report = JSON.parse(run.stdout);
  const said = report.gate.results.map(({ condition, passed, because }: GateLine) => [
    condition,
    passed,
    because,
  ]);
  expect(said).toContainEqual([
    "ttft_p95_ms <= 500",
    false,
    expect.stringContaining("asked in a batch, which tells no latency"),
  ]);
  expect(said).toContainEqual(["exact_call >= 0.9", true, expect.any(String)]);
  expect([run.code, report.warnings]).toEqual([
    1,
    expect.arrayContaining([expect.stringContaining("nothing is known of latency")]),
  ]);
  const reports = join(folder, ".calltune/reports");
  for (const name of await readdir(reports)) {
    const text = await readFile(join(reports, name), "utf8");
    if (/\.(?:md|html)$/.test(name)) expect(text).toContain("asked in a batch: mine");
    if (name.endsWith(".html")) expect(text).toContain("in a batch: no latency");
  }
});

test("the price is shown at the batch's share, with its day and source, before anything is sent", async () => {
  const run = await calltune(
    [
      "evaluate",
      "--batch",
      "--cases",
      "cases.jsonl",
      "--candidate",
      "g=groq:openai/gpt-oss-20b,max-tokens=10000",
      "--candidate",
      "t=together:openai/gpt-oss-20b",
      "--candidate",
      "o=openai:gpt-4.1-mini",
    ],
    { folder, env: { GROQ_API_KEY: "gsk_1", TOGETHER_API_KEY: "t_1", OPENAI_API_KEY: "sk_1" } },
  );
  expect([run.code, run.stderr]).toEqual([2, expect.stringContaining("nothing was sent")]);
  expect(run.stderr).toContain(
    "g: asked in batches, at 50 % of the live price (console.groq.com/docs/batch (50 % off), read on 2026-11-27)",
  );
  // 12 replies of 10,000 tokens at $0.30 a million are $0.04 live, and the prompts next to nothing.
  expect(run.stderr).toMatch(/^g +12 .* \$0\.02 /m);
  expect(run.stderr).not.toContain("Warm-ups");
  expect(run.stderr).toContain("t: asked in batches; no discount is known for it");
  expect(run.stderr).toContain("o: asked in batches, at a price that isn't known");
});

test.each([
  [
    "a provider without batches",
    ["--candidate", "f=fireworks:x"],
    "calltune knows of no batch API of fireworks",
  ],
  ["a server of one's own", ["--candidate", "v=vllm:x,url=http://127.0.0.1:1/v1"], "is named openai:MODEL"],
  ["a time limit", ["--candidate", "o=openai:x", "--timeout", "3"], "--timeout is for live requests"],
  ["a warm-up", ["--candidate", "o=openai:x", "--warm-up", "1"], "--warm-up is for live requests"],
])("%s is refused with what to do", async (_what, args, sentence) => {
  const run = await calltune(["evaluate", "--batch", "--cases", "cases.jsonl", "--yes", ...args], { folder });
  expect([run.code, run.stderr]).toEqual([2, expect.stringContaining(sentence)]);
});

test("a candidate that was asked live is another one than one in a batch", async () => {
  const fake = await serve((lines) => ({ status: "completed", output: lines.map(answered).join("") }));
  expect(await evaluate(spec(fake))).toMatchObject({ code: 0 });
  const [id = ""] = await evaluationNames();
  const run = await calltune(["evaluate", "--evaluation", id, "--candidate", spec(fake), "--yes"], {
    folder,
  });
  expect([run.code, run.stderr]).toEqual([2, expect.stringContaining("has another candidate mine")]);
});

test("a candidate in a batch stands beside one that is asked live, and neither is asked again", async () => {
  const server = await startChatServer();
  onTestFinished(() => server.close());
  const fake = await serve((lines) => ({ status: "completed", output: lines.map(answered).join("") }));
  const live = `live=own:m,url=${server.address}`;
  const first = await calltune(["evaluate", "--cases", "cases.jsonl", "--yes", "--candidate", live], {
    folder,
  });
  expect([first.code, first.stderr]).toEqual([0, expect.any(String)]);
  const asked = server.requests.length;
  const [id = ""] = await evaluationNames();
  const refusal = await calltune(["evaluate", "--evaluation", id, "--batch"], { folder });
  expect([refusal.code, refusal.stderr]).toEqual([2, expect.stringContaining("live of evaluation")]);
  const flags = ["--batch", "--candidate", spec(fake), "--yes", "--json"];
  const run = await calltune(["evaluate", "--evaluation", id, ...flags], { folder });
  const { candidates } = JSON.parse(run.stdout);
  expect(candidates.map(({ answered: count }: { answered: number }) => count)).toEqual([12, 12]);
  expect(candidates[0].metrics.tool_call_ms.figures.p95.value).toBeGreaterThan(0);
  expect(candidates[1].metrics.tool_call_ms?.figures ?? {}).toEqual({});
  expect([server.requests.length, fake.made.length]).toEqual([asked, 1]);
});

test("requests that failed are counted by their reasons, and asked again where that is wished", async () => {
  const failures = [429, 500, 404];
  const fake = await serve((lines) => {
    if (lines.length < 12) return { status: "completed", output: lines.map(answered).join("") };
    const errors = lines.slice(0, 3).map((line, index) => refused(line, failures[index] ?? 0));
    const broken = refused(lines[3] as BatchLine, 400, {
      code: "tool_use_failed",
      failed_generation: "<function=",
    });
    return {
      status: "completed",
      output: lines.slice(4).map(answered).join(""),
      errors: errors.join("") + broken,
    };
  });
  const [result] = JSON.parse((await evaluate(spec(fake), ["--json"])).stdout).candidates;
  expect(result).toMatchObject({
    answered: 9,
    failed: { rate_limited: 1, server_error: 1, refused: 1 },
    missing: 0,
  });
  const failed = (await generationsOf()).filter(({ outcome }) => outcome === "failed");
  expect(failed.map((each) => (each.outcome === "failed" ? each.totalMs : 0))).toEqual([null, null, null]);
  expect(await evaluate(spec(fake))).toMatchObject({ code: 0 });
  expect(fake.made).toHaveLength(1);
  const [retried] = JSON.parse((await evaluate(spec(fake), ["--retry-failed", "--json"])).stdout).candidates;
  expect([retried.answered, fake.made.map(({ length }) => length)]).toEqual([12, [12, 3]]);
});

test.each<readonly [string, (lines: readonly BatchLine[]) => Script, object, RegExp]>([
  [
    "expired",
    (lines) => ({
      status: "expired",
      output: lines.slice(0, 5).map(answered).join(""),
      errors: `${JSON.stringify({ custom_id: lines[5]?.custom_id, response: null, error: { code: "batch_expired" } })}\n`,
    }),
    { answered: 5, failed: { timeout: 7 }, missing: 0 },
    /batch_1 was expired; .*--retry-failed asks them again/,
  ],
  [
    "cancelled",
    (lines) => ({ status: "cancelled", output: lines.slice(0, 5).map(answered).join("") }),
    { answered: 5, failed: {}, missing: 7 },
    /batch_1 was cancelled; it had answered 5 of 12 cases, .*the same command asks them again/,
  ],
])(
  "a batch that was %s keeps what it answered, and the rest counts as what it is",
  async (_how, script, counts, said) => {
    const fake = await serve(script);
    const run = await evaluate(spec(fake), ["--json"]);
    expect([run.code, JSON.parse(run.stdout).candidates[0]]).toEqual([0, expect.objectContaining(counts)]);
    expect(run.stderr).toMatch(said);
  },
);

test("a batch that failed as a whole says why, leaves no evaluation behind, and is ordered anew", async () => {
  let isMended = false;
  const fake = await serve((lines) =>
    isMended
      ? { status: "completed", output: lines.map(answered).join("") }
      : {
          status: "failed",
          more: { errors: { data: [{ code: "model_not_found", line: 1, message: "no model m" }] } },
        },
  );
  const run = await evaluate(spec(fake));
  expect([run.code, run.stderr]).toEqual([
    4,
    expect.stringContaining("batch batch_1 failed: no model m (line 1 of its file)"),
  ]);
  expect(await evaluationNames()).toEqual([]);
  isMended = true;
  expect(await evaluate(spec(fake))).toMatchObject({ code: 0 });
  expect(await generationsOf()).toHaveLength(12);
});

test("a local model that isn't there ends as it ends live asking, and leaves nothing behind", async () => {
  const flags = ["--cases", "cases.jsonl", "--candidate", "x=local:nobody"];
  const live = await calltune(["evaluate", ...flags], { folder });
  const run = await calltune(["evaluate", "--batch", ...flags], { folder });
  expect([live.code, run.code]).toEqual([4, 4]);
  expect(run.stderr).toMatch(/batch_\S+ was answered by nobody: all 12 requests failed, .* 404 \(refused\)/);
  expect(run.stderr).toContain("check the model's id (nobody)");
  expect([await evaluationNames(), await readdir(join(folder, ".calltune/local/files"))]).toEqual([[], []]);
});

test("a candidate that nobody answered for leaves its name free in the evaluation it was added to", async () => {
  const fake = await serve((lines) =>
    lines[0]?.body.model === "m"
      ? { status: "completed", output: lines.map(answered).join("") }
      : { status: "completed", errors: lines.map((line) => refused(line, 404)).join("") },
  );
  expect(await evaluate(spec(fake))).toMatchObject({ code: 0 });
  const [id = ""] = await evaluationNames();
  const add = (model: string) =>
    calltune(
      ["evaluate", "--evaluation", id, "--batch", "--yes", "--json"].concat(
        "--candidate",
        `more=openai:${model},url=${fake.address},price-in=1,price-out=1`,
      ),
      { folder },
    );
  const wrong = await add("mistyped");
  expect([wrong.code, wrong.stderr]).toEqual([4, expect.stringContaining("check the model's id (mistyped)")]);
  expect(await generationsOf()).toHaveLength(12);
  const later = await calltune(["evaluate", "--evaluation", id, "--json"], { folder });
  expect([later.code, JSON.parse(later.stdout).candidates.length, fake.made.length]).toEqual([0, 1, 2]);
  const right = await add("m");
  expect(JSON.parse(right.stdout).candidates[1]).toMatchObject({ answered: 12, failed: {} });
});

test("files that come cut are fetched again; what stays unsaid in a whole one has failed", async () => {
  const counts = { request_counts: { total: 12, completed: 12, failed: 0 } };
  const fake = await serve((lines) => ({
    status: "completed",
    output: lines.map(answered).join(""),
    more: counts,
  }));
  const halfLine = (_id: string, text: string, times: number) => (times < 3 ? text.slice(0, -20) : text);
  fake.serveFile(halfLine);
  expect(await evaluate(spec(fake))).toMatchObject({ code: 0 });
  expect(await generationsOf()).toHaveLength(12);
  const short = await serve((lines) => ({
    status: "completed",
    output: lines.slice(0, 10).map(answered).join(""),
  }));
  const run = await evaluate(spec(short).replace("mine", "short"), ["--json"]);
  expect(JSON.parse(run.stdout).candidates[0]).toMatchObject({ answered: 10, failed: { not_a_reply: 2 } });
});

test("a file that is cut each time ends the run with what came, and the next run fetches the rest of the same batch", async () => {
  const counts = { request_counts: { total: 12, completed: 12, failed: 0 } };
  const fake = await serve((lines) => ({
    status: "completed",
    output: lines.map(answered).join(""),
    more: counts,
  }));
  fake.serveFile((_id, text) => `${text.split("\n").slice(0, 4).join("\n")}\n`);
  const run = await evaluate(spec(fake));
  expect([run.code, run.stderr]).toEqual([4, expect.stringContaining("its files came cut 3 times")]);
  expect(await generationsOf()).toHaveLength(4);
  fake.serveFile((_id, text) => text);
  // Nothing is left to be paid, so nobody is asked.
  const rest = await evaluate(spec(fake), ["--json"], { yes: false });
  expect([rest.code, JSON.parse(rest.stdout).candidates[0].answered]).toEqual([0, 12]);
  expect([fake.made.length, (await generationsOf()).length]).toEqual([1, 12]);
});

test("a batch that isn't there any more isn't ordered twice on suspicion", async () => {
  const fake = await serve(() => ({ status: "in_progress" }));
  const run = await evaluate(spec(fake), [], {
    onStart: async () => {
      while (fake.made.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      fake.forget();
    },
  });
  expect([run.code, run.stderr]).toEqual([4, expect.stringContaining("there is no batch batch_1")]);
  expect((await evaluate(spec(fake))).code).toBe(4);
  expect([fake.made.length, (await evaluationNames()).length]).toEqual([1, 1]);
});

test("Ctrl-C stops the waiting alone: the command it names fetches the answers of the same batch", async () => {
  const fake = await serve(() => ({ status: "in_progress" }));
  let isStopped = false;
  const run = await evaluate(spec(fake), [], {
    onStart: (started) => {
      let said = "";
      started.stderr?.on("data", (chunk) => {
        said += chunk;
        if (!said.includes("Come back") || isStopped) return;
        isStopped = true;
        started.kill("SIGINT");
      });
    },
  });
  expect([run.code, run.stderr]).toEqual([130, expect.stringContaining("they go on at the provider")]);
  const [, command = ""] = /go on with: calltune (.*)$/m.exec(run.stderr) ?? [];
  const second = await evaluate(spec(fake), [], {
    onStart: (started) => {
      started.stderr?.on("data", (chunk) => String(chunk).includes("Come back") && started.kill("SIGKILL"));
    },
  });
  expect([second.code, fake.made.length]).toEqual([null, 1]);
  fake.finish((lines) => ({ status: "completed", output: lines.map(answered).join("") }));
  const rest = await calltune([...command.split(" "), "--json"], { folder });
  expect([rest.code, JSON.parse(rest.stdout).candidates[0].answered]).toEqual([0, 12]);
  expect(fake.made).toHaveLength(1);
});

test("two evaluations at once: the second is refused, and there is one batch", async () => {
  const fake = await serve(() => ({ status: "in_progress" }));
  let second: Promise<CliRun> | undefined;
  const first = await evaluate(spec(fake), [], {
    onStart: (child) => {
      child.stderr?.on("data", (chunk) => {
        if (!String(chunk).includes("Come back")) return;
        second ??= evaluate(spec(fake)).finally(() =>
          fake.finish((lines) => ({ status: "completed", output: lines.map(answered).join("") })),
        );
      });
    },
  });
  expect([first.code, await second]).toEqual([0, expect.objectContaining({ code: 2 })]);
  expect((await second)?.stderr).toContain("another calltune command (evaluate");
  expect([fake.made.length, (await generationsOf()).length]).toEqual([1, 12]);
});

interface GateLine {
  readonly condition: string;
  readonly passed: boolean;
  readonly because: string;
}

async function serve(script: (lines: readonly BatchLine[]) => Script): Promise<FakeBatches> {
  const fake = await startFakeBatches(script);
  fakes.push(fake);
  return fake;
}

function spec({ address }: FakeBatches): string {
  return `mine=openai:m,url=${address},price-in=1,price-out=1`;
}

function evaluate(
  candidate: string,
  args: readonly string[] = [],
  { yes = true, ...settings }: CliSettings & { readonly yes?: boolean } = {},
): Promise<CliRun> {
  const flags = ["--batch", "--cases", "cases.jsonl", ...(yes ? ["--yes"] : []), "--candidate", candidate];
  return calltune(["evaluate", ...flags, ...args], { folder, ...settings });
}

/** Ends the process at a fact of the ledger. */
function killEnvironment(killAt: string): Record<string, string> {
  return { KILL_AT: killAt, NODE_OPTIONS: `--import ${import.meta.resolve("./support/kill-at-fact.mjs")}` };
}

async function evaluationNames(): Promise<string[]> {
  const entries = await readdir(join(folder, ".calltune/evaluations"), { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

async function fileOf(name: string): Promise<string> {
  const id = (await evaluationNames()).at(-1) ?? "";
  return join(folder, ".calltune/evaluations", id, name);
}

async function generationsOf(): Promise<Generation[]> {
  const text = await readFile(await fileOf("generations.jsonl"), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => Generation.parse(JSON.parse(line)));
}

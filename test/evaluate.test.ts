import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { EvaluationSummary } from "../src/domain/evaluation.ts";
import { Generation } from "../src/domain/generation.ts";
import { Report } from "../src/domain/report.ts";
import { ScoredCase } from "../src/domain/scored-case.ts";
import { type CliRun, type CliSettings, calltune } from "./support/cli.ts";
import { type ChatServer, type ChatServerSettings, startChatServer } from "./support/faulty-chat-server.ts";
import { weatherTool } from "./support/local-server.ts";
import { weatherCases } from "./support/weather-cases.ts";

let folder = "";
let servers: ChatServer[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-evaluate-"));
  servers = [];
  await writeFile(join(folder, "cases.jsonl"), weatherCases(30));
});

afterEach(async () => {
  for (const server of servers) await server.close();
  await rm(folder, { recursive: true });
});

test("two models answer every case once, and files, figures and times come of it", async () => {
  const server = await serve();
  const run = await evaluate([...two(server), "--json"]);
  expect([run.code, run.stderr]).toEqual([0, expect.stringContaining("unknown")]);
  const summary = EvaluationSummary.parse(JSON.parse(run.stdout));
  expect(summary.cases).toMatchObject({ from: "cases.jsonl", count: 30, calls: 10, withToolCalls: 20 });
  expect(summary.endedAt).not.toBeNull();
  for (const { candidate, answered, failed, missing, metrics } of summary.candidates) {
    expect([answered, failed, missing]).toEqual([30, {}, 0]);
    expect(metrics["exact_call"]).toMatchObject({ cases: 20, figures: { rate: { value: 1 } } });
    expect(metrics["false_call_rate"]).toMatchObject({ cases: 10, figures: { rate: { value: 0 } } });
    expect(metrics["tool_call_ms"]?.cases).toBe(20);
    expect(metrics["ttft_ms"]?.cases).toBe(10);
    expect(metrics["cost"]?.figures).toEqual(candidate.name === "one" ? null : expect.anything());
  }
  expect(server.requests).toHaveLength(60);
  const { generations, results } = await files(summary.id);
  expect(generations).toHaveLength(60);
  expect(results.map(({ candidate }) => candidate)).toEqual([
    ...Array(30).fill("one"),
    ...Array(30).fill("two"),
  ]);
  const [first] = generations;
  expect(first).toMatchObject({ usage: { promptTokens: 100, cachedPromptTokens: 20, estimated: false } });
  const answeredOnes = generations.flatMap((each) => (each.outcome === "answered" ? [each.latency] : []));
  for (const latency of answeredOnes) {
    expect(latency?.chunks).toBeGreaterThan(1);
    expect(latency?.firstTokenMs).toBeLessThanOrEqual(latency?.totalMs ?? 0);
  }
  // Case by case, and not one candidate behind the other.
  const half = server.requests.slice(0, 30).filter(({ model }) => model === "model-one").length;
  expect(half).toBeGreaterThan(12);
  expect(half).toBeLessThan(18);
});

test("no tool is forced, and a candidate's own prompt stands in the place of the case's", async () => {
  const server = await serve();
  await writeFile(join(folder, "agent.md"), "Be brief.\n");
  const spec = `mine=own:m,url=${server.address},prompt=agent.md,max-tokens=77,temperature=default`;
  expect(await evaluate(["--candidate", spec, "--limit", "3"])).toMatchObject({ code: 0 });
  const [{ body } = { body: null }] = server.requests;
  expect(body).toMatchObject({ max_tokens: 77, stream: true, stream_options: { include_usage: true } });
  expect(body).not.toHaveProperty("tool_choice");
  expect(body).not.toHaveProperty("temperature");
  expect(body?.messages[0]).toEqual({ role: "system", content: "Be brief." });
  expect(server.requests).toHaveLength(3);
});

test("the same command sends nothing again, and another price needs no request", async () => {
  const server = await serve();
  const first = await evaluate([...two(server), "--json"]);
  const { id } = JSON.parse(first.stdout);
  const second = await evaluate([...two(server, ",price-in=2,price-out=4"), "--json"]);
  expect(second.stderr).toContain("goes on");
  const summary = JSON.parse(second.stdout);
  expect(summary.id).toBe(id);
  expect(server.requests).toHaveLength(60);
  const [one] = summary.candidates;
  // 80 fresh and 20 cached tokens at $2, 10 at $4, for a million.
  expect(one.metrics.cost.figures.per_turn.value).toBeCloseTo(0.00024, 10);
});

test("--rescore asks nobody, and --evaluation takes one more candidate", async () => {
  const server = await serve();
  const { id } = JSON.parse((await evaluate([...two(server), "--json"])).stdout);
  await writeFile(
    join(folder, "calltune.config.mjs"),
    `export default { scoring: { parameters: { "get_weather.city": "ignore" } }, scorers: {
       polite: { about: "says please", better: "higher", unit: "share", summary: "rate", score: ({ generation }) => ({ value: generation.message.content?.includes("said") ? 1 : 0, of: 1 }) } } };`,
  );
  const again = JSON.parse((await calltune(["evaluate", "--rescore", "--json"], { folder })).stdout);
  expect([again.id, again.comparators]).toEqual([
    id,
    [{ tool: "get_weather", parameter: "city", comparator: "ignore", because: "a rule" }],
  ]);
  expect(again.candidates[0].metrics.polite.figures.rate.value).toBeCloseTo(1 / 3);
  expect(server.requests).toHaveLength(60);
  const more = `three=own:model-three,url=${server.address},price-in=0,price-out=0`;
  const run = await calltune(["evaluate", "--evaluation", id, "--candidate", more], { folder });
  expect(run).toMatchObject({ code: 0 });
  expect(run.stdout).toContain("polite");
  expect([server.requests.length, server.requests.at(-1)?.model]).toEqual([90, "model-three"]);
});

test("candidates are paid once, whichever way they are named, and others beside them aren't asked", async () => {
  const server = await serve();
  const spec = (name: string, price = 0) => [
    "--candidate",
    `${name}=own:model-${name},url=${server.address},price-in=${price},price-out=0`,
  ];
  const { id } = JSON.parse((await evaluate([...spec("one"), ...spec("two"), "--json"])).stdout);
  const add = ["evaluate", "--evaluation", id, ...spec("three"), "--json"];
  expect(JSON.parse((await calltune(add, { folder })).stdout).candidates).toHaveLength(3);
  expect(server.requests).toHaveLength(90);
  const all = await evaluate([...spec("three"), ...spec("one", 5), ...spec("two"), "--json"]);
  expect([all.code, JSON.parse(all.stdout).id, server.requests.length]).toEqual([0, id, 90]);
  const other = await evaluate([...spec("one"), ...spec("four"), "--json"]);
  expect(other.stderr).toContain(`one answered these cases before, in evaluation ${id}`);
  expect(JSON.parse(other.stdout).id).not.toBe(id);
  const older = await evaluate([...spec("one"), ...spec("two")]);
  expect(older.stdout).toContain(`calltune report ${id}`);
  const asked = server.requests.length;
  // Of three a reply is lost: who names the others doesn't pay for it.
  const file = join(folder, ".calltune/evaluations", id, "generations.jsonl");
  const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
  await writeFile(file, `${lines.filter((_, place) => place !== 60).join("\n")}\n`);
  const some = await evaluate([...spec("two"), ...spec("one"), "--json"]);
  expect([JSON.parse(some.stdout).id, server.requests.length]).toEqual([id, asked]);
  expect(some.stderr).toContain("beside them it has three");
});

test("replies of one address are never told as another's", async () => {
  const [old, fresh] = [await serve(), await serve()];
  const spec = (server: ChatServer) => ["--candidate", `a=own:m,url=${server.address}`, "--json"];
  expect(await evaluate(spec(old))).toMatchObject({ code: 0 });
  const again = await evaluate(spec(fresh));
  expect(again.stderr).toContain(`the replies that are there came from ${old.address}`);
  expect(JSON.parse(again.stdout).candidates[0].candidate.address).toBe(old.address);
  expect(fresh.requests).toHaveLength(0);
});

test("a candidate that is added and can't be asked isn't left in the evaluation", async () => {
  const [server, broken] = [await serve(), await serve({ behave: () => "bad-key" })];
  const { id } = JSON.parse((await evaluate([...two(server), "--json"])).stdout);
  const add = (url: string, ...flags: string[]) =>
    calltune(["evaluate", "--evaluation", id, "--candidate", `three=own:m,url=${url}`, ...flags], { folder });
  expect(await add(server.address)).toMatchObject({ code: 2 });
  expect(await add(broken.address, "--yes")).toMatchObject({ code: 4 });
  const rescored = JSON.parse((await calltune(["evaluate", "--rescore", "--json"], { folder })).stdout);
  expect(rescored.candidates).toHaveLength(2);
  expect(rescored.endedAt).not.toBeNull();
  const unasked = await add(server.address, "--rescore");
  expect([unasked.code, unasked.stderr]).toEqual([2, expect.stringContaining("leave --rescore out")]);
});

test("a scorer that is none is told before anybody is paid, and one that throws tells no caller's words", async () => {
  const server = await serve();
  const config = (score: string) =>
    writeFile(
      join(folder, "calltune.config.mjs"),
      `export default { scorers: { mine: { about: "a", better: "higher", unit: "share", summary: "rate", score: ${score} } } };`,
    );
  await config('"no function"');
  const wrong = await evaluate(two(server));
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("scorers.mine.score")]);
  expect(server.requests).toHaveLength(0);
  await config('() => JSON.parse("my number is 555 0199")');
  const thrown = await evaluate(two(server));
  expect([thrown.code, thrown.stderr]).toEqual([2, expect.stringContaining("threw SyntaxError")]);
  expect(thrown.stderr).not.toMatch(/555|my number/);
});

test("where there is no dataset no evaluation is begun", async () => {
  const run = await calltune(["evaluate"], { folder });
  expect([run.code, run.stderr]).toEqual([
    2,
    expect.stringContaining("there is no dataset in the workspace"),
  ]);
  expect(await readdir(join(folder, ".calltune"))).not.toContain("evaluations");
});

test("a price is shown and asked for: without a yes nothing is sent", async () => {
  const server = await serve();
  const spec = (price: string) => ["--candidate", `a=own:m,url=${server.address}${price}`];
  const unasked = await calltune(["evaluate", "--cases", "cases.jsonl", ...spec("")], { folder });
  expect([unasked.code, unasked.stderr]).toEqual([2, expect.stringContaining("nobody is here to say yes")]);
  expect(unasked.stderr).toMatch(/a\s+32\s+[\d,]+\s+[\d,]+\s+unknown\s+unknown/);
  const priced = await evaluate([...spec(",price-in=1000,price-out=1000"), "--max-price", "1"]);
  expect([priced.code, priced.stderr]).toEqual([
    2,
    expect.stringContaining("--max-price is $1.00; nothing was sent"),
  ]);
  expect(server.requests).toHaveLength(0);
  expect(await evaluate([...spec(",price-in=1000,price-out=1000"), "--max-price", "20"])).toMatchObject({
    code: 0,
  });
});

test("the price counts warm-ups, and says what replies of full length would cost", async () => {
  const server = await serve();
  const ask = (model: string, ...flags: string[]) => {
    const spec = `a=own:${model},url=${server.address},price-in=0,price-out=1000,max-tokens=500`;
    return calltune(["evaluate", "--cases", "cases.jsonl", "--candidate", spec, ...flags], { folder });
  };
  const [bare, warm] = [await ask("m", "--warm-up", "0"), await ask("m", "--warm-up", "3")];
  const row = /a +(\d+) +([\d,]+) +([\d,]+) +\$[\d.]+ +\$([\d.]+)/;
  const [bareRow, warmRow] = [bare, warm].map(({ stderr }) =>
    (row.exec(stderr) ?? []).slice(1).map((cell) => Number(cell.replace(",", ""))),
  );
  expect([bareRow?.[0], warmRow?.[0]]).toEqual([30, 33]);
  // 500 tokens each, at $1,000 for a million.
  expect([bareRow?.[3], warmRow?.[3]]).toEqual([15, 16.5]);
  // A greeting answered in a sentence of 40 tokens.
  expect((warmRow?.[2] ?? 0) - (bareRow?.[2] ?? 0)).toBe(3 * 40);
  expect((warmRow?.[1] ?? 0) - (bareRow?.[1] ?? 0)).toBeGreaterThan(3 * 10);
  expect(warm.stderr.replace(/\s+/g, " ")).toContain(
    "A model that thinks first is paid for its thoughts too",
  );
  const thinking = await ask("gpt-oss-20b", "--yes", "--max-price", "5");
  expect([thinking.code, thinking.stderr]).toEqual([
    2,
    expect.stringContaining("a may think, and all may then cost up to $16.00, while --max-price is $5.00"),
  ]);
  expect(server.requests).toHaveLength(0);
});

test("keys go to whom they belong to, and stand in no file and no message", async () => {
  const server = await serve({ behave: () => "bad-key" });
  const run = await evaluate(["--candidate", `a=groq:m,url=${server.address}`], {
    env: { GROQ_API_KEY: "gsk-very-secret" },
  });
  expect(run.code).toBe(4);
  expect(run.stderr).toContain("refused with 401 invalid_api_key");
  expect(run.stderr).toContain("put a key that groq takes into GROQ_API_KEY");
  expect(run.stderr).not.toMatch(/secret/);
  await writeFile(join(folder, ".env"), 'GROQ_API_KEY="gsk-very-secret\nOTHER=1\n');
  const unclosed = await evaluate(["--candidate", "a=groq:m"]);
  expect([unclosed.code, unclosed.stderr]).toEqual([2, expect.stringContaining("a quotation mark without")]);
  expect(unclosed.stderr).not.toMatch(/secret/);
  await rm(join(folder, ".env"));
  const missing = await evaluate(["--candidate", "a=groq:m"]);
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("put the line GROQ_API_KEY=…")]);
});

test("files are their owner's alone, and a second evaluate is refused meanwhile", async () => {
  const server = await serve({ delayMs: 300 });
  const first = evaluate(["--candidate", `a=own:m,url=${server.address}`, "--concurrency", "2"]);
  while (server.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  const second = await evaluate(["--candidate", `a=own:m,url=${server.address}`]);
  expect([second.code, second.stderr]).toEqual([
    2,
    expect.stringContaining("another calltune command (evaluate"),
  ]);
  expect(await first).toMatchObject({ code: 0 });
  expect(server.together()).toBe(2);
  const [id = ""] = await evaluationNames();
  for (const name of await readdir(join(folder, ".calltune/evaluations", id)))
    expect([name, (await stat(join(folder, ".calltune/evaluations", id, name))).mode & 0o077]).toEqual([
      name,
      0,
    ]);
});

test.each([
  [["--candidate", "groq"], 'is neither log nor provider:model; an example: --candidate "base='],
  [["--candidate", "a=nobody:m"], "any OpenAI-compatible server with url="],
  [["--candidate", "a=groq:m,few-shots=3"], "there is no option few-shots"],
  [["--candidate", "a=groq:m,temperature=hot"], "temperature takes a number"],
  [["--candidate", "a=groq:m,price-in=1"], "price-in and price-out together"],
  [["--candidate", "a=groq:m,url=ftp://x"], "takes an http or https address"],
  [["--candidate", "a=groq:m,url=http://u:p@x/v1"], "holds a password"],
  [["--candidate", "a=groq:m,prompt=gone.md"], "the prompt gone.md can't be read"],
  [["--candidate", "a=groq:m,few-shot=2"], "there is none; run calltune build"],
  [["--candidate", "a=groq:m", "--candidate", "a=groq:n"], "two candidates are called a"],
  [["--candidate", "log"], "a file of cases has no log"],
  [["--concurrency", "0"], "--concurrency takes a whole number from 1"],
  [["--candidat", "x"], "Did you mean --candidate?"],
  [[], "there is nobody to ask: the workspace has no tuned model yet"],
])("wrong usage %j says what to do", async (args, sentence) => {
  const run = await evaluate(args);
  expect([run.code, run.stderr]).toEqual([2, expect.stringContaining(sentence)]);
});

test.each([
  ["{", "isn't a JSON object"],
  ['{"messages": [{"role": "user", "content": "hi"}]}', "doesn't end with an assistant message"],
  ['{"messages": [{"role": "assistant", "content": "hi"}]}', "has nothing before the expected reply"],
  ['{"messages": [{"role": "robot", "content": "hi"}]}', "messages.0.role"],
  ['{"messages": []}', "messages: "],
  [
    '{"id": "case-0", "messages": [{"role": "user", "content": "hi"}], "expected": "yes"}',
    "has the id of an earlier row",
  ],
  [
    '{"messages": [{"role": "user", "content": "hi"}, {"role": "assistant", "tool_calls": [{"id": "1", "type": "function", "function": {"name": "a", "arguments": "{"}}]}]}',
    "the arguments of the expected tool call a aren't a JSON object",
  ],
  [
    '{"messages": [{"role": "user", "content": "hi"}, {"role": "assistant", "function_call": {"name": "a", "arguments": "{}"}}]}',
    "write tool_calls",
  ],
  [
    '{"messages": [{"role": "user", "content": "hi"}, {"role": "assistant", "content": ""}]}',
    "neither words nor tool calls",
  ],
  ['{"callStartedAt": "yesterday", "messages": [{"role": "user", "content": "hi"}]}', "callStartedAt: takes"],
  [
    '{"id": "simple_python_0", "question": [[{"role": "user", "content": "hi"}]], "function": []}',
    "give its file of answers",
  ],
])("a wrong row %s is named by its place", async (row, sentence) => {
  await writeFile(join(folder, "cases.jsonl"), `${weatherCases(1)}\n${row}\n`);
  const run = await evaluate(["--candidate", "a=own:m,url=http://127.0.0.1:1/v1"]);
  expect(run.code).toBe(sentence.includes("answers") ? 2 : 3);
  if (run.code === 3) expect(run.stderr).toContain("cases.jsonl:3: ");
  expect(run.stderr).toContain(sentence);
});

test("a file without a case says so, one with Windows' line ends and a mark in front is read", async () => {
  const spec = ["--candidate", "a=own:m,url=http://127.0.0.1:1/v1"];
  await writeFile(join(folder, "cases.jsonl"), "\r\n\r\n");
  const empty = await evaluate(spec);
  expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining("it has no line with a case")]);
  await writeFile(join(folder, "cases.jsonl"), `\ufeff${weatherCases(3).replaceAll("\n", "\r\n")}`);
  const server = await serve();
  const run = await evaluate(["--candidate", `a=own:m,url=${server.address}`, "--json"]);
  expect(JSON.parse(run.stdout).cases).toMatchObject({ count: 3, withToolCalls: 2 });
});

test("rows that expect a tool which they don't offer are counted, with their lines and what to do", async () => {
  const row = (name: string, tools: readonly object[]) =>
    JSON.stringify({
      messages: [{ role: "user", content: "hi" }],
      tools,
      expected: { kind: "calls", toolCalls: [{ name, arguments: "{}" }] },
    });
  const rows = [row("get_weather", [weatherTool]), row("weather", [weatherTool]), row("a", []), row("b", [])];
  await writeFile(join(folder, "cases.jsonl"), rows.join("\n"));
  const run = await evaluate(["--candidate", "a=own:m,url=http://127.0.0.1:1/v1"]);
  expect([run.code, run.stderr]).toEqual([
    3,
    expect.stringContaining(
      "cases.jsonl:2: the expected tool weather isn't among the row's tools, which are get_weather: no model could be right; add its definition to the row's tools, or correct the name (2 more rows are like it: line 3, 4)",
    ),
  ]);
  expect(await evaluationNames()).toEqual([]);
});

test("an empty reply is shown as what it is, in every form of the report", async () => {
  const server = await serve({
    behave: ({ said }) => (said.startsWith("Hello there") ? "silent" : "answer"),
  });
  const run = await evaluate(["--candidate", `mute=own:m,url=${server.address}`]);
  expect(run.stdout).toMatch(/empty reply +mute +100\.0 %/);
  const report = await calltune(["report"], { folder });
  expect(report.stdout).toMatch(/empty replies +100\.0 %/);
  const [id = ""] = await evaluationNames();
  const of = (ending: string) => readFile(join(folder, ".calltune/reports", `${id}.${ending}`), "utf8");
  const { candidates } = Report.parse(JSON.parse(await of("json")));
  expect(candidates[0]?.confusion).toEqual({
    tools: ["get_weather", "(none)", "(empty)"],
    rows: [
      [20, 0, 0],
      [0, 0, 10],
      [0, 0, 0],
    ],
  });
  expect(candidates[0]?.result.metrics["right_decision"]?.figures?.["rate"]?.value).toBeCloseTo(2 / 3);
  expect(await of("md")).toMatch(/\| empty replies \| 100\.0 %/);
  expect(await of("md")).toContain("| `mute` | `(none)` | `(empty)` | 10 |");
  expect(await of("html")).toContain("Empty replies");
});

test("a row may name its expected reply apart, in three ways", async () => {
  const question = { messages: [{ role: "user", content: "weather in Rome" }], tools: [weatherTool] };
  const made = { id: "1", type: "function", function: { name: "get_weather", arguments: '{"city":"Rome"}' } };
  const rows = [
    { ...question, expected: { role: "assistant", content: null, tool_calls: [made] } },
    {
      ...question,
      expected: { kind: "calls", toolCalls: [{ name: "get_weather", arguments: '{"city":"Rome"}' }] },
    },
    { ...question, expected: "It rains." },
  ];
  await writeFile(join(folder, "cases.jsonl"), rows.map((row) => JSON.stringify(row)).join("\n"));
  const server = await serve();
  const run = await evaluate(["--candidate", `a=own:m,url=${server.address}`, "--json"]);
  const { candidates } = JSON.parse(run.stdout);
  expect(candidates[0].metrics.exact_call).toMatchObject({ cases: 2 });
  expect(candidates[0].metrics.false_call_rate).toMatchObject({ cases: 1, figures: { rate: { value: 1 } } });
});

async function serve(settings: ChatServerSettings = {}): Promise<ChatServer> {
  const server = await startChatServer(settings);
  servers.push(server);
  return server;
}

function two(server: ChatServer, ofOne = ""): string[] {
  return [
    "--candidate",
    `one=own:model-one,url=${server.address}${ofOne}`,
    "--candidate",
    `two=own:model-two,url=${server.address},price-in=1,price-out=2`,
  ];
}

function evaluate(args: readonly string[], settings: CliSettings = {}): Promise<CliRun> {
  return calltune(["evaluate", "--cases", "cases.jsonl", "--yes", ...args], { folder, ...settings });
}

async function evaluationNames(): Promise<string[]> {
  const entries = await readdir(join(folder, ".calltune/evaluations"), { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

async function files(id: string) {
  const lines = async (name: string) =>
    (await readFile(join(folder, ".calltune/evaluations", id, name), "utf8")).trimEnd().split("\n");
  return {
    generations: (await lines("generations.jsonl")).map((line) => Generation.parse(JSON.parse(line))),
    results: (await lines("results.jsonl")).map((line) => ScoredCase.parse(JSON.parse(line))),
  };
}

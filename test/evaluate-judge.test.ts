import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { EvaluationSummary } from "../src/domain/evaluation.ts";
import { controls } from "../src/pipeline/evaluate/texts/judge-controls.ts";
import {
  type ChatRequest,
  type ChatServer,
  refuse,
  startChatServer,
  toolCallMessage,
} from "./support/chat-server.ts";
import { type CliRun, calltune } from "./support/cli.ts";

/** What is expected, what the model writes, and whether that is the same; no two words are. */
const notes = [
  ["quiet corner please", "somewhere calm", true],
  ["allergic to peanuts", "leave at reception", false],
  ["wheelchair", "needs a ramp", true],
] as const;
const key = "sk-own-secret-0123456789";

let folder = "";
let server: ChatServer;
let verdictOf: (pair: { first: string; second: string }) => string;
let refusal: number | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-evaluate-judge-"));
  verdictOf = rightly;
  refusal = null;
  server = await startChatServer((request, response) => {
    if (request.body.model !== "judge")
      return toolCallMessage("take_note", JSON.stringify({ notes: noteFor(request) }));
    if (refusal !== null) return refuse(response, refusal, `no, ${key}`);
    return { role: "assistant", content: verdictOf(JSON.parse(lastWords(request))) };
  });
  await writeFile(join(folder, "cases.jsonl"), cases());
  await configure({});
});

afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test("a believed judge decides about free texts, once; the summary and the terminal tell of it", async () => {
  const run = await evaluate("--yes");
  expect([run.code, run.stderr]).toEqual([
    0,
    expect.stringMatching(/judge own:judge, at most\s+19\s.*unknown/),
  ]);
  expect(run.stdout).toMatch(
    /judge own:judge \(prompt \w{12}, all 16 controls right\): 3 pairs of free texts, 2 the same, 1 different/,
  );
  const summary = await summaryOf();
  expect(summary.textJudge).toMatchObject({
    judge: "own:judge",
    believed: true,
    controls: controls.length,
    wrongControls: [],
    same: 2,
    different: 1,
  });
  expect(exactIn(summary)).toBeCloseTo(2 / 3);
  expect(asked("judge")).toBe(controls.length + notes.length);
  expect((await stat(join(folder, ".calltune/text-verdicts.jsonl"))).mode & 0o077).toBe(0);

  const again = await evaluate();
  expect([again.code, asked("judge"), asked("agent")]).toEqual([
    0,
    controls.length + notes.length,
    notes.length,
  ]);
  const rescored = await calltune(["evaluate", "--rescore"], { folder });
  expect([rescored.code, server.requests.length]).toEqual([0, controls.length + 2 * notes.length]);
  expect(exactIn(await summaryOf())).toBeCloseTo(2 / 3);
});

test("a judge that gets a control wrong is not believed, is asked no more, and that is said", async () => {
  verdictOf = () => "SAME";
  const run = await evaluate("--yes");
  expect(run.code).toBe(0);
  expect(run.stdout).toMatch(
    /judge own:judge got 10 of 16 controls wrong \(negation, .*it isn't believed, and words/,
  );
  const summary = await summaryOf();
  expect(summary.textJudge).toMatchObject({ believed: false });
  expect([exactIn(summary), asked("judge")]).toEqual([0, controls.length]);
});

test("a judge that is known to get controls wrong isn't in the price question, and that is said", async () => {
  verdictOf = () => "SAME";
  await evaluate("--yes");
  const run = await ask("other", "price-in=1,price-out=1", "--yes");
  expect(run.code).toBe(0);
  expect(run.stderr).toContain(
    "judge own:judge isn't in the price: it got controls wrong before (negation, ",
  );
  expect(run.stderr).not.toMatch(/judge own:judge, at most/);
  // Nothing else costs anything, so nobody is asked.
  expect((await ask("third", "price-in=0,price-out=0")).code).toBe(0);
  expect(asked("judge")).toBe(controls.length);
});

test("a re-score asks nobody and needs no key: without verdicts words are counted", async () => {
  await configure(null);
  expect(await evaluate("--yes")).toMatchObject({ code: 0 });
  expect(await summaryOf()).not.toHaveProperty("textJudge");
  await configure({ provider: "openai", url: undefined });
  const run = await calltune(["evaluate", "--rescore"], { folder });
  expect([run.code, run.stdout]).toEqual([
    0,
    expect.stringContaining("judge openai:judge wasn't asked (3 pairs"),
  ]);
  expect([exactIn(await summaryOf()), asked("judge")]).toEqual([0, 0]);
});

test("its price is in the question: without a yes nobody is asked anything", async () => {
  const run = await evaluate();
  expect([run.code, run.stderr]).toEqual([2, expect.stringContaining("nobody is here to say yes")]);
  await configure({ price: { input: 1000, output: 1000 } });
  const dear = await evaluate("--yes", "--max-price", "0.5");
  expect([dear.code, dear.stderr]).toEqual([
    2,
    expect.stringContaining("--max-price is $0.50; nothing was sent"),
  ]);
  expect(server.requests).toHaveLength(0);
});

test("a judge that comes later is asked about the replies that are there, after a yes", async () => {
  await configure(null);
  await evaluate("--yes");
  await configure({});
  const unasked = await evaluate();
  expect([unasked.code, unasked.stderr]).toEqual([2, expect.stringMatching(/judge own:judge\s+19\s/)]);
  expect(asked("judge")).toBe(0);
  expect(await evaluate("--yes")).toMatchObject({ code: 0 });
  expect([asked("agent"), asked("judge")]).toEqual([notes.length, controls.length + notes.length]);
});

test("a judge that can't be asked stops the command; replies are kept, and no key is shown", async () => {
  refusal = 401;
  const run = await evaluate("--yes");
  expect([run.code, run.stderr]).toEqual([
    4,
    expect.stringContaining("a verdict on two texts with judge: 401"),
  ]);
  expect(`${run.stdout}${run.stderr}`).not.toContain(key);
  refusal = null;
  expect(await evaluate("--yes")).toMatchObject({ code: 0 });
  expect(asked("agent")).toBe(notes.length);
});

test("a judge without its key is named before anybody is asked", async () => {
  await configure({ provider: "openai", url: undefined });
  const run = await evaluate("--yes");
  expect([run.code, run.stderr]).toEqual([2, expect.stringContaining("add the line OPENAI_API_KEY=")]);
  expect(server.requests).toHaveLength(0);
});

/** Null: no judge. */
async function configure(judge: object | null): Promise<void> {
  const usual = { provider: "own", model: "judge", url: server.address };
  const scoring = judge === null ? {} : { judge: { ...usual, ...judge } };
  await writeFile(join(folder, "calltune.config.json"), JSON.stringify({ scoring }));
}

function evaluate(...flags: readonly string[]): Promise<CliRun> {
  return ask("agent", "price-in=0,price-out=0", ...flags);
}

function ask(name: string, price: string, ...flags: readonly string[]): Promise<CliRun> {
  const spec = `${name}=own:agent,url=${server.address},${price}`;
  const args = ["evaluate", "--cases", "cases.jsonl", "--candidate", spec, "--warm-up", "0", ...flags];
  return calltune(args, { folder, env: { OWN_API_KEY: key } });
}

async function summaryOf(): Promise<EvaluationSummary> {
  const { stdout } = await calltune(["evaluate", "--rescore", "--json"], { folder });
  return EvaluationSummary.parse(JSON.parse(stdout));
}

function exactIn({ candidates }: EvaluationSummary): number | undefined {
  return candidates[0]?.metrics["exact_call"]?.figures?.["rate"]?.value;
}

function asked(model: string): number {
  return server.requests.filter(({ body }) => body.model === model).length;
}

function rightly({ first, second }: { first: string; second: string }): string {
  const control = controls.find(({ expected, given }) => expected === first && given === second);
  const known = notes.find(([expected, given]) => expected === first && given === second);
  return (control?.same ?? known?.[2]) === true ? "SAME" : "DIFFERENT";
}

function noteFor(request: ChatRequest): string {
  const number = Number(/\d+/.exec(lastWords(request))?.[0]);
  return notes[number]?.[1] ?? "";
}

function lastWords({ body }: ChatRequest): string {
  const { messages } = body as unknown as { messages: { content: string }[] };
  return messages.at(-1)?.content ?? "";
}

function cases(): string {
  const parameters = { type: "object", properties: { notes: { type: "string" } }, required: ["notes"] };
  const tool = { type: "function", function: { name: "take_note", parameters } };
  return notes
    .map(([expected], number) => ({
      id: `case-${number}`,
      messages: [
        { role: "user", content: `My wish is number ${number}` },
        toolCallMessage("take_note", JSON.stringify({ notes: expected })),
      ],
      tools: [tool],
    }))
    .map((row) => `${JSON.stringify(row)}\n`)
    .join("");
}

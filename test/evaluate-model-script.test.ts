import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ChatServer, startChatServer } from "./support/faulty-chat-server.ts";
import { weatherCases } from "./support/weather-cases.ts";

const script = new URL("../scripts/fine-tuning/evaluate-model.ts", import.meta.url).pathname;
const [groqKey, togetherKey] = ["gsk-guide-secret", "tgp-guide-secret"];
let folder = "";
let groq: ChatServer;
let together: ChatServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-guide-"));
  await writeFile(join(folder, "cases.jsonl"), weatherCases(30));
  // The model in use never answers one of the towns rightly.
  groq = await startChatServer({
    behave: ({ said }) => (said.includes("Town4") ? "broken-tool-call" : "answer"),
  });
  together = await startChatServer();
});

afterAll(async () => {
  await groq.close();
  await together.close();
  await rm(folder, { recursive: true });
});

test("the guide's environment gives its four measures of the model in use and the fine-tuned one", async () => {
  const { code, stdout, stderr } = await evaluateModel(["--cases", "cases.jsonl", "--yes"], {
    GROQ_API_KEY: groqKey,
    GROQ_TOOL_MODEL: "llama-3.1-8b-instant",
    BASE_MODEL_URL: groq.address,
    TOGETHER_API_KEY: togetherKey,
    FINE_TUNED_MODEL: "acme/tuned-1",
    TOGETHER_BASE_URL: together.address,
  });
  expect([code, stderr]).toEqual([0, expect.anything()]);
  const measures = stdout.slice(stdout.lastIndexOf("tool-selection accuracy"));
  expect(measures).toMatch(/^tool-selection accuracy\s+9\d\.\d % \(.*\)\s+100\.0 % \(/);
  expect(measures).toMatch(/parameter-extraction accuracy\s+9\d\.\d % .*\s+100\.0 %/);
  expect(measures).toMatch(/response latency: tool call, p95\s+\d+ ms/);
  expect(measures).toMatch(/cost per call\s+unknown\s+unknown/);
  expect([groq.requests.length, together.requests.length]).toEqual([30, 30]);
  expect(groq.requests[0]).toMatchObject({
    model: "llama-3.1-8b-instant",
    authorization: `Bearer ${groqKey}`,
  });
  expect(together.requests[0]).toMatchObject({
    model: "acme/tuned-1",
    authorization: `Bearer ${togetherKey}`,
  });
  expect(`${stdout}${stderr}`).not.toMatch(/secret/);
});

test.each<[Readonly<Record<string, string>>, string]>([
  [{}, "GROQ_TOOL_MODEL isn't set"],
  [{ GROQ_TOOL_MODEL: "m" }, "calltune tune makes one, or set FINE_TUNED_MODEL"],
  [{ GROQ_TOOL_MODEL: "m", FINE_TUNED_MODEL: "n" }, "GROQ_API_KEY isn't set"],
])("with the environment %j it says what to set", async (env, sentence) => {
  const run = await evaluateModel(["--cases", "cases.jsonl"], env);
  expect([run.code, run.stderr]).toEqual([2, expect.stringContaining(sentence)]);
});

async function evaluateModel(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), script, ...args], {
    cwd: folder,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { code, stdout, stderr };
}

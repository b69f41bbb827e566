import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import Groq from "groq-sdk";
import OpenAI, { toFile } from "openai";
import Together from "together-ai";
import { expect, onTestFinished, test } from "vitest";
import {
  makeTestFolder,
  startTestServer,
  type TestServer,
  until,
  weatherTool,
} from "./support/local-server.ts";

const model = "calltune/stand-in";
const over = ["completed", "failed", "expired", "cancelled"];

test.each(["/v1", "/openai/v1"])("the openai client walks a batch's whole life at %s", async (path) => {
  const server = await startTestServer({ token: "secret" });
  const client = new OpenAI({ apiKey: "secret", baseURL: server.url + path });
  const file = await client.files.create({
    file: await toFile(Buffer.from(lines(6)), "in.jsonl"),
    purpose: "batch",
  });
  expect(file).toMatchObject({ object: "file", purpose: "batch", status: "processed" });
  const made = await create(client, file.id, { metadata: { evaluation: "mine" } });
  expect(made).toMatchObject({ object: "batch", input_file_id: file.id, completion_window: "24h" });
  expect((made.expires_at ?? 0) - made.created_at).toBe(24 * 60 * 60);
  const done = await untilOver(client, made.id);
  expect(done).toMatchObject({
    status: "completed",
    request_counts: { total: 6, completed: 6, failed: 0 },
    error_file_id: null,
    metadata: { evaluation: "mine" },
  });
  const answers = await rowsOf(client, done.output_file_id);
  expect(answers.map(({ custom_id }) => custom_id)).toEqual(["r-0", "r-1", "r-2", "r-3", "r-4", "r-5"]);
  expect(answers[3]).toMatchObject({
    error: null,
    response: {
      status_code: 200,
      body: { object: "chat.completion", choices: [{ message: { role: "assistant" } }] },
    },
  });
  const second = await create(client, file.id);
  await untilOver(client, second.id);
  const listed: string[] = [];
  for await (const batch of client.batches.list({ limit: 1 })) listed.push(batch.id);
  expect(listed).toEqual([second.id, made.id]);
  expect((await client.files.retrieve(done.output_file_id ?? "")).purpose).toBe("batch_output");
});

test("a request that can't be answered has its line in the error file, the others are answered", async () => {
  const server = await startTestServer();
  const client = new OpenAI({ apiKey: "any", baseURL: `${server.url}/v1` });
  const text = [lineOf("good"), lineOf("no-model", { model: "nobody" }), lineOf("no-body", { messages: [] })];
  const done = await runBatch(client, text.join("\n"));
  expect(done).toMatchObject({ status: "completed", request_counts: { total: 3, completed: 1, failed: 2 } });
  const errors = await rowsOf(client, done.error_file_id);
  expect(errors.map(({ custom_id, response }) => [custom_id, response.status_code])).toEqual([
    ["no-model", 404],
    ["no-body", 400],
  ]);
  expect(errors[0].response.body.error).toMatchObject({ code: "model_not_available" });
});

test.each([
  ["broken JSON", `${lineOf("a")}\n{"custom_id": `, "invalid_json_line", 2],
  ["one name twice", `${lineOf("a")}\n${lineOf("a")}`, "duplicate_custom_id", 2],
  ["no body", '{"custom_id": "a"}', "missing_required_parameter", 1],
  ["another endpoint", lineOf("a").replace("/v1/chat/completions", "/v1/embeddings"), "mismatched_url", 1],
  ["nothing at all", "\n", "empty_file", null],
])(
  "a file with %s fails as a whole, with the line, and nothing of it is answered",
  async (_what, text, code, line) => {
    const server = await startTestServer();
    const client = new OpenAI({ apiKey: "any", baseURL: `${server.url}/v1` });
    const done = await runBatch(client, text);
    expect([done.status, done.errors?.data?.[0]]).toEqual([
      "failed",
      expect.objectContaining({ code, line }),
    ]);
    expect(done.output_file_id).toBeNull();
  },
);

test("a batch that is cancelled keeps what was answered; one that waits is never begun; one that is over stays", async () => {
  const server = await startTestServer();
  const client = new OpenAI({ apiKey: "any", baseURL: `${server.url}/v1` });
  const file = await client.files.create({
    file: await toFile(Buffer.from(lines(3000)), "in.jsonl"),
    purpose: "batch",
  });
  const running = await create(client, file.id);
  const waiting = await create(client, file.id);
  await until(
    () => client.batches.retrieve(running.id),
    ({ request_counts }) => (request_counts?.completed ?? 0) > 2,
  );
  await expect(client.files.delete(file.id)).rejects.toThrow("in use by the batch");
  for (const { id } of [waiting, running]) await client.batches.cancel(id);
  const stopped = await untilOver(client, running.id);
  const { completed = 0 } = stopped.request_counts ?? {};
  expect([stopped.status, completed > 2 && completed < 3000]).toEqual(["cancelled", true]);
  expect(await rowsOf(client, stopped.output_file_id)).toHaveLength(completed);
  expect(await untilOver(client, waiting.id)).toMatchObject({ status: "cancelled", output_file_id: null });
  await expect(client.batches.cancel(running.id)).rejects.toThrow("Cannot cancel");
});

test("a file for another purpose, another endpoint and a batch that isn't there are refused", async () => {
  const server = await startTestServer();
  const client = new OpenAI({ apiKey: "any", baseURL: `${server.url}/v1` });
  const other = await client.files.create({
    file: await toFile(Buffer.from(lines(1)), "in.jsonl"),
    purpose: "evals",
  });
  await expect(create(client, other.id)).rejects.toThrow("has the purpose evals");
  await expect(create(client, "file-nowhere")).rejects.toMatchObject({ status: 404 });
  await expect(client.batches.retrieve("batch_nowhere")).rejects.toMatchObject({ status: 404 });
  const file = await client.files.create({
    file: await toFile(Buffer.from(lines(1)), "in.jsonl"),
    purpose: "batch",
  });
  const request = { input_file_id: file.id, endpoint: "/v1/embeddings", completion_window: "24h" } as const;
  await expect(client.batches.create(request)).rejects.toMatchObject({ status: 400 });
});

test("together-ai and groq-sdk walk it in their own forms", async () => {
  const server = await startTestServer();
  const together = new Together({ apiKey: "any", baseURL: `${server.url}/v1` });
  const input_file_id = await announced(
    server,
    lines(4).replaceAll('"method":"POST","url":"/v1/chat/completions",', ""),
  );
  const { job } = await together.batches.create({ endpoint: "/v1/chat/completions", input_file_id });
  const done = await until(
    () => together.batches.retrieve(job?.id ?? ""),
    ({ status }) => status === "COMPLETED" || status === "FAILED",
  );
  expect(done).toMatchObject({ status: "COMPLETED", progress: 100, input_file_id });
  expect(await (await together.files.content(done.output_file_id ?? "")).text()).toContain('"r-3"');
  expect((await together.batches.list()).map(({ id }) => id)).toEqual([done.id]);
  const groq = new Groq({ apiKey: "any", baseURL: server.url });
  const file = await groq.files.create({
    file: await toFile(Buffer.from(lines(2)), "in.jsonl"),
    purpose: "batch",
  });
  const batch = await groq.batches.create({
    input_file_id: file.id ?? "",
    endpoint: "/v1/chat/completions",
    completion_window: "7d",
  });
  const ended = await until(
    () => groq.batches.retrieve(batch.id),
    ({ status }) => over.includes(status),
  );
  expect(ended).toMatchObject({ status: "completed", request_counts: { completed: 2 } });
});

test("a server that is killed goes on behind its last answer, and answers nothing twice", async () => {
  const folder = await makeTestFolder();
  let running = await startProcess(folder);
  const client = () => new OpenAI({ apiKey: "any", baseURL: `${running.url}/v1`, maxRetries: 0 });
  const file = await client().files.create({
    file: await toFile(Buffer.from(lines(400)), "in.jsonl"),
    purpose: "batch",
  });
  const { id } = await create(client(), file.id);
  for (const after of [30, 150]) {
    await until(
      () => client().batches.retrieve(id),
      ({ request_counts }) => (request_counts?.completed ?? 0) > after,
    );
    running.child.kill("SIGKILL");
    await once(running.child, "exit");
    const kept = await readFile(join(folder, "local/batches", id, "output.jsonl"), "utf8");
    expect(kept.split("\n").length).toBeGreaterThan(after);
    running = await startProcess(folder);
  }
  const done = await untilOver(client(), id);
  expect(done).toMatchObject({
    status: "completed",
    request_counts: { total: 400, completed: 400, failed: 0 },
  });
  const names = (await rowsOf(client(), done.output_file_id)).map(({ custom_id }) => custom_id);
  expect([names.length, new Set(names).size]).toEqual([400, 400]);
});

async function runBatch(client: OpenAI, text: string): Promise<OpenAI.Batch> {
  const file = await client.files.create({
    file: await toFile(Buffer.from(text), "in.jsonl"),
    purpose: "batch",
  });
  return untilOver(client, (await create(client, file.id)).id);
}

function create(client: OpenAI, input_file_id: string, more: object = {}): Promise<OpenAI.Batch> {
  const request = { input_file_id, endpoint: "/v1/chat/completions", completion_window: "24h" } as const;
  return client.batches.create({ ...request, ...more });
}

function untilOver(client: OpenAI, id: string): Promise<OpenAI.Batch> {
  return until(
    () => client.batches.retrieve(id),
    ({ status }) => over.includes(status),
  );
}

async function rowsOf(client: OpenAI, id: string | undefined): Promise<ReturnType<typeof JSON.parse>[]> {
  const text = await (await client.files.content(id ?? "")).text();
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** Together's upload in its two steps; its own client's can't work. */
async function announced(server: TestServer, content: string): Promise<string> {
  const body = new URLSearchParams({ purpose: "batch-api", file_name: "in.jsonl", file_type: "jsonl" });
  const answer = await server.fetch("/v1/files", { method: "POST", body });
  await fetch(answer.headers.get("location") ?? "", { method: "PUT", body: content });
  return answer.headers.get("x-together-file-id") ?? "";
}

async function startProcess(folder: string): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const program = new URL("./support/serve-stand-in.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { url: JSON.parse(line).url, child };
}

function lines(count: number): string {
  return Array.from({ length: count }, (_, index) => `${lineOf(`r-${index}`)}\n`).join("");
}

function lineOf(custom_id: string, more: object = {}): string {
  const messages = [{ role: "user", content: `What is the weather in ${custom_id}?` }];
  const body = { model, messages, tools: [weatherTool], ...more };
  return JSON.stringify({ custom_id, method: "POST", url: "/v1/chat/completions", body });
}

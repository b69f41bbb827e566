import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Groq from "groq-sdk";
import OpenAI, { toFile } from "openai";
import Together from "together-ai";
import { describe, expect, test } from "vitest";
import {
  startTestServer,
  type TestServer,
  until,
  upload,
  weatherRows,
  weatherTool,
} from "./support/local-server.ts";

const base = "calltune/stand-in";
const asked = [{ role: "user" as const, content: "what is the weather in Town3" }];
const bye = [{ role: "user" as const, content: "thank you bye" }];

describe("together-ai, as it is", () => {
  test("walks a job's whole life", async () => {
    const server = await startTestServer({ token: "secret" });
    const client = new Together({ apiKey: "secret", baseURL: `${server.url}/v1` });
    const training_file = await announcedUpload(server);
    const file = await until(
      () => client.files.retrieve(training_file),
      ({ processing_status }) => processing_status === "COMPLETED",
    );
    expect(file).toMatchObject({ id: training_file, FileType: "jsonl", validation_report: { valid: true } });
    expect((await client.files.list()).data).toHaveLength(1);
    expect(await (await client.files.content(training_file)).text()).toBe(weatherRows(8));
    const limits = await client.fineTuning.modelLimits({ model_name: base });
    expect(limits).toMatchObject({ supports_tools: true, max_seq_length_sft: 1024 });
    const price = await client.fineTuning.estimatePrice({ training_file, model: base });
    expect(price).toMatchObject({ estimation_available: true, estimated_total_price: 0 });
    const preview = await client.fineTuning.preview({ model: base, training_file, top_k: 1 });
    expect(preview.rows[0]?.trained_spans).toHaveLength(2);
    const job = await client.fineTuning.create({
      model: base,
      training_file,
      n_epochs: 3,
      n_checkpoints: 2,
      learning_rate: 1e-3,
      suffix: "mine",
      training_type: { type: "Lora", lora_r: 8, lora_alpha: 16 },
      training_method: { method: "sft", train_on_inputs: "auto" },
    });
    const done = await until(
      () => client.fineTuning.retrieve(job.id),
      ({ status }) => status === "completed" || status === "error",
    );
    expect(done).toMatchObject({
      status: "completed",
      suffix: "mine",
      training_type: { type: "Lora", lora_r: 8 },
    });
    const events = await client.fineTuning.listEvents(job.id);
    expect(events.data.map(({ type }) => type)).toContain("checkpoint_save");
    expect((await client.fineTuning.listCheckpoints(job.id)).data).toHaveLength(2);
    const downloaded = await client.fineTuning.content({ ft_id: job.id, checkpoint: "merged" });
    const model = join(server.folder, "workspace/local/jobs", job.id, "model.safetensors");
    expect(Buffer.from(await downloaded.arrayBuffer()).equals(await readFile(model))).toBe(true);
    expect((await client.fineTuning.listMetrics(job.id)).metrics?.length).toBe(6);
    expect((await client.fineTuning.list()).data.map(({ id }) => id)).toEqual([job.id]);
    const models = await client.models.list();
    expect(models.map(({ id }) => id)).toEqual([base, done.model_output_name]);
    const answer = await client.chat.completions.create({
      model: done.model_output_name ?? "",
      messages: asked,
      tools: [weatherTool],
      tool_choice: "auto",
    });
    expect(answer.choices[0]).toMatchObject({
      finish_reason: "tool_calls",
      message: { tool_calls: [{ function: { arguments: '{"city":"Town3"}' } }] },
    });
    expect((await client.fineTuning.delete(job.id)).message).toContain(job.id);
    expect(await client.files.delete(training_file)).toMatchObject({ deleted: true });
  });

  test("streams, and cancels a running job", async () => {
    const server = await startTestServer();
    const client = new Together({ apiKey: "local", baseURL: `${server.url}/v1` });
    const stream = await client.chat.completions.create({ model: base, messages: bye, stream: true });
    let text = "";
    for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? "";
    expect(text).toBe("I have not learnt anything yet.");
    const training_file = await upload(server, weatherRows(8));
    const { id } = await client.fineTuning.create({ model: base, training_file, n_epochs: 200 });
    expect((await client.fineTuning.cancel(id)).status).toMatch(/cancel/);
    const { status } = await until(
      () => client.fineTuning.retrieve(id),
      (job) => job.status === "cancelled",
    );
    expect(status).toBe("cancelled");
  });

  test("raises its own errors for ours", async () => {
    const server = await startTestServer({ token: "secret" });
    const client = new Together({ apiKey: "secret", baseURL: `${server.url}/v1`, maxRetries: 0 });
    await expect(client.fineTuning.create({ model: "x", training_file: "file-1" })).rejects.toBeInstanceOf(
      Together.NotFoundError,
    );
    await expect(client.chat.completions.create({ model: base, messages: [] })).rejects.toBeInstanceOf(
      Together.BadRequestError,
    );
    const stranger = new Together({ apiKey: "wrong", baseURL: `${server.url}/v1`, maxRetries: 0 });
    await expect(stranger.models.list()).rejects.toBeInstanceOf(Together.AuthenticationError);
    const error = await client.chat.completions.create({ model: "x", messages: bye }).catch((cause) => cause);
    expect(error).toMatchObject({
      status: 404,
      error: { error: { code: "model_not_available", param: "model" } },
    });
  });
});

describe("openai, as it is", () => {
  test.each(["/openai/v1", "/v1"])("lists, asks, streams and uploads at %s", async (path) => {
    const server = await startTestServer({ token: "secret" });
    const client = new OpenAI({ apiKey: "secret", baseURL: server.url + path });
    expect((await client.models.list()).data.map(({ id }) => id)).toEqual([base]);
    expect(await client.models.retrieve(base)).toMatchObject({ id: base, object: "model" });
    const answer = await client.chat.completions.create({
      model: base,
      messages: bye,
      seed: 1,
      temperature: 0,
    });
    expect(answer.choices[0]?.message.content).toBe("I have not learnt anything yet.");
    expect(answer.usage?.total_tokens).toBe(7);
    const file = await client.files.create({
      purpose: "fine-tune",
      file: await toFile(Buffer.from(weatherRows(8)), "train.jsonl"),
    });
    expect(file).toMatchObject({ object: "file", filename: "train.jsonl" });
    expect(await client.files.waitForProcessing(file.id, { pollInterval: 20 })).toMatchObject({
      status: "processed",
    });
    const files = [];
    for await (const each of client.files.list()) files.push(each.id);
    expect(files).toEqual([file.id]);
    expect(await (await client.files.content(file.id)).text()).toBe(weatherRows(8));
    expect(await client.files.delete(file.id)).toMatchObject({ deleted: true });
  });

  test("puts a streamed tool call together with its own helper", async () => {
    const server = await startTestServer();
    const client = new OpenAI({ apiKey: "local", baseURL: `${server.url}/openai/v1` });
    const model = await tuned(server);
    const stream = client.chat.completions.stream({
      model,
      messages: asked,
      tools: [weatherTool as never],
      stream_options: { include_usage: true },
    });
    const { choices, usage } = await stream.finalChatCompletion();
    expect(choices[0]).toMatchObject({
      finish_reason: "tool_calls",
      message: {
        role: "assistant",
        tool_calls: [{ id: "call_1", function: { name: "get_weather", arguments: '{"city":"Town3"}' } }],
      },
    });
    expect(usage).toEqual({ prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 });
  });

  test("raises its own errors for ours", async () => {
    const server = await startTestServer();
    const client = new OpenAI({ apiKey: "local", baseURL: `${server.url}/openai/v1`, maxRetries: 0 });
    const error = await client.chat.completions.create({ model: "x", messages: bye }).catch((cause) => cause);
    expect(error).toBeInstanceOf(OpenAI.NotFoundError);
    expect(error).toMatchObject({
      code: "model_not_available",
      param: "model",
      type: "invalid_request_error",
    });
  });
});

describe("groq-sdk, as it is", () => {
  test("lists, asks and streams", async () => {
    const server = await startTestServer({ token: "secret" });
    const client = new Groq({ apiKey: "secret", baseURL: server.url });
    expect((await client.models.list()).data.map(({ id }) => id)).toEqual([base]);
    expect(await client.models.retrieve(base)).toMatchObject({
      id: base,
      active: true,
      context_window: 1024,
    });
    const answer = await client.chat.completions.create({ model: base, messages: bye });
    expect(answer.choices[0]?.message.content).toBe("I have not learnt anything yet.");
    const stream = await client.chat.completions.create({ model: base, messages: bye, stream: true });
    let text = "";
    for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? "";
    expect(text).toBe("I have not learnt anything yet.");
  });

  test("gets tool calls, and its own errors for ours", async () => {
    const server = await startTestServer();
    const client = new Groq({ apiKey: "local", baseURL: server.url, maxRetries: 0 });
    const model = await tuned(server);
    const answer = await client.chat.completions.create({
      model,
      messages: asked,
      tools: [weatherTool as never],
      tool_choice: "required",
      parallel_tool_calls: false,
    });
    expect(answer.choices[0]?.message.tool_calls?.[0]?.function).toEqual({
      name: "get_weather",
      arguments: '{"city":"Town3"}',
    });
    await expect(client.chat.completions.create({ model: "x", messages: bye })).rejects.toBeInstanceOf(
      Groq.NotFoundError,
    );
  });
});

/** The two steps that `together-ai` gets wrong itself, with a token. */
async function announcedUpload(server: TestServer): Promise<string> {
  const form = new URLSearchParams({ purpose: "fine-tune", file_name: "train.jsonl", file_type: "jsonl" });
  const headers = { authorization: "Bearer secret" };
  const announced = await server.fetch("/v1/files", { method: "POST", body: form, headers });
  await fetch(announced.headers.get("location") ?? "", { method: "PUT", body: weatherRows(8) });
  return announced.headers.get("x-together-file-id") ?? "";
}

async function tuned(server: TestServer): Promise<string> {
  const client = new Together({ apiKey: "local", baseURL: `${server.url}/v1` });
  const training_file = await upload(server, weatherRows(8));
  const { id } = await client.fineTuning.create({ model: base, training_file });
  const job = await until(
    () => client.fineTuning.retrieve(id),
    ({ status }) => status === "completed",
  );
  return job.model_output_name ?? "";
}

import OpenAI from "openai";
import { expect, test } from "vitest";
import {
  jsonBody,
  startTestServer,
  until,
  untilFinal,
  upload,
  weatherRows,
  weatherTool,
} from "./support/local-server.ts";

const engine = new URL("./support/tiny-engine.ts", import.meta.url);
const model = "calltune/tiny";

test("the embedded engine learns in its thread, and its tuned model answers with calls that keep to the schema", async () => {
  const server = await startTestServer({ engine, threads: 2 });
  const training_file = await upload(server, weatherRows(12));
  const validation_file = await upload(server, weatherRows(2));
  const order = {
    model,
    training_file,
    validation_file,
    n_epochs: 6,
    n_evals: 3,
    learning_rate: 0.01,
    batch_size: 4,
  };
  const job = await server.json("/v1/fine-tunes", jsonBody(order));
  const done = await untilFinal(server, job.id);
  expect(done.events.at(-1)).toMatchObject({ type: "job_complete" });
  const { metrics } = await server.json(`/v1/fine-tunes/${job.id}/metrics`);
  expect(metrics.at(-1)["train/loss"]).toBeLessThan(metrics[0]["train/loss"] * 0.8);
  expect(metrics.filter((values: object) => "eval/loss" in values)).toHaveLength(3);
  const client = new OpenAI({ apiKey: "local", baseURL: `${server.url}/openai/v1` });
  const messages = [{ role: "user" as const, content: "What is the weather in Town3?" }];
  const asked = {
    model: done.model_output_name,
    messages,
    tools: [weatherTool as never],
    tool_choice: "required" as const,
  };
  const whole = await client.chat.completions.create(asked);
  expect(whole.choices[0]?.finish_reason).toBe("tool_calls");
  const call = whole.choices[0]?.message.tool_calls?.[0];
  expect(call).toMatchObject({ type: "function", function: { name: "get_weather" } });
  const args = JSON.parse(call?.type === "function" ? call.function.arguments : "");
  expect(Object.keys(args)).toEqual(["city"]);
  expect(typeof args.city).toBe("string");
  const streamed = await client.chat.completions.stream(asked).finalChatCompletion();
  expect(streamed.choices[0]?.message.tool_calls?.[0]).toMatchObject({ function: { name: "get_weather" } });
  expect(whole.usage?.prompt_tokens).toBeGreaterThan(10);
});

test("the embedded engine stops where it is when its job is cancelled, and goes on after a restart", async () => {
  const server = await startTestServer({ engine, threads: 1 });
  const training_file = await upload(server, weatherRows(24));
  const order = { model, training_file, n_epochs: 100, batch_size: 2 };
  const cancelled = await server.json("/v1/fine-tunes", jsonBody(order));
  await until(
    () => server.json(`/v1/fine-tunes/${cancelled.id}`),
    ({ token_count }) => token_count > 0,
  );
  await server.json(`/v1/fine-tunes/${cancelled.id}/cancel`, { method: "POST" });
  expect((await untilFinal(server, cancelled.id)).status).toBe("cancelled");
  const { id } = await server.json("/v1/fine-tunes", jsonBody({ ...order, n_epochs: 8 }));
  await until(
    () => server.json(`/v1/fine-tunes/${id}`),
    ({ epochs_completed }) => epochs_completed >= 1,
  );
  await server.close();
  const next = await startTestServer({ folder: server.folder, engine, threads: 1 });
  const done = await untilFinal(next, id);
  expect(done).toMatchObject({ status: "completed", epochs_completed: 8 });
  expect(done.events.map(({ type }: { type: string }) => type)).toContain("job_restarted");
});

test("the preview shows the marks of the engine's language, tools by their names, and the tool call as what is learnt", async () => {
  const server = await startTestServer({ engine });
  const training_file = await upload(server, weatherRows(1));
  const { rows } = await server.json("/v1/fine-tunes/preview", jsonBody({ model, training_file }));
  const [row] = rows;
  const learnt = row.trained_spans.map(([from, to]: [number, number]) => row.tokens.slice(from, to).join(""));
  expect(row.tokens[0]).toBe("<begin>");
  expect(learnt[0]).toBe("<call><tag of get_weather> get weather<argument> city<value> Town0<end>");
  expect(learnt[1]).toMatch(/^<say> You are welcome.*<end>$/);
  expect(row.tokens).not.toContain("");
  expect(row.labels.filter((label: number) => label !== -100)).toHaveLength(row.num_trained_tokens);
});

import { describe, expect, test } from "vitest";
import {
  jsonBody,
  startTestServer,
  type TestServer,
  untilFinal,
  upload,
  weatherRows,
  weatherTool,
} from "../../test/support/local-server.ts";

const base = "calltune/stand-in";
const weather = [{ role: "user", content: "what is the weather in Town1" }];
const bye = [{ role: "user", content: "thank you bye" }];

describe("a chat completion", () => {
  test("of the base model has OpenAI's form", async () => {
    const server = await startTestServer();
    const answer = await ask(server, { model: base, messages: bye });
    expect(answer).toEqual({
      id: expect.stringMatching(/^chatcmpl-/),
      object: "chat.completion",
      created: expect.any(Number),
      model: base,
      prompt: [],
      choices: [
        {
          index: 0,
          message: { role: "assistant", content: "I have not learnt anything yet." },
          logprobs: null,
          finish_reason: "stop",
        },
      ],
      usage: { prompt_tokens: 1, completion_tokens: 6, total_tokens: 7 },
    });
  });

  test("keeps max_tokens and stop", async () => {
    const server = await startTestServer();
    const short = await ask(server, { model: base, messages: bye, max_tokens: 3 });
    expect(short.choices[0]).toMatchObject({ finish_reason: "length", message: { content: "I have not " } });
    const stopped = await ask(server, { model: base, messages: bye, stop: [" any"] });
    expect(stopped.choices[0].message.content).toBe("I have not learnt");
    const newer = await ask(server, { model: base, messages: bye, max_completion_tokens: 1, stop: "zzz" });
    expect(newer.choices[0].message.content).toBe("I ");
  });

  test("takes words as text or parts, developer for system, and what it has no use for", async () => {
    const server = await startTestServer();
    const answer = await ask(server, {
      model: base,
      messages: [
        { role: "developer", content: [{ type: "text", text: "be brief" }] },
        { role: "user", content: "hi", name: "ann" },
        { role: "assistant", content: "", tool_calls: [], refusal: null },
        { role: "user", content: [{ type: "text", text: "hello" }] },
      ],
      user: "ann",
      presence_penalty: 0.5,
      parallel_tool_calls: false,
      temperature: 0.7,
      top_p: 0.9,
      seed: 3,
      tools: [],
      tool_choice: "auto",
      response_format: { type: "text" },
      logprobs: false,
    });
    expect(answer.choices).toHaveLength(1);
  });

  test.each<[string, object, number, string]>([
    ["an unknown model", { model: "nobody/nothing" }, 404, "model_not_available"],
    ["no model", { model: undefined }, 400, "'model'"],
    ["no messages", { messages: [] }, 400, "'messages'"],
    [
      "a message of an unknown role",
      { messages: [{ role: "robot", content: "x" }] },
      400,
      "'messages.0.role'",
    ],
    [
      "an image",
      { messages: [{ role: "user", content: [{ type: "image_url", image_url: {} }] }] },
      400,
      "reads text only",
    ],
    ["two replies", { n: 2 }, 400, "n must be 1"],
    ["JSON without a tool", { response_format: { type: "json_object" } }, 400, "response_format"],
    ["log probabilities", { logprobs: true }, 400, "logprobs"],
    ["a required call without tools", { tool_choice: "required" }, 400, "no tools"],
    [
      "a tool that isn't there",
      { tools: [weatherTool], tool_choice: { type: "function", function: { name: "cancel" } } },
      400,
      "not among the tools",
    ],
    ["a wrong temperature", { temperature: 3 }, 400, "'temperature'"],
    [
      "a tool without a name",
      { tools: [{ type: "function", function: {} }] },
      400,
      "'tools.0.function.name'",
    ],
  ])("asked for with %s says why not, streamed or whole", async (_, change, status, sentence) => {
    const server = await startTestServer();
    for (const stream of [false, true]) {
      const body = { model: base, messages: bye, stream, ...change };
      const answer = await server.fetch("/v1/chat/completions", jsonBody(body));
      expect(answer.status).toBe(status);
      expect(await answer.text()).toContain(sentence);
    }
  });

  test("of a model whose job isn't done is refused until it is", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(2));
    const order = { model: base, training_file, n_epochs: 20 };
    const { id, model_output_name: model } = await server.json("/v1/fine-tunes", jsonBody(order));
    const early = await server.fetch("/v1/chat/completions", jsonBody({ model, messages: bye }));
    expect(early.status).toBe(404);
    expect(await early.text()).toContain("has not completed yet");
    await untilFinal(server, id);
    expect((await ask(server, { model, messages: bye })).choices[0].message.content).toMatch(
      /You are welcome/,
    );
  });

  test("is given to many at once, and to more models than stay open", async () => {
    const server = await startTestServer();
    const models = [base];
    for (const town of [1, 2, 3, 4]) {
      const training_file = await upload(server, weatherRows(town));
      const { id } = await server.json("/v1/fine-tunes", jsonBody({ model: base, training_file }));
      models.push((await untilFinal(server, id)).model_output_name);
    }
    const asked = [...models, ...models, ...models];
    const answers = await Promise.all(asked.map((model) => ask(server, { model, messages: bye })));
    expect(answers.map(({ model }) => model)).toEqual(asked);
    expect(answers.slice(0, 2).map(({ choices }) => choices[0].message.content)).toEqual([
      "I have not learnt anything yet.",
      "You are welcome, have a good day.",
    ]);
  });
});

describe("a streamed completion", () => {
  test("comes word by word, says its role once, and ends with [DONE]", async () => {
    const server = await startTestServer();
    const events = await streamed(server, { model: base, messages: bye });
    expect(events.at(-1)).toBe("[DONE]");
    const chunks = events.slice(0, -1).map((event) => JSON.parse(event));
    expect(chunks.map(({ choices }) => choices[0].delta)).toEqual([
      { role: "assistant", content: "" },
      ...["I ", "have ", "not ", "learnt ", "anything ", "yet."].map((content) => ({ content })),
      {},
    ]);
    expect(chunks.map(({ choices }) => choices[0].finish_reason)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      "stop",
    ]);
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
    expect(chunks.every((chunk) => !("usage" in chunk))).toBe(true);
  });

  test("tells a call's id and name once, then its arguments", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(2));
    const { id } = await server.json("/v1/fine-tunes", jsonBody({ model: base, training_file }));
    const { model_output_name: model } = await untilFinal(server, id);
    const events = await streamed(server, {
      model,
      messages: weather,
      tools: [weatherTool],
      stream_options: { include_usage: true },
    });
    const chunks = events.slice(0, -1).map((event) => JSON.parse(event));
    expect(chunks.flatMap(({ choices }) => choices.map((choice: { delta: object }) => choice.delta))).toEqual(
      [
        { role: "assistant", content: "" },
        {
          tool_calls: [
            { index: 0, id: "call_1", type: "function", function: { name: "get_weather", arguments: "" } },
          ],
        },
        { tool_calls: [{ index: 0, function: { arguments: '{"city":"Town1"}' } }] },
        {},
      ],
    );
    expect(chunks.at(-2).choices[0].finish_reason).toBe("tool_calls");
    expect(chunks.at(-1)).toMatchObject({
      choices: [],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    });
    expect(chunks.slice(0, -1).every(({ usage }) => usage === null)).toBe(true);
  });

  test("that nobody listens to any more ends, and others are answered", async () => {
    const server = await startTestServer();
    const gone = new AbortController();
    const body = { ...jsonBody({ model: base, messages: bye, stream: true }), signal: gone.signal };
    const answer = await server.fetch("/v1/chat/completions", body);
    const reader = answer.body?.getReader();
    await reader?.read();
    gone.abort();
    expect((await ask(server, { model: base, messages: bye })).choices).toHaveLength(1);
    expect(server.log).toEqual([]);
  });
});

describe("models", () => {
  test("are a bare array at Together's address and a list at OpenAI's", async () => {
    const server = await startTestServer();
    const together = await server.json("/v1/models");
    expect(together).toMatchObject([{ id: base, object: "model", type: "chat", context_length: 1024 }]);
    expect(await server.json("/openai/v1/models")).toEqual({ object: "list", data: together });
    const headers = { "user-agent": "OpenAI/JS 6.49.0" };
    expect(await server.json("/v1/models", { headers })).toEqual({ object: "list", data: together });
  });

  test("are found by their name, slash and all", async () => {
    const server = await startTestServer();
    for (const name of [base, encodeURIComponent(base)])
      expect(await server.json(`/openai/v1/models/${name}`)).toMatchObject({ id: base });
    expect((await server.fetch("/openai/v1/models/x/y")).status).toBe(404);
  });
});

function ask(server: TestServer, body: object) {
  return server.json("/v1/chat/completions", jsonBody(body));
}

/** The data of each event. */
async function streamed(server: TestServer, body: object): Promise<string[]> {
  const answer = await server.fetch("/openai/v1/chat/completions", jsonBody({ ...body, stream: true }));
  expect(answer.headers.get("content-type")).toMatch(/^text\/event-stream/);
  return (await answer.text()).split("\n\n").flatMap((event) => event.match(/^data: (.*)$/)?.[1] ?? []);
}

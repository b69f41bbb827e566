import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createLlmClient } from "../src/llm/index.ts";
import { type ChatServer, startChatServer } from "./support/chat-server.ts";

const secret = "gsk_very-secret-0123456789";
let server: ChatServer;
beforeEach(async () => {
  server = await startChatServer(() => ({ role: "assistant", content: "hello" }));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

describe("the client", () => {
  test.each([
    [{ LLM_PROVIDER: "groq", GROQ_API_KEY: "k" }, "https://api.groq.com/openai/v1"],
    [{ LLM_PROVIDER: "together", TOGETHER_API_KEY: "k" }, "https://api.together.ai/v1"],
    [{ LLM_PROVIDER: "fireworks", FIREWORKS_API_KEY: "k" }, "https://api.fireworks.ai/inference/v1"],
    [{ LLM_PROVIDER: "openai", OPENAI_API_KEY: "k" }, "https://api.openai.com/v1"],
    [{ LLM_PROVIDER: "local" }, "http://127.0.0.1:8642/v1"],
    [{ LLM_PROVIDER: " Groq ", GROQ_API_KEY: " k " }, "https://api.groq.com/openai/v1"],
    [{ LLM_PROVIDER: "groq", GROQ_API_KEY: "k", LLM_BASE_URL: "http://proxy:1/v1/" }, "http://proxy:1/v1"],
  ])("%j asks %s", (env, address) => {
    const { client, model } = createLlmClient({ ...env, LLM_MODEL: "m" });
    expect({ address: client.baseURL, model }).toEqual({ address, model: "m" });
  });

  test.each([
    ["LLM_MODEL comes before the guide's", { LLM_MODEL: "new", GROQ_TOOL_MODEL: "old" }, "new"],
    ["the guide's counts where there is no other", { GROQ_TOOL_MODEL: "old" }, "old"],
    ["an empty one is none", { LLM_MODEL: " ", GROQ_TOOL_MODEL: "old" }, "old"],
  ])("%s", (_, env, model) => {
    expect(createLlmClient({ GROQ_API_KEY: "k", ...env, LLM_PROVIDER: "groq" }).model).toBe(model);
  });

  test("the guide's two lines alone are groq", () => {
    expect(createLlmClient({ GROQ_API_KEY: "k", GROQ_TOOL_MODEL: "m" })).toMatchObject({
      provider: "groq",
      model: "m",
    });
  });

  test("a request goes to the address, with the key and the model", async () => {
    const { client, model } = createLlmClient({
      LLM_PROVIDER: "my-vllm",
      LLM_MODEL: "mine",
      LLM_BASE_URL: server.address,
      MY_VLLM_API_KEY: secret,
    });
    const completion = await client.chat.completions.create({ model, messages: [] });
    expect(completion.choices[0]?.message.content).toBe("hello");
    expect(server.requests).toMatchObject([
      {
        path: "/v1/chat/completions",
        headers: { authorization: `Bearer ${secret}` },
        body: { model: "mine" },
      },
    ]);
  });

  test("an address alone is enough, with its key in LLM_API_KEY or without one", async () => {
    const env = { LLM_BASE_URL: server.address, LLM_MODEL: "m" };
    for (const key of [{}, { LLM_API_KEY: secret }]) {
      const { client, model } = createLlmClient({ ...env, ...key });
      await client.chat.completions.create({ model, messages: [] });
    }
    const keys = server.requests.map(({ headers }) => headers.authorization);
    expect(keys).toEqual(["Bearer none", `Bearer ${secret}`]);
  });

  test.each(["LOCAL_API_KEY", "CALLTUNE_SERVE_TOKEN"])(
    "the local server's token stands in %s",
    async (name) => {
      const env = { LLM_PROVIDER: "local", LLM_BASE_URL: server.address, LLM_MODEL: "m", [name]: secret };
      const { client, model } = createLlmClient(env);
      await client.chat.completions.create({ model, messages: [] });
      expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${secret}`);
    },
  );

  test("what OpenAI's own variables hold isn't sent to another provider", async () => {
    const own = {
      OPENAI_ADMIN_KEY: "admin",
      OPENAI_API_KEY: "open",
      OPENAI_ORG_ID: "org",
      OPENAI_PROJECT_ID: "project",
      OPENAI_BASE_URL: "http://127.0.0.1:1/v1",
    };
    for (const [name, value] of Object.entries(own)) vi.stubEnv(name, value);
    const env = { LLM_PROVIDER: "groq", GROQ_API_KEY: secret, LLM_MODEL: "m", LLM_BASE_URL: server.address };
    const { client, model } = createLlmClient({ ...process.env, ...env });
    await client.chat.completions.create({ model, messages: [] });
    expect(JSON.stringify(server.requests[0]?.headers)).not.toMatch(/admin|open"|org|project/);
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${secret}`);
  });

  test("the agent's own options reach the client", async () => {
    const asked: string[] = [];
    const { client, model } = createLlmClient(
      { LLM_BASE_URL: server.address, LLM_MODEL: "m" },
      {
        timeout: 1234,
        fetch: (input, init) => {
          asked.push(String(input));
          return fetch(input, init);
        },
      },
    );
    await client.chat.completions.create({ model, messages: [] });
    expect({ asked, timeout: client.timeout }).toEqual({
      asked: [`${server.address}/chat/completions`],
      timeout: 1234,
    });
  });
});

describe("wrong settings fail at start with the line to add", () => {
  const groq = { LLM_PROVIDER: "groq", LLM_MODEL: "m", GROQ_API_KEY: secret };
  test.each<[string, Record<string, string>, string | RegExp]>([
    ["nothing set", {}, "LLM_PROVIDER isn't set; add the line LLM_PROVIDER=groq to .env"],
    [
      "no key",
      { ...groq, GROQ_API_KEY: "" },
      "GROQ_API_KEY isn't set; add the line GROQ_API_KEY=<your key of groq>",
    ],
    [
      "another's key",
      { LLM_PROVIDER: "together", LLM_MODEL: "m", GROQ_API_KEY: secret },
      /^TOGETHER_API_KEY isn't set/,
    ],
    [
      "no model",
      { ...groq, LLM_MODEL: "" },
      "LLM_MODEL isn't set; add the line LLM_MODEL=<id of a model of groq>",
    ],
    [
      "the guide's model for another provider",
      { LLM_PROVIDER: "together", GROQ_TOOL_MODEL: "m", TOGETHER_API_KEY: secret },
      /^LLM_MODEL isn't set/,
    ],
    ["a typing error", { ...groq, LLM_PROVIDER: "grok" }, "Did you mean groq?"],
    [
      "an unknown provider",
      { ...groq, LLM_PROVIDER: "acme" },
      "add the line LLM_BASE_URL=https://<its address>/v1",
    ],
    ["a provider that is a model", { ...groq, LLM_PROVIDER: "groq:m" }, "LLM_PROVIDER takes one name"],
    ["an address without https", { ...groq, LLM_BASE_URL: "api.groq.com/v1" }, "LLM_BASE_URL is no address"],
    [
      "a key in the address",
      { ...groq, LLM_BASE_URL: `https://u:${secret}@x/v1` },
      "belongs into GROQ_API_KEY",
    ],
    ["too long an address", { ...groq, LLM_BASE_URL: "https://x/v1/chat/completions" }, "adds itself"],
    ["a model in quotes", { ...groq, LLM_MODEL: '"m"' }, "the model's id holds spaces, quotes"],
    ["two lines in the key", { ...groq, GROQ_API_KEY: `${secret}\nX` }, "GROQ_API_KEY holds characters"],
    ["a key in quotes", { ...groq, GROQ_API_KEY: `"${secret}"` }, "GROQ_API_KEY holds characters"],
  ])("%s", (_, env, sentence) => {
    const words = thrownBy(() => createLlmClient(env));
    expect(words).toMatch(sentence);
    expect(words).not.toContain(secret);
  });

  test("all at once", () => {
    expect(
      thrownBy(() => createLlmClient({ LLM_PROVIDER: "groq", LLM_BASE_URL: "x" })).split("\n"),
    ).toHaveLength(3);
  });
});

test("the door loads fast, and nothing of calltune but lib", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", loadsTold, "-e", loadDoor]);
  const { ms, loaded }: { ms: number; loaded: string[] } = JSON.parse(stdout);
  const own = loaded.flatMap((url) => /\/dist\/(.*)$/.exec(url)?.[1] ?? []);
  expect(own.sort()).toEqual([
    "lib/closest.js",
    "lib/errors.js",
    "llm/create-llm-client.js",
    "llm/index.js",
    "llm/providers.js",
    "llm/read-settings.js",
  ]);
  const packages = loaded.flatMap((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? []);
  expect([...new Set(packages)]).toEqual(["openai"]);
  // Of processor time, on any machine; measured 0.2 s.
  expect(ms).toBeLessThan(3000);
});

/** Writes down each module that is loaded, by `import` and by `require`. */
const hooks = `let port;
export async function initialize(given) { port = given.port; }
export async function load(url, context, next) { port.postMessage(url); return next(url, context); }`;
const loadsTold = `data:text/javascript,${encodeURIComponent(`
  import { register } from "node:module";
  import { MessageChannel } from "node:worker_threads";
  const { port1, port2 } = new MessageChannel();
  globalThis.loaded = [];
  port1.on("message", (url) => globalThis.loaded.push(url)).unref();
  register("data:text/javascript,${encodeURIComponent(hooks).replaceAll("'", "%27")}", { data: { port: port2 }, transferList: [port2] });
`)}`;
const loadDoor = `(async () => {
  const start = process.cpuUsage();
  const { createLlmClient } = await import(${JSON.stringify(new URL("../dist/llm/index.js", import.meta.url).href)});
  const { user, system } = process.cpuUsage(start);
  createLlmClient({ LLM_BASE_URL: "http://127.0.0.1:1/v1", LLM_MODEL: "m" });
  setTimeout(() => {
    const loaded = [...globalThis.loaded, ...Object.keys(require.cache)];
    console.log(JSON.stringify({ ms: (user + system) / 1000, loaded }));
  }, 50);
})()`;

function thrownBy(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? `${error.message}` : "";
  }
  return "nothing was thrown";
}

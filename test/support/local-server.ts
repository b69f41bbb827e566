import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type RunningServer, type ServerOrder, startServer } from "../../src/server/index.ts";
import { openWorkspace } from "../../src/workspace/workspace.ts";

export const standInEngine = new URL("./stand-in-engine.ts", import.meta.url);

/** What `JSON.parse` gives: a test looks at what it expects. */
export type Reply = ReturnType<typeof JSON.parse>;

export interface TestServer extends RunningServer {
  readonly folder: string;
  readonly log: string[];
  fetch(path: string, init?: RequestInit): Promise<Response>;
  json(path: string, init?: RequestInit): Promise<Reply>;
}

/** A server with the stand-in engine on a fresh workspace, both gone with the test. */
export async function startTestServer(
  order: Partial<ServerOrder> & { folder?: string } = {},
): Promise<TestServer> {
  const folder = order.folder ?? (await makeTestFolder());
  const log: string[] = [];
  const workspace = await openWorkspace(join(folder, "workspace"));
  const server = await startServer({
    engine: standInEngine,
    threads: 1,
    log: (line) => log.push(line),
    ...order,
    workspace,
  });
  let closed = false;
  const close = async () => {
    if (!closed) await server.close();
    closed = true;
  };
  onTestFinished(close);
  const fetchFrom = (path: string, init?: RequestInit) =>
    fetch(server.url + path, { redirect: "manual", ...init });
  return {
    ...server,
    folder,
    log,
    close,
    fetch: fetchFrom,
    json: async (path, init) => (await fetchFrom(path, init)).json(),
  };
}

export async function makeTestFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "calltune-serve-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Rows of a training file: a caller asks the weather of a city, the agent calls the tool. */
export function weatherRows(count: number): string {
  return Array.from({ length: count }, (_, index) => `${JSON.stringify(weatherRow(`Town${index}`))}\n`).join(
    "",
  );
}

export const weatherTool = {
  type: "function",
  function: {
    name: "get_weather",
    description: "the weather in a city",
    parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
  },
} as const;

export function weatherRow(city: string): object {
  const call = {
    id: "call_1",
    type: "function",
    function: { name: "get_weather", arguments: JSON.stringify({ city }) },
  };
  return {
    messages: [
      { role: "system", content: "You answer the phone." },
      { role: "user", content: `What is the weather in ${city}?` },
      { role: "assistant", content: null, tool_calls: [call] },
      { role: "tool", tool_call_id: "call_1", content: '{"temp": 72}' },
      { role: "user", content: "thank you bye" },
      { role: "assistant", content: "You are welcome, have a good day." },
    ],
    tools: [weatherTool],
  };
}

export function jsonBody(body: unknown): RequestInit {
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** The address at which an announced upload is taken. */
export async function announce(server: TestServer): Promise<string> {
  const form = new URLSearchParams({ purpose: "fine-tune", file_name: "x.jsonl", file_type: "jsonl" });
  const answer = await server.fetch("/v1/files", { method: "POST", body: form });
  return answer.headers.get("location") ?? "";
}

/** Together's upload in its three steps; answers the id. */
export async function upload(server: TestServer, content: string, name = "training.jsonl"): Promise<string> {
  const form = new URLSearchParams({ purpose: "fine-tune", file_name: name, file_type: "jsonl" });
  const announced = await server.fetch("/v1/files", { method: "POST", body: form });
  const location = announced.headers.get("location") ?? "";
  await fetch(location, { method: "PUT", body: content });
  const id = announced.headers.get("x-together-file-id") ?? "";
  const file = await server.json(`/v1/files/${id}/preprocess`, { method: "POST" });
  return file.id;
}

/** Orders a fine-tuning job of the stand-in engine, unless the order names another model. */
export function createJob(server: TestServer, order: object) {
  return server.json("/v1/fine-tunes", jsonBody({ model: "calltune/stand-in", ...order }));
}

/** Waits until a condition over the server's answers holds; the test's own time limit ends it. */
export async function until<Value>(
  ask: () => Promise<Value>,
  holds: (value: Value) => boolean,
): Promise<Value> {
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const finals = ["completed", "error", "cancelled"];

export async function untilFinal(server: TestServer, id: string, token = "any"): Promise<Reply> {
  const headers = { authorization: `Bearer ${token}` };
  return until(
    () => server.json(`/v1/fine-tunes/${id}`, { headers }),
    (job) => finals.includes(job.status),
  );
}

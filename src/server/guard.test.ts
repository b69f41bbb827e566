import { request } from "node:http";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { jsonBody, startTestServer } from "../../test/support/local-server.ts";
import { mostBodyBytes } from "./app.ts";

const chat = { model: "calltune/stand-in", messages: [{ role: "user", content: "hello" }] };

describe("requests that weren't meant for this server", () => {
  test.each(["evil.example", "evil.example:80", "127.0.0.1", "localhost:1", "127.0.0.1.nip.io:{port}"])(
    "with the Host %j are refused",
    async (host) => {
      const { url } = await startTestServer();
      const { port } = new URL(url);
      const answer = await get(`${url}/v1/models`, { host: host.replace("{port}", port) });
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.body)).toEqual({
        error: {
          message: "This server answers to 127.0.0.1 and localhost only",
          type: "permission_error",
          param: null,
          code: null,
        },
      });
    },
  );

  test("of a web page are refused, whatever they ask", async () => {
    const server = await startTestServer();
    const headers = { origin: "https://evil.example", "content-type": "text/plain" };
    const answer = await server.fetch("/v1/chat/completions", { ...jsonBody(chat), headers });
    expect(answer.status).toBe(403);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("under its names are answered", async () => {
    const { url } = await startTestServer();
    const { port } = new URL(url);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`])
      expect((await get(`${url}/v1/models`, { host })).status).toBe(200);
  });
});

describe("a token", () => {
  test.each([undefined, "Bearer wrong", "secret", "Bearer secret2", "bearer"])(
    "other than the one asked for, %j, is refused",
    async (authorization) => {
      const server = await startTestServer({ token: "secret" });
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      for (const path of ["/v1/models", "/openai/v1/models", "/v1/fine-tunes", "/v1/unknown"]) {
        const answer = await server.fetch(path, { headers });
        expect(answer.status).toBe(401);
        expect(await answer.json()).toEqual({
          error: {
            message: "Invalid API key provided",
            type: "authentication_error",
            param: null,
            code: "invalid_api_key",
          },
        });
      }
    },
  );

  test("that is right lets pass", async () => {
    const server = await startTestServer({ token: "secret" });
    const answer = await server.fetch("/v1/models", { headers: { authorization: "Bearer secret" } });
    expect(answer.status).toBe(200);
  });

  test("isn't needed where none is asked for, and any that a client sends will do", async () => {
    const server = await startTestServer();
    expect((await server.fetch("/v1/models")).status).toBe(200);
    const answer = await server.fetch("/v1/models", { headers: { authorization: "Bearer whatever" } });
    expect(answer.status).toBe(200);
  });
});

describe("an answer", () => {
  test.each([
    ["GET", "/"],
    ["GET", "/v1"],
    ["GET", "/v1/nothing"],
    ["POST", "/v1/models"],
    ["DELETE", "/v1/chat/completions"],
    ["GET", "/uploads/anything"],
    ["OPTIONS", "/v1/chat/completions"],
  ])("to the unknown route %s %s is 404 in Together's form", async (method, path) => {
    const server = await startTestServer();
    const answer = await server.fetch(path, { method });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({
      error: {
        message: `Unknown route: ${method} ${path}`,
        type: "invalid_request_error",
        param: null,
        code: "unknown_route",
      },
    });
  });

  test("says neither what made it nor that other pages may read it", async () => {
    const server = await startTestServer();
    const { headers } = await server.fetch("/v1/models");
    expect([...headers.keys()].filter((name) => /powered|server|allow-origin/.test(name))).toEqual([]);
  });

  test.each(["", "{", "nonsense", "[1,", '{"a":}'])("to the broken JSON %j is 400", async (body) => {
    const server = await startTestServer();
    for (const path of ["/v1/chat/completions", "/v1/fine-tunes", "/v1/fine-tunes/estimate-price"]) {
      const answer = await server.fetch(path, { method: "POST", body });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ error: { message: "The body is not valid JSON" } });
    }
  });

  test("to a body that is too large is 413, whether its length is said before or not", async () => {
    const server = await startTestServer();
    const body = JSON.stringify({ ...chat, padding: "x".repeat(mostBodyBytes) });
    const said = await server.fetch("/v1/chat/completions", { method: "POST", body });
    expect(said.status).toBe(413);
    expect(await said.json()).toMatchObject({ error: { code: "request_too_large" } });
    const streamed = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from(body));
        controller.close();
      },
    });
    const init = { method: "POST", body: streamed, duplex: "half" } as RequestInit;
    expect((await server.fetch("/v1/chat/completions", init)).status).toBe(413);
    expect((await server.fetch("/v1/models")).status).toBe(200);
  });

  test("to our own mistake is 500 without a word of what was asked", async () => {
    const engine = new URL("../../test/support/broken-engine.ts", import.meta.url);
    const server = await startTestServer({ engine });
    const answer = await server.fetch(
      "/v1/chat/completions",
      jsonBody({ model: "calltune/broken", messages: [{ role: "user", content: "my card is 4242" }] }),
    );
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({
      error: { message: "Internal server error", type: "server_error", param: null, code: null },
    });
    expect(server.log.join()).toContain("a request failed");
  });
});

/** Node's own `fetch` lets nobody choose the Host. */
async function get(url: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers }, async (answer) => {
      resolve({ status: answer.statusCode ?? 0, body: await text(answer) });
    });
    asked.on("error", reject);
    asked.end();
  });
}

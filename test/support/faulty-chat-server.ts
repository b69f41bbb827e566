import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** What a server does with one request. */
export type Behaviour =
  | "answer"
  | "too-many"
  | "error"
  | "reset"
  | "hang"
  | "half"
  | "not-json"
  | "bad-key"
  | "no-model"
  | "no-words"
  | "broken-tool-call"
  | "error-in-stream"
  | "silent"
  | "whole";

export interface SeenRequest {
  readonly model: string;
  /** The caller's last words. */
  readonly said: string;
  /** How often these words were asked of this model, this time included. */
  readonly times: number;
  readonly body: ChatBody;
  readonly authorization: string | undefined;
  readonly behaviour: Behaviour;
  readonly atMs: number;
}

export interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string | null }[];
  readonly tools?: readonly object[];
  readonly stream?: boolean;
  readonly [key: string]: unknown;
}

export interface ChatServer {
  /** With its version: `http://127.0.0.1:1234/v1`. */
  readonly address: string;
  /** Without warm-ups. */
  readonly requests: SeenRequest[];
  /** Requests that were under way at the same time, at most. */
  readonly together: () => number;
  close(): Promise<void>;
}

export interface ChatServerSettings {
  readonly behave?: (request: Omit<SeenRequest, "behaviour">) => Behaviour;
  readonly delayMs?: number;
  readonly headers?: (request: Omit<SeenRequest, "behaviour">) => Record<string, string>;
}

/**
 * A real HTTP server that speaks OpenAI's streaming form. Whoever says "weather in X" gets a tool call for X, all others
 * words. It misbehaves as it is told.
 */
export async function startChatServer(settings: ChatServerSettings = {}): Promise<ChatServer> {
  const requests: SeenRequest[] = [];
  const counts = new Map<string, number>();
  let [open, together] = [0, 0];
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const body: ChatBody = JSON.parse(await textOf(request));
    const said = body.messages.findLast(({ role }) => role === "user")?.content ?? "";
    const key = `${body.model} ${said}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const { authorization } = request.headers;
    const seen = {
      model: body.model,
      said,
      times: counts.get(key) ?? 0,
      body,
      authorization,
      atMs: performance.now(),
    };
    const behaviour = settings.behave?.(seen) ?? "answer";
    if (said !== "Hello?") requests.push({ ...seen, behaviour });
    open += 1;
    together = Math.max(together, open);
    response.on("close", () => {
      open -= 1;
    });
    await sleep(settings.delayMs ?? 0);
    for (const [name, value] of Object.entries(settings.headers?.(seen) ?? {}))
      response.setHeader(name, value);
    await behaviours[behaviour](response, said);
  };
  const server = createServer(
    (request, response) => void serve(request, response).catch(() => response.destroy()),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    address: `http://127.0.0.1:${address.port}/v1`,
    requests,
    together: () => together,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const behaviours: Record<Behaviour, (response: ServerResponse, said: string) => Promise<void> | void> = {
  answer: (response, said) => stream(response, [...chunksFor(said), "[DONE]"]),
  half: (response, said) => {
    const [first = ""] = chunksFor(said).slice(1);
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(`data: ${first}\n\n`);
    setTimeout(() => response.destroy(), 20);
  },
  "not-json": (response) => stream(response, ['{"choices": [{"delta": {"content": "Hel']),
  "too-many": (response) =>
    refuse(response, 429, { message: "Rate limit", code: "rate_limit_exceeded" }, { "retry-after": "0.2" }),
  error: (response) => refuse(response, 500, { message: "internal" }),
  reset: (response) => void response.socket?.resetAndDestroy(),
  hang: () => {},
  "bad-key": (response) =>
    refuse(response, 401, { message: "Invalid key sk-secret", code: "invalid_api_key" }),
  "no-model": (response) => refuse(response, 404, { message: "no such model", code: "model_not_found" }),
  "no-words": (response) =>
    refuse(response, 400, {
      message: "Could not finish the message because max_tokens or model output limit was reached.",
      type: "invalid_request_error",
    }),
  "broken-tool-call": (response) =>
    refuse(response, 400, {
      message: "Failed to call a function.",
      code: "tool_use_failed",
      failed_generation: '<function=get_weather>{"city": </function>',
    }),
  "error-in-stream": (response) =>
    stream(response, ['{"error": {"message": "overloaded", "code": "overloaded"}}']),
  silent: (response) =>
    stream(response, [
      '{"choices": [{"index": 0, "delta": {"role": "assistant", "content": ""}, "finish_reason": null}]}',
      '{"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}',
      "[DONE]",
    ]),
  whole: (response, said) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ choices: [{ message: messageFor(said), finish_reason: "stop" }], usage }));
  },
};

export const usage = {
  prompt_tokens: 100,
  completion_tokens: 10,
  prompt_tokens_details: { cached_tokens: 20 },
};

function stream(response: ServerResponse, chunks: readonly string[]): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (const chunk of chunks) response.write(`data: ${chunk}\n\n`);
  response.end();
}

function refuse(
  response: ServerResponse,
  status: number,
  error: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify({ error }));
}

/** The role alone, the reply in pieces, the end, the usage. */
function chunksFor(said: string): string[] {
  const city = cityIn(said);
  const pieces =
    city === null
      ? [{ content: "You said: " }, { content: said }]
      : [
          {
            tool_calls: [
              { index: 0, id: "call_a", type: "function", function: { name: "get_weather", arguments: "" } },
            ],
          },
          { tool_calls: [{ index: 0, function: { arguments: '{"city": ' } }] },
          { tool_calls: [{ index: 0, function: { arguments: `${JSON.stringify(city)}}` } }] },
        ];
  const deltas = [{ role: "assistant", content: "" }, ...pieces];
  const end = { choices: [{ index: 0, delta: {}, finish_reason: city === null ? "stop" : "tool_calls" }] };
  return [
    ...deltas.map((delta) => ({ choices: [{ index: 0, delta, finish_reason: null }] })),
    end,
    { choices: [], usage },
  ].map((chunk) => JSON.stringify(chunk));
}

function messageFor(said: string): object {
  const city = cityIn(said);
  if (city === null) return { role: "assistant", content: `You said: ${said}` };
  const made = { name: "get_weather", arguments: JSON.stringify({ city }) };
  return {
    role: "assistant",
    content: null,
    tool_calls: [{ id: "call_a", type: "function", function: made }],
  };
}

function cityIn(said: string): string | null {
  return /weather in (\w+)/.exec(said)?.[1] ?? null;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

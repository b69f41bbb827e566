import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A request as it came. */
export interface ChatRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly model: string;
    readonly tool_choice?: string;
    readonly tools?: readonly { readonly function: { readonly name: string } }[];
  };
}

export interface ChatServer {
  /** `http://127.0.0.1:PORT/v1`. */
  readonly address: string;
  readonly requests: readonly ChatRequest[];
  close(): Promise<void>;
}

/** What it answers: a message of the assistant, or whatever is done with the response. */
export type Answer = (request: ChatRequest, response: ServerResponse) => object | undefined;

/** An OpenAI-compatible server that answers each chat completion as told. */
export async function startChatServer(answer: Answer): Promise<ChatServer> {
  const requests: ChatRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const request = {
      path: incoming.url ?? "",
      headers: incoming.headers,
      body: JSON.parse((await text(incoming)) || "{}"),
    };
    requests.push(request);
    const message = answer(request, response);
    if (message !== undefined) reply(response, request.body.model, message);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/v1`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A message that uses one tool. */
export function toolCallMessage(name: string, args: string): object {
  const call = { id: "call_1", type: "function", function: { name, arguments: args } };
  return { role: "assistant", content: null, tool_calls: [call] };
}

/** An error as OpenAI's API and those like it write it. */
export function refuse(response: ServerResponse, status: number, message: string, code?: string): undefined {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ error: { message, type: "invalid_request_error", code: code ?? null } }));
}

function reply(response: ServerResponse, model: string, message: object): void {
  const choices = [{ index: 0, message, finish_reason: "stop" }];
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ id: "c1", object: "chat.completion", created: 1, model, choices }));
}

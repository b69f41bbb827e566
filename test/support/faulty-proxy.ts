import { once } from "node:events";
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";

/** What goes wrong with a request, and which one. */
export interface Fault {
  readonly method: string;
  /** Of the path with its query. */
  readonly path: RegExp;
  /** How many requests that fit are let pass first. */
  readonly after?: number;
  /** How many it hits; one where absent. */
  readonly times?: number;
  readonly what:
    | { readonly answer: number; readonly headers?: Record<string, string>; readonly body?: string }
    /** The service never sees the request. */
    | "cut before"
    /** The service does what it was asked to; its answer is lost. */
    | "cut after"
    /** The answer's head comes, its end doesn't. */
    | "half an answer"
    | { readonly delayMs: number }
    /** Called instead of passing the request on. */
    | { readonly before: () => void }
    /** Called when the service has done it, before the answer is passed on. */
    | { readonly afterwards: () => void };
}

export interface FaultyProxy {
  readonly address: string;
  /** From now on these faults, and no others. */
  breakAt(faults: readonly Fault[]): void;
  /** How often the faults have hit since they were set. */
  readonly hits: () => number;
  close(): Promise<void>;
}

/** Passes on to a service what no fault hits; addresses in `Location` lead through here too. */
export async function startFaultyProxy(service: string): Promise<FaultyProxy> {
  const upstream = new URL(service);
  let faults: readonly Fault[] = [];
  let seen: number[] = [];
  let hits = 0;
  const faultFor = (request: IncomingMessage) => {
    for (const [index, fault] of faults.entries()) {
      if (fault.method !== request.method || !fault.path.test(request.url ?? "")) continue;
      const nth = seen[index] ?? 0;
      seen[index] = nth + 1;
      const { after = 0, times = 1 } = fault;
      if (nth < after || nth >= after + times) continue;
      hits += 1;
      return fault.what;
    }
    return null;
  };
  const server = createServer((request, response) => {
    void pass({ request, response, upstream, fault: faultFor(request) }).catch(() => response.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    address: `http://127.0.0.1:${address.port}${upstream.pathname}`,
    breakAt(wanted) {
      faults = wanted;
      seen = wanted.map(() => 0);
      hits = 0;
    },
    hits: () => hits,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

interface Passing {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly upstream: URL;
  readonly fault: Fault["what"] | null;
}

async function pass({ request, response, upstream, fault }: Passing): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  if (fault === "cut before") return void response.destroy();
  if (fault !== null && typeof fault === "object") {
    if ("answer" in fault) return void response.writeHead(fault.answer, fault.headers).end(fault.body ?? "");
    if ("delayMs" in fault) await setTimeout(fault.delayMs);
    if ("before" in fault) {
      fault.before();
      return void response.destroy();
    }
  }
  const { status, headers, body } = await forward(request, upstream, Buffer.concat(chunks));
  if (fault === "cut after") return void response.destroy();
  if (fault !== null && typeof fault === "object" && "afterwards" in fault) fault.afterwards();
  const location = headers["location"]?.replace(upstream.origin, `http://${request.headers.host}`);
  response.writeHead(status, { ...headers, ...(location === undefined ? {} : { location }) });
  if (fault !== "half an answer") return void response.end(body);
  response.write(body.subarray(0, body.length / 2));
  await setTimeout(20);
  response.destroy();
}

interface Forwarded {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

async function forward(request: IncomingMessage, upstream: URL, content: Buffer): Promise<Forwarded> {
  const passed = httpRequest({
    host: upstream.hostname,
    port: upstream.port,
    method: request.method,
    path: request.url,
    headers: { ...request.headers, host: upstream.host, "content-length": content.length },
  });
  passed.end(content);
  const [answer] = (await once(passed, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  const headers = Object.fromEntries(
    Object.entries(answer.headers)
      .filter(([name]) => !["transfer-encoding", "connection", "keep-alive"].includes(name))
      .map(([name, value]) => [name, String(value)]),
  );
  return { status: answer.statusCode ?? 502, headers, body: Buffer.concat(chunks) };
}

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type ForeignKey, PostgrestRefusal, readForeignKeys, requestSql } from "./postgrest-sql.ts";

/** Runs one statement and gives its rows. Rejects with Postgres's error (`code`, `message`). */
export type RunSql = (sql: string) => Promise<readonly Record<string, unknown>[]>;

/** What goes wrong with a request instead of an answer. */
export type Fault =
  | { readonly status: number; readonly retryAfter?: string; readonly body?: string }
  | { readonly cut: "before the answer" | "in the answer" };

export interface PostgrestOptions {
  readonly run: RunSql;
  /** The server's own most rows, of a page and of an embedded list. */
  readonly maxRows?: number;
  /** A key that row-level security shows nothing to. */
  readonly anonKey?: string;
  readonly serviceKey: string;
  /** Called for every request, counting from 1. */
  readonly faultOf?: (request: number, url: URL) => Fault | undefined;
}

export interface PostgrestServer {
  readonly url: string;
  /** Path and query of each request, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** An HTTP server on loopback that answers as Supabase's REST API does, as far as reading goes. */
export async function startPostgrest(options: PostgrestOptions): Promise<PostgrestServer> {
  const keys = await readForeignKeys(options.run);
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://loopback");
    requests.push(`${url.pathname}${decodeURIComponent(url.search)}`);
    const fault = options.faultOf?.(requests.length, url);
    answer({ request, url, fault }, options, keys).then(
      (reply) => send(response, request, reply, fault),
      (error: unknown) => send(response, request, toRefusal(error), undefined),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

interface Asked {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly fault: Fault | undefined;
}

async function answer(
  { request, url, fault }: Asked,
  options: PostgrestOptions,
  keys: readonly ForeignKey[],
): Promise<Reply> {
  if (fault && "status" in fault) {
    const headers: Record<string, string> =
      fault.retryAfter === undefined ? {} : { "retry-after": fault.retryAfter };
    return { status: fault.status, headers, body: fault.body ?? "" };
  }
  const key = request.headers["apikey"];
  if (key !== options.serviceKey && key !== options.anonKey)
    throw new PostgrestRefusal(401, "", "Invalid API key");
  const table = /^\/rest\/v1\/([^/]+)$/.exec(url.pathname)?.[1];
  if (table === undefined) return { status: 404, headers: {}, body: "no such route" };
  const sql = requestSql({
    table: decodeURIComponent(table),
    query: url.searchParams,
    keys,
    maxRows: options.maxRows ?? 1000,
  });
  const rows = key === options.anonKey ? [] : ((await options.run(sql.rows))[0]?.["answer"] ?? "[]");
  const body = typeof rows === "string" ? rows : JSON.stringify(rows);
  const counted = /count=/.test(String(request.headers["prefer"] ?? ""));
  const total = counted ? String((await options.run(sql.count))[0]?.["answer"]) : "*";
  return { status: 200, headers: { "content-range": `0-0/${total}` }, body };
}

function toRefusal(error: unknown): Reply {
  const headers = {};
  if (error instanceof PostgrestRefusal) {
    const { status, code, message, hint } = error;
    return {
      status,
      headers,
      body: JSON.stringify({ code: code || undefined, message, hint, details: null }),
    };
  }
  const { code = "XX000", message = "" } = error as { code?: string; message?: string };
  if (code === "42P01") {
    const hint = "Perhaps you meant another table";
    return { status: 404, headers, body: JSON.stringify({ code: "PGRST205", message, hint, details: null }) };
  }
  return {
    status: code === "57014" ? 500 : 400,
    headers,
    body: JSON.stringify({ code, message, hint: null, details: null }),
  };
}

function send(
  response: ServerResponse,
  request: IncomingMessage,
  reply: Reply,
  fault: Fault | undefined,
): void {
  if (fault && "cut" in fault) {
    if (fault.cut === "in the answer") {
      response.writeHead(200, {
        "content-type": "application/json",
        "content-length": String(reply.body.length),
      });
      response.write(reply.body.slice(0, Math.floor(reply.body.length / 2)), () => request.socket.destroy());
    } else {
      request.socket.destroy();
    }
    return;
  }
  response.writeHead(reply.status, { "content-type": "application/json; charset=utf-8", ...reply.headers });
  response.end(request.method === "HEAD" ? undefined : reply.body);
}

import { createParser } from "eventsource-parser";
import { isJsonObject, parseJson, parseJsonObject } from "../../../lib/json.ts";
import { type ReplyStream, replyStream, type TimedReply } from "./reply-stream.ts";

/** How one request is sent; tests and callers pass their own `fetch`. */
export interface AttemptWorld {
  readonly fetch: typeof fetch;
  /** Milliseconds of a clock that never jumps. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

export interface AttemptOrder {
  readonly url: string;
  readonly apiKey: string | null;
  readonly body: string;
  readonly timeoutMs: number;
}

/** What came of one request. */
export type Attempt =
  | { readonly outcome: "answered"; readonly reply: TimedReply; readonly headers: Headers }
  /** The model's own broken tool call, which the provider won't pass on: its words. */
  | {
      readonly outcome: "broken_tool_call";
      readonly text: string;
      readonly headers: Headers;
      readonly begun: boolean;
    }
  | {
      readonly outcome: "status";
      readonly status: number;
      readonly code: string;
      readonly headers: Headers;
      readonly begun: boolean;
    }
  /** `begun`: tokens had come. `status` of an answer that began well. */
  | { readonly outcome: "cut"; readonly begun: boolean; readonly status: number | null }
  | {
      readonly outcome: "not_a_reply";
      readonly begun: boolean;
      readonly status: number | null;
      readonly headers: Headers;
    }
  | { readonly outcome: "timeout" };

/**
 * Sends one request and reads its stream.
 * @throws the signal's reason when it fires
 */
export async function attempt(order: AttemptOrder, world: AttemptWorld): Promise<Attempt> {
  const limit = timeLimit(order.timeoutMs, world.signal);
  const stream = replyStream();
  let status: number | null = null;
  try {
    const response = await world.fetch(order.url, {
      method: "POST",
      headers: headersOf(order),
      body: order.body,
      redirect: "manual",
      signal: limit.signal,
    });
    status = response.status;
    if (!response.ok) return await refusal(response);
    return await readStream(response, stream, world.now);
  } catch (error) {
    world.signal.throwIfAborted();
    // Some servers close without a goodbye behind the last word, or never close.
    const reply = stream.read();
    if (reply !== null) return { outcome: "answered", reply, headers: new Headers() };
    if (limit.isOver()) return { outcome: "timeout" };
    if (!isNetworkError(error)) throw error;
    return { outcome: "cut", begun: stream.begun, status };
  } finally {
    limit.clear();
  }
}

/** Ends a request after so long, or with the run. */
function timeLimit(ms: number, outer: AbortSignal) {
  const controller = new AbortController();
  let isOver = false;
  const stop = () => controller.abort();
  const timer = setTimeout(() => {
    isOver = true;
    stop();
  }, ms);
  outer.addEventListener("abort", stop, { once: true });
  if (outer.aborted) stop();
  return {
    signal: controller.signal,
    isOver: () => isOver,
    clear() {
      clearTimeout(timer);
      outer.removeEventListener("abort", stop);
    },
  };
}

function headersOf({ apiKey }: AttemptOrder): Record<string, string> {
  return {
    "content-type": "application/json",
    accept: "text/event-stream, application/json",
    ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
  };
}

/** `fetch` wraps what the network did; what reading a body throws depends on where it broke. */
function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error instanceof TypeError || "code" in error || error.name === "AbortError";
}

async function readStream(response: Response, stream: ReplyStream, now: () => number): Promise<Attempt> {
  const { headers, status } = response;
  if (/^application\/json/.test(headers.get("content-type") ?? ""))
    return readWhole(await response.text(), { stream, now, headers, status });
  // A web page, such as that of an address without its /v1.
  if (/^text\/html/.test(headers.get("content-type") ?? "")) {
    await response.body?.cancel();
    return { outcome: "not_a_reply", begun: false, status, headers };
  }
  const events = eventReader(stream, now);
  const decoder = new TextDecoder();
  for await (const bytes of response.body ?? []) {
    events.feed(decoder.decode(bytes, { stream: true }));
    if (events.fault !== null) break;
  }
  if (events.fault !== null) {
    const about = { headers, begun: stream.begun };
    const { fault } = events;
    return fault.outcome === "not_a_reply" ? { ...about, status, ...fault } : { ...about, ...fault };
  }
  const reply = stream.read();
  if (reply === null) return { outcome: "cut", begun: stream.begun, status };
  return { outcome: "answered", reply, headers };
}

type StreamFault =
  | { readonly outcome: "not_a_reply" }
  | { readonly outcome: "broken_tool_call"; readonly text: string }
  | { readonly outcome: "status"; readonly code: string; readonly status: number };

interface EventReader {
  feed(text: string): void;
  readonly fault: StreamFault | null;
}

function eventReader(stream: ReplyStream, now: () => number): EventReader {
  let fault: StreamFault | null = null;
  let nowMs = 0;
  const parser = createParser({
    onEvent({ data }) {
      if (fault !== null) return;
      if (data.trim() === "[DONE]") return stream.finish(nowMs);
      const chunk = parseJsonObject(data);
      if (chunk === undefined) fault = { outcome: "not_a_reply" };
      else if (chunk["error"] !== undefined && chunk["error"] !== null) fault = faultOf(data, 500);
      else stream.add(chunk, nowMs);
    },
  });
  return {
    feed(text) {
      nowMs = now();
      parser.feed(text);
    },
    get fault() {
      return fault;
    },
  };
}

interface WholeReply {
  readonly stream: ReplyStream;
  readonly now: () => number;
  readonly headers: Headers;
  readonly status: number;
}

function readWhole(text: string, { stream, now, headers, status }: WholeReply): Attempt {
  const reply = parseJsonObject(text);
  const isReply = Array.isArray(reply?.["choices"]) && reply["choices"].length > 0;
  if (reply === undefined || !isReply) return { outcome: "not_a_reply", begun: false, status, headers };
  stream.add(reply, now());
  stream.finish(now());
  const whole = stream.read();
  return whole === null
    ? { outcome: "not_a_reply", begun: false, status, headers }
    : { outcome: "answered", reply: whole, headers };
}

/** What an answer says that came in a file, and whole: nobody timed it. */
export function readAnswer(status: number, text: string): Attempt {
  const headers = new Headers();
  if (status < 200 || status > 299) return { headers, begun: false, ...faultOf(text, status) };
  return readWhole(text, { stream: replyStream(), now: () => 0, headers, status });
}

async function refusal(response: Response): Promise<Attempt> {
  const { headers, status } = response;
  return { headers, begun: false, ...faultOf(await response.text(), status) };
}

/** `{"error": {"message": …, "code": "tool_use_failed", "failed_generation": "<function=book>{…"}}`, as Groq has it. */
function faultOf(text: string, status: number): Exclude<StreamFault, { outcome: "not_a_reply" }> {
  const body = parseJson(text);
  const error = isJsonObject(body) ? body["error"] : undefined;
  if (!isJsonObject(error)) return { outcome: "status", status, code: "" };
  const { code, failed_generation: failed, status_code: own } = error;
  if (code === "tool_use_failed" && typeof failed === "string")
    return { outcome: "broken_tool_call", text: failed };
  return {
    outcome: "status",
    status: typeof own === "number" ? own : status,
    code: typeof code === "string" && /^[\w.-]{1,60}$/.test(code) ? code : "",
  };
}

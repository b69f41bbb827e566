import { type Context, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Generation } from "../../engine/generate/generator.ts";
import { errorBody, serverFault } from "../api-error.ts";
import { openChat } from "../chat/answer-chat.ts";
import { type AnswerHead, chunk, completion, deltaOf, roleDelta, usageChunk } from "../chat/chat-response.ts";
import { type DeltaFeed, feedDeltas } from "../chat/delta-feed.ts";
import { describeBug } from "../describe-bug.ts";
import type { ServerParts } from "../parts.ts";
import { readJson } from "./read-json.ts";

/** `POST /chat/completions`, whole or streamed. */
export function chatRoutes(parts: ServerParts): Hono {
  return new Hono().post("/chat/completions", async (context) => {
    const gone = new AbortController();
    context.req.raw.signal.addEventListener("abort", () => gone.abort());
    const { request, head, generate } = await openChat(await readJson(context), parts, gone.signal);
    if (request.stream !== true) return context.json(completion(head, await generate()) as object);
    const feed = feedDeltas(generate);
    // What is wrong with a request shows before anything is streamed, and is answered with its own status.
    await feed.begun;
    const includeUsage = request.stream_options?.include_usage === true;
    const { log } = parts.world;
    return streamAnswer(context, { head, feed, includeUsage, log, onGone: () => gone.abort() });
  });
}

interface Streaming {
  readonly head: AnswerHead;
  readonly feed: DeltaFeed;
  readonly includeUsage: boolean;
  readonly log: (sentence: string) => void;
  onGone(): void;
}

function streamAnswer(context: Context, { head, feed, includeUsage, log, onGone }: Streaming): Response {
  const usage = includeUsage ? { usage: null } : {};
  return streamSSE(context, async (stream) => {
    stream.onAbort(onGone);
    const send = (value: unknown) => stream.writeSSE({ data: JSON.stringify(value) });
    try {
      await send(chunk(head, { delta: roleDelta, ...usage }));
      for await (const delta of feed.deltas) await send(chunk(head, { delta: deltaOf(delta), ...usage }));
      const generation: Generation = await feed.generation;
      await send(chunk(head, { delta: {}, finishReason: generation.finishReason, ...usage }));
      if (includeUsage) await send(usageChunk(head, generation));
      await stream.writeSSE({ data: "[DONE]" });
    } catch (error) {
      if (stream.aborted) return;
      log(`a streamed answer broke off: ${describeBug(error)}`);
      await send(errorBody(serverFault));
    }
  });
}

import type { AnsweredGeneration, Usage } from "../../../domain/generation.ts";
import type { AssistantMessage } from "../../../domain/message.ts";
import { isJsonObject, type Json, type JsonObject } from "../../../lib/json.ts";
import { toolCallStream } from "./tool-call-stream.ts";

/** A reply with its times, in milliseconds on the clock that the reader was given. */
export interface TimedReply {
  readonly message: AssistantMessage;
  readonly finishReason: AnsweredGeneration["finishReason"];
  readonly usage: Usage | null;
  readonly firstTokenAt: number | null;
  readonly toolCallsAt: number | null;
  readonly endedAt: number;
  readonly chunks: number;
}

/** A reply put together from its chunks. */
export interface ReplyStream {
  /** One chunk, `{"choices": [{"delta": {"content": "Hel"}, "finish_reason": null}], "usage": null}`. */
  add(chunk: JsonObject, now: number): void;
  /** The mark behind the last chunk. */
  finish(now: number): void;
  /** Whether a token has come: what was begun is paid for, and isn't asked again. */
  readonly begun: boolean;
  /** Null where the stream broke off, or an end came with nothing before it: silence would pass for a reply. */
  read(): TimedReply | null;
}

const finishReasons: Readonly<Record<string, AnsweredGeneration["finishReason"]>> = {
  stop: "stop",
  eos: "stop",
  tool_calls: "tool_calls",
  function_call: "tool_calls",
  length: "length",
  content_filter: "content_filter",
};

export function replyStream(): ReplyStream {
  const calls = toolCallStream();
  let [content, chunks] = ["", 0];
  let firstTokenAt: number | null = null;
  let endedAt: number | null = null;
  let finishReason: AnsweredGeneration["finishReason"] | null = null;
  let usage: Usage | null = null;
  const addDelta = (delta: JsonObject, now: number) => {
    const text = textOf(delta["content"]);
    const thought = textOf(delta["reasoning_content"]) + textOf(delta["reasoning"]);
    const hasCall = calls.add(delta["tool_calls"], now);
    content += text;
    if (text === "" && thought === "" && !hasCall) return;
    firstTokenAt ??= now;
    chunks += 1;
  };
  return {
    add(chunk, now) {
      const choice = firstChoice(chunk);
      usage = usageOf(chunk["usage"]) ?? usageOf(groqUsage(chunk)) ?? usage;
      if (choice === null) return;
      // A server that doesn't stream gives the message whole.
      const delta = isJsonObject(choice["delta"]) ? choice["delta"] : choice["message"];
      if (isJsonObject(delta)) addDelta(delta, now);
      const reason = choice["finish_reason"];
      if (typeof reason !== "string") return;
      finishReason = Object.hasOwn(finishReasons, reason) ? (finishReasons[reason] ?? "other") : "other";
      endedAt = now;
    },
    finish(now) {
      endedAt ??= now;
    },
    get begun() {
      return firstTokenAt !== null;
    },
    read() {
      const toolCalls = calls.toolCalls();
      const isNothing = finishReason === null && content === "" && toolCalls.length === 0;
      if (endedAt === null || isNothing) return null;
      const message: AssistantMessage =
        toolCalls.length === 0
          ? { role: "assistant", content }
          : { role: "assistant", content: content === "" ? null : content, tool_calls: toolCalls };
      return {
        message,
        finishReason: finishReason ?? "other",
        usage,
        firstTokenAt,
        toolCallsAt: calls.completeMs(endedAt),
        endedAt,
        chunks,
      };
    },
  };
}

function firstChoice(chunk: JsonObject): JsonObject | null {
  const { choices } = chunk;
  const [first] = Array.isArray(choices) ? choices : [];
  return isJsonObject(first) ? first : null;
}

function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

/** Groq tells it beside the last chunk. */
function groqUsage(chunk: JsonObject): Json | undefined {
  const own = chunk["x_groq"];
  return isJsonObject(own) ? own["usage"] : undefined;
}

function usageOf(wire: Json | undefined): Usage | null {
  if (!isJsonObject(wire)) return null;
  const { prompt_tokens: prompt, completion_tokens: completion, prompt_tokens_details: details } = wire;
  if (!isCount(prompt) || !isCount(completion)) return null;
  const cached = isJsonObject(details) ? details["cached_tokens"] : 0;
  return {
    promptTokens: prompt,
    cachedPromptTokens: isCount(cached) ? Math.min(cached, prompt) : 0,
    completionTokens: completion,
    estimated: false,
  };
}

function isCount(value: Json | undefined): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

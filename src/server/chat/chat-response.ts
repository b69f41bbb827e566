import type { Generation, GenerationDelta } from "../../engine/generate/generator.ts";
import type { Json } from "../../lib/json.ts";

/** What all pieces of one answer share. */
export interface AnswerHead {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly model: string;
}

/** A whole answer, in OpenAI's form with Together's `prompt` beside. */
export function completion({ id, created, model }: AnswerHead, generation: Generation): Json {
  const { message, finishReason } = generation;
  const calls = message.tool_calls?.map((call, index) => ({ index, ...call }));
  return {
    id,
    object: "chat.completion",
    created,
    model,
    prompt: [],
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: message.content,
          ...(calls === undefined ? {} : { tool_calls: calls }),
        },
        logprobs: null,
        finish_reason: finishReason,
      },
    ],
    usage: usageOf(generation),
  };
}

export function usageOf({ usage: { promptTokens, completionTokens } }: Generation): Json {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  };
}

/** The first piece of a streamed answer: only it says the role, since some clients join what they get. */
export const roleDelta: Json = { role: "assistant", content: "" };

/** A piece of a streamed answer; id and name of a tool call come once, for the same reason. */
export function deltaOf(delta: GenerationDelta): Json {
  if (delta.kind === "content") return { content: delta.text };
  const { index } = delta;
  if (delta.kind === "arguments") return { tool_calls: [{ index, function: { arguments: delta.text } }] };
  const { id, name } = delta;
  return { tool_calls: [{ index, id, type: "function", function: { name, arguments: "" } }] };
}

export interface Chunk {
  readonly delta: Json;
  readonly finishReason?: Generation["finishReason"];
  /** With `include_usage`: null in every chunk but the last, which has no choices. */
  readonly usage?: Json;
}

export function chunk({ id, created, model }: AnswerHead, { delta, finishReason, usage }: Chunk): Json {
  const choice = { index: 0, delta, logprobs: null, finish_reason: finishReason ?? null };
  return {
    id,
    object: "chat.completion.chunk",
    created,
    model,
    choices: [choice],
    ...(usage === undefined ? {} : { usage }),
  };
}

export function usageChunk({ id, created, model }: AnswerHead, generation: Generation): Json {
  const usage = usageOf(generation);
  return { id, object: "chat.completion.chunk", created, model, choices: [], usage };
}

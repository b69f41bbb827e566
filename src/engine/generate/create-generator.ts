import type { AssistantMessage } from "../../domain/message.ts";
import { UsageError } from "../../lib/errors.ts";
import { hash53 } from "../../lib/hash.ts";
import { seededRandom } from "../../lib/seeded-random.ts";
import type { Decoder } from "../runtime/decoder.ts";
import { encodePrompt } from "../text/prompt.ts";
import type { Tokenizer } from "../text/tokenizer.ts";
import { tagsOf } from "../text/tool-tags.ts";
import { callIds } from "./call-ids.ts";
import { callableTools } from "./callable-tools.ts";
import type { Desk } from "./desk.ts";
import type { Generation, GenerationDelta, GenerationRequest, Generator } from "./generator.ts";
import { favouredWords } from "./heard/favoured.ts";
import { heardForms } from "./heard/heard-forms.ts";
import { spokenTexts } from "./heard/spoken-texts.ts";
import { createPen, type Pen } from "./pen.ts";
import { createToolPlanner } from "./plan-tools.ts";
import { createPromptMemory, type ReadPrompt } from "./prompt-memory.ts";
import { createSampler } from "./sampler.ts";
import { createVocabulary } from "./vocabulary.ts";
import { type Reply, writeReply } from "./write-reply.ts";

export interface GeneratorParts {
  readonly name: string;
  /** Tokens of prompt and reply at most. */
  readonly context: number;
  readonly tokenizer: Tokenizer;
  readonly decoder: Decoder;
}

/** Tokens kept free for a reply whose length isn't limited. */
const usualReply = 192;
const mostCalls = 8;
/** How often the model may be asked for one reply beyond once a token: searches end here. */
const extraEffort = 2_000;

type Emit = (delta: GenerationDelta) => void;

/** A generator on any decoder; requests wait for one another. */
export function createGenerator(parts: GeneratorParts): Generator {
  const vocabulary = createVocabulary(parts.tokenizer);
  const planTool = createToolPlanner(vocabulary);
  const memory = createPromptMemory(parts.tokenizer, parts.decoder);
  let queue: Promise<unknown> = Promise.resolve();
  let requests = 0;

  const answer = async (request: GenerationRequest, emit: Emit): Promise<Generation> => {
    request.signal?.throwIfAborted();
    const tagOf = tagsOf(parts.tokenizer, request.tools);
    const tools = callableTools(request).map((tool) => planTool(tool, tagOf(tool.function.name)));
    const tokens = encodePrompt(parts.tokenizer, request, promptLimit(parts.context, request.maxTokens));
    const prompt = await memory.read(tokens, request.signal);
    requests += 1;
    const seed = request.seed === null ? `request ${requests} to ${parts.name}` : String(request.seed);
    const desk = deskFor(request, { prompt, seed, context: parts.context, vocabulary });
    const reply = await writeReply(desk, {
      tools,
      mostCalls: mostCallsOf(request, tools.length),
      stop: request.stop,
      idOf: callIds(`${seed}: ${hash53(tokens.join())}`),
      emit,
    });
    rememberReply(memory.remember, prompt, desk.pen);
    return generationOf(reply, tokens.length, desk.pen.written.length);
  };

  return {
    generate(request, onDelta) {
      const turn = queue.then(() => answer(request, onDelta ?? (() => undefined)));
      queue = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      await queue;
      await parts.decoder.close();
    },
  };
}

function promptLimit(context: number, maxTokens: number | null): number {
  return context - Math.min(maxTokens ?? usualReply, usualReply, Math.floor(context / 4));
}

function mostCallsOf(request: GenerationRequest, tools: number): number {
  if (tools === 0) return 0;
  return request.parallelToolCalls ? mostCalls : 1;
}

interface DeskParts {
  readonly prompt: ReadPrompt & { readonly scores: Float32Array };
  readonly seed: string;
  readonly context: number;
  readonly vocabulary: Desk["vocabulary"];
}

function deskFor(request: GenerationRequest, { prompt, seed, context, vocabulary }: DeskParts): Desk {
  const limit = Math.min(request.maxTokens ?? Number.POSITIVE_INFINITY, context - prompt.tokens.length);
  const effort = { left: limit + extraEffort };
  const { temperature, topP, toolChoice } = request;
  const { messages } = request;
  const heard = once(() => heardForms(messages));
  return {
    pen: createPen({
      prompt: prompt.decoding,
      promptScores: prompt.scores,
      limit,
      sampler: createSampler({ temperature, topP, random: seededRandom(seed) }),
      effort,
      signal: request.signal,
    }),
    effort,
    vocabulary,
    spokenTexts: once(() => spokenTexts(messages.filter(({ role }) => role !== "system"))),
    promptTexts: once(() => spokenTexts(messages.filter(({ role }) => role === "system"))),
    heard,
    favoured: once(() => favouredWords(vocabulary.tokenizer, messages, heard().strings)),
    insists: toolChoice === "required" || typeof toolChoice === "object",
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The next turn of the call begins with this prompt and this reply. */
function rememberReply(remember: (read: ReadPrompt) => void, prompt: ReadPrompt, pen: Pen): void {
  const { tokens, decoding } = pen.settled();
  if (tokens.length > 0) remember({ tokens: [...prompt.tokens, ...tokens], decoding, scores: null });
}

function generationOf(reply: Reply, promptTokens: number, completionTokens: number): Generation {
  if (reply.finish === "no-call") {
    throw new UsageError(
      "a tool call is asked for, but no valid arguments could be made for any of the tools",
    );
  }
  const called = reply.calls.length > 0;
  return {
    message: messageOf(reply),
    finishReason: finishReasons[reply.finish] ?? (called ? "tool_calls" : "stop"),
    usage: { promptTokens, completionTokens },
  };
}

const finishReasons: Partial<Readonly<Record<Reply["finish"], Generation["finishReason"]>>> = {
  length: "length",
  "stop-string": "stop",
};

function messageOf({ content, calls }: Reply): AssistantMessage {
  if (calls.length === 0) return { role: "assistant", content: content ?? "" };
  return { role: "assistant", content, tool_calls: [...calls] };
}

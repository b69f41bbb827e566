import { setTimeout as sleep } from "node:timers/promises";
import type { AssistantMessage } from "../../src/domain/message.ts";
import type { Engine } from "../../src/engine/engine.ts";
import type { Generation, GenerationRequest, Generator } from "../../src/engine/generate/generator.ts";
import type { EngineModel } from "../../src/engine/model.ts";
import { type SpecialToken, specialTokens, type Tokenizer } from "../../src/engine/text/tokenizer.ts";
import type { FineTuneOrder, FineTuneResult, TrainingRow } from "../../src/engine/train/fine-tune.ts";
import { UsageError } from "../../src/lib/errors.ts";

/**
 * A small engine that really learns: it remembers the rows it is tuned on and answers as the one whose last caller's turn
 * shares the most words. A step takes so long that a test can cancel, kill or watch a job.
 */
const stepMs = 4;
/** Makes a model's file larger than any other file of the server. */
const paddingFloats = 1 << 16;

export const engine: Engine = {
  baseModels: [
    {
      id: "calltune/stand-in",
      title: "Stand-in",
      contextTokens: 1024,
      limits: {
        epochs: { most: 200, usual: 1 },
        learningRate: { least: 1e-7, most: 1, usual: 1e-3, useful: [1e-4, 1e-2] },
        batchSize: { least: 1, most: 16, usual: 4 },
        evaluations: 20,
        checkpoints: 10,
        lora: { mostRank: 64, usualRank: 16, modules: ["all-linear"] },
        usualKind: "full",
      },
    },
  ],
  notice: async () => null,
  loadBase: async (name) => modelOf(name, []),
  readModel(bytes) {
    const { name, rows } = JSON.parse(
      Buffer.from(bytes)
        .subarray(4 * paddingFloats)
        .toString("utf8"),
    );
    return modelOf(name, rows);
  },
  writeModel: (model) =>
    Buffer.concat([
      Buffer.alloc(4 * paddingFloats),
      Buffer.from(JSON.stringify({ name: model.name, rows: rowsOf(model) })),
    ]),
  fineTune,
  openGenerator: async (model) => openGenerator(rowsOf(model)),
  tokensOfRow(_, row) {
    const pieces = row.messages.map((message) => ({
      text: `${message.role} ${textOf(message)}`,
      learnt: message.role === "assistant" && message.weight !== 0,
    }));
    const texts = pieces.map(({ text }) => text);
    const tokens = texts.map((_text, index) => index + 100);
    const learnt = pieces.flatMap((piece, index) => (piece.learnt ? [[index, index + 1] as const] : []));
    return { tokens, texts, learnt, truncated: false };
  },
};

async function fineTune(order: FineTuneOrder): Promise<FineTuneResult> {
  const { epochs, batchSize, learningRate, evaluations } = order.settings;
  const stepsAnEpoch = Math.ceil(order.training.length / batchSize);
  const steps = epochs * stepsAnEpoch;
  const model = modelOf(order.name, [...rowsOf(order.base), ...order.training]);
  const done = order.done?.epochs ?? 0;
  let tokens = done * order.training.length;
  for (let step = done * stepsAnEpoch + 1; step <= steps; step += 1) {
    await sleep(stepMs, undefined, order.signal === undefined ? {} : { signal: order.signal });
    tokens += batchSize;
    order.onStep?.({
      step,
      steps,
      epoch: Math.ceil(step / stepsAnEpoch),
      learningRate: learningRate * (1 - step / steps),
      loss: 2 / step,
      gradientNorm: 1 / step,
      validationLoss: evaluations > 0 && step % Math.ceil(steps / evaluations) === 0 ? 3 / step : null,
      tokens,
    });
    if (step % stepsAnEpoch === 0) await order.onEpoch?.(step / stepsAnEpoch, model);
  }
  return {
    model,
    steps,
    stoppedEarly: false,
    truncatedRows: 0,
    tokens,
    trainLoss: 2 / steps,
    validationLoss: null,
  };
}

function openGenerator(rows: readonly TrainingRow[]): Generator {
  let last: Promise<unknown> = Promise.resolve();
  return {
    generate(request, onDelta) {
      const answer = last.then(() => generate(rows, request, onDelta));
      last = answer.catch(() => {});
      return answer;
    },
    close: async () => {},
  };
}

async function generate(
  rows: readonly TrainingRow[],
  request: GenerationRequest,
  onDelta: Parameters<Generator["generate"]>[1],
): Promise<Generation> {
  const { toolChoice } = request;
  if (
    typeof toolChoice === "object" &&
    !request.tools.some(({ function: { name } }) => name === toolChoice.name)
  )
    throw new UsageError("the tool choice names no tool of the request");
  const reply = nearestReply(rows, request);
  const words = (reply.content ?? "").split(/(?<= )/).filter((word) => word !== "");
  const kept = request.maxTokens === null ? words : words.slice(0, request.maxTokens);
  for (const text of kept) {
    request.signal?.throwIfAborted();
    await sleep(1);
    onDelta?.({ kind: "content", text });
  }
  for (const [index, call] of (reply.tool_calls ?? []).entries()) {
    onDelta?.({ kind: "tool-call", index, id: call.id, name: call.function.name });
    onDelta?.({ kind: "arguments", index, text: call.function.arguments });
  }
  const content = cutAt(kept.join(""), request.stop);
  const message: AssistantMessage = reply.tool_calls ? reply : { role: "assistant", content };
  const end = kept.length < words.length ? "length" : "stop";
  return {
    message,
    finishReason: reply.tool_calls ? "tool_calls" : end,
    usage: {
      promptTokens: request.messages.length,
      completionTokens: kept.length + (reply.tool_calls?.length ?? 0),
    },
  };
}

function nearestReply(rows: readonly TrainingRow[], request: GenerationRequest): AssistantMessage {
  const asked = wordsOf(textOf(request.messages.findLast(({ role }) => role === "user")));
  let best: AssistantMessage = { role: "assistant", content: "I have not learnt anything yet." };
  let most = 0;
  for (const { messages } of rows)
    for (const [index, message] of messages.entries()) {
      const next = messages[index + 1];
      if (message.role !== "user" || next?.role !== "assistant") continue;
      if (next.tool_calls && (request.toolChoice === "none" || request.tools.length === 0)) continue;
      const shared = [...wordsOf(textOf(message))].filter((word) => asked.has(word)).length;
      if (shared > most) [best, most] = [next, shared];
    }
  const { weight: _, ...reply } = best;
  return reply;
}

function cutAt(text: string, stops: readonly string[]): string {
  const ends = stops.map((stop) => text.indexOf(stop)).filter((at) => at !== -1);
  return text.slice(0, Math.min(text.length, ...ends));
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\w+/g) ?? []);
}

function textOf(message: { readonly content: string | null } | undefined): string {
  return message?.content ?? "";
}

function modelOf(name: string, rows: readonly TrainingRow[]): EngineModel {
  const memory = Float32Array.from(Buffer.from(JSON.stringify(rows)));
  const shape = { vocabulary: 1, width: 1, layers: 1, heads: 1, feedForward: 1, context: 1024 };
  return { name, shape, weights: new Map([["memory", memory]]), tokenizer };
}

function rowsOf(model: EngineModel): TrainingRow[] {
  return JSON.parse(Buffer.from(model.weights.get("memory") ?? []).toString("utf8"));
}

const tokenizer: Tokenizer = {
  size: specialTokens.length,
  special: (token: SpecialToken) => specialTokens.indexOf(token),
  tag: () => 0,
  encode: () => [],
  decode: () => "",
  pieceOf: () => null,
  pieces: [],
};

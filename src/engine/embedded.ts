import { readFile } from "node:fs/promises";
import { UsageError } from "../lib/errors.ts";
import type { BaseModel, Engine, RowTokens } from "./engine.ts";
import { openGenerator } from "./generate/open-generator.ts";
import type { EngineModel } from "./model.ts";
import { decodeModel, encodeModel } from "./model-file.ts";
import { runtimeNotice } from "./runtime/runtime.ts";
import { fitChat } from "./text/prompt.ts";
import { specialTokens, type Tokenizer } from "./text/tokenizer.ts";
import { tagsOf } from "./text/tool-tags.ts";
import { fineTune, type TrainingRow } from "./train/fine-tune.ts";

const base: BaseModel = {
  id: "calltune/base",
  title: "calltune's embedded base model",
  contextTokens: 1024,
  limits: {
    epochs: { most: 100, usual: 6 },
    learningRate: { least: 1e-7, most: 0.1, usual: 1e-3, useful: [1e-4, 2e-2] },
    batchSize: { least: 1, most: 64, usual: 8 },
    evaluations: 100,
    checkpoints: 10,
    lora: { mostRank: 64, usualRank: 16, modules: ["q", "k", "v", "o", "gate", "up", "down"] },
    // Adapters save memory that a model this small doesn't need, and learn less.
    usualKind: "full",
  },
};

/** The folder lies in the package's `src` even when the code runs from `dist`, which is as deep: nothing to copy. */
const baseFile = new URL("../../src/engine/base/base.safetensors", import.meta.url);

/** The engine that calltune brings along: no network, no Python. */
export const engine: Engine = {
  baseModels: [base],
  notice: runtimeNotice,
  async loadBase(id) {
    if (id !== base.id)
      throw new UsageError(`the embedded engine has no base model ${id}; it has ${base.id}`);
    return decodeModel(await readFile(baseFile).catch(isMissingBase), "base.safetensors");
  },
  readModel: (bytes) => decodeModel(bytes, "the model's file"),
  writeModel: (model) => encodeModel(model),
  fineTune,
  openGenerator,
  tokensOfRow,
};

/** A clone whose base model hasn't been trained yet; the package always holds one. */
function isMissingBase(cause: unknown): never {
  throw new UsageError("the embedded base model isn't there; make it with `npm run engine:pretrain`", {
    cause,
  });
}

function tokensOfRow({ tokenizer, shape }: EngineModel, row: TrainingRow): RowTokens {
  const { head, messages, shortened } = fitChat(tokenizer, row, shape.context);
  const tokens = [...head];
  const learnt: (readonly [number, number])[] = [];
  for (const message of messages) {
    tokens.push(...message.tokens);
    if (message.replyLength > 0) learnt.push([tokens.length - message.replyLength, tokens.length]);
  }
  const marks = new Map([...specialMarks(tokenizer), ...tagMarks(tokenizer, row)]);
  const texts = tokens.map((token) => marks.get(token) ?? tokenizer.pieceOf(token) ?? `<${token}>`);
  return { tokens, texts, learnt, truncated: shortened };
}

function specialMarks(tokenizer: Tokenizer): Map<number, string> {
  return new Map(specialTokens.map((mark) => [tokenizer.special(mark), mark]));
}

/** `<tag of get_weather>`; tools that share a tag are all named. */
function tagMarks(tokenizer: Tokenizer, { messages, tools }: TrainingRow): Map<number, string> {
  const tagOf = tagsOf(tokenizer, tools);
  const called = messages.flatMap((message) =>
    message.role === "assistant" ? (message.tool_calls ?? []) : [],
  );
  const names = new Map<number, string[]>();
  for (const name of new Set([...tools, ...called].map((each) => each.function.name)))
    names.set(tagOf(name), [...(names.get(tagOf(name)) ?? []), name]);
  return new Map([...names].map(([tag, shared]) => [tag, `<tag of ${shared.join(" or ")}>`]));
}

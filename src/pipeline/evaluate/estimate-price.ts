import type { Case } from "../../domain/case.ts";
import { dollarsOf } from "../../domain/token-price.ts";
import { seededRandom } from "../../lib/seeded-random.ts";
import { tokenizerFor, tokenizers } from "../../plugins/tokenizers/index.ts";
import type { Tokenizer } from "../../plugins/tokenizers/tokenizer.ts";
import { type ChatContext, type ChatTarget, contextFor } from "./ask/chat-target.ts";
import type { CaseBook } from "./cases/open-cases.ts";

/** What asking one candidate is going to cost. */
export interface PriceEstimate {
  readonly candidate: string;
  readonly requests: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Null where nobody knows the price. */
  readonly dollars: number | null;
  /** Day of the price. */
  readonly readOn: string | null;
}

export interface EstimateOrder {
  readonly cases: CaseBook;
  /** For each case, whether it needs no request. */
  readonly done: Uint8Array;
  readonly seed: number;
}

/** So many cases are counted, drawn by the seed; the others are taken to be like them. */
const counted = 60;

export async function estimatePrice(target: ChatTarget, order: EstimateOrder): Promise<PriceEstimate> {
  const open = [...order.done.entries()].flatMap(([place, done]) => (done === 0 ? [place] : []));
  const drawn = draw(open, order.seed);
  const tokenizer = tokenizers[tokenizerFor(target.candidate.model ?? "")];
  let [prompt, completion] = [0, 0];
  for (const place of drawn) {
    const question = await order.cases.read(place);
    prompt += promptTokens(await contextFor(target, question), tokenizer);
    completion += Math.min(target.candidate.maxTokens, replyTokens(question, tokenizer));
  }
  const scale = drawn.length === 0 ? 0 : open.length / drawn.length;
  const usage = {
    promptTokens: Math.round(prompt * scale),
    cachedPromptTokens: 0,
    completionTokens: Math.round(completion * scale),
    estimated: true,
  };
  const { price, name } = target.candidate;
  return {
    candidate: name,
    requests: open.length,
    promptTokens: usage.promptTokens,
    completionTokens: usage.completionTokens,
    dollars: price === null ? null : dollarsOf(usage, price),
    readOn: price?.readOn ?? null,
  };
}

function draw(places: readonly number[], seed: number): number[] {
  if (places.length <= counted) return [...places];
  const random = seededRandom(`estimate:${seed}`);
  return Array.from({ length: counted }, () => random.pick(places));
}

function promptTokens({ messages, tools }: ChatContext, tokenizer: Tokenizer): number {
  const shape = { hasTools: tools.length > 0, hasSystem: messages[0]?.role === "system" };
  const ofTools = tools.length === 0 ? 0 : tokenizer.countTools(tools);
  const ofMessages = messages.reduce((sum, message) => sum + tokenizer.countMessage(message), 0);
  return tokenizer.countFrame(shape) + ofTools + ofMessages + tokenizer.countJoins({ messages, tools });
}

/** A reply is about as long as the expected one; where that has no words, as a sentence. */
const usualReply = 40;

function replyTokens({ expected }: Case, tokenizer: Tokenizer): number {
  if (expected.kind === "reply")
    return expected.text === null ? usualReply : tokenizer.countText(expected.text) + 5;
  return tokenizer.countText(JSON.stringify(expected.toolCalls)) + 5;
}

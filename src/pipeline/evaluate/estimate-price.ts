import type { Case } from "../../domain/case.ts";
import type { Usage } from "../../domain/generation.ts";
import { dollarsOf } from "../../domain/token-price.ts";
import { seededRandom } from "../../lib/seeded-random.ts";
import { mayThink } from "../../plugins/providers/chat/may-think.ts";
import { tokenizerFor, tokenizers } from "../../plugins/tokenizers/index.ts";
import type { Tokenizer } from "../../plugins/tokenizers/tokenizer.ts";
import { type ChatContext, type ChatTarget, contextFor } from "./ask/chat-target.ts";
import type { CaseBook } from "./cases/open-cases.ts";
import { warmUpOf } from "./run/warm-up.ts";

/** What asking one candidate is going to cost. */
export interface PriceEstimate {
  readonly candidate: string;
  /** With warm-ups. */
  readonly requests: number;
  readonly warmUps: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Null where nobody knows the price. */
  readonly dollars: number | null;
  /** If each reply were as long as it may be; null where the price isn't known, or nothing limits a reply. */
  readonly mostDollars: number | null;
  /** Whether the model is known to think first, which is paid for as output: then it may cost up to `mostDollars`. */
  readonly thinks: boolean;
  /** Day of the price. */
  readonly readOn: string | null;
}

export interface EstimateOrder {
  readonly cases: CaseBook;
  /** For each case, whether it needs no request. */
  readonly done: Uint8Array;
  /** Requests that are asked first and thrown away, and paid for as others are. */
  readonly warmUp: number;
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
    prompt += countPrompt(await contextFor(target, question), tokenizer);
    completion += Math.min(target.candidate.maxTokens, replyTokens(question, tokenizer));
  }
  const scale = drawn.length === 0 ? 0 : open.length / drawn.length;
  const warmUps = open.length === 0 ? 0 : order.warmUp;
  const greeting = warmUps === 0 ? none : await greetingTokens(target, order.cases, tokenizer);
  const requests = open.length + warmUps;
  const { price, name, model, maxTokens } = target.candidate;
  const promptTokens = Math.round(prompt * scale) + warmUps * greeting.prompt;
  const completionTokens = Math.round(completion * scale) + warmUps * greeting.completion;
  const dollarsFor = (tokensOut: number) =>
    price === null ? null : dollarsOf(usageOf(promptTokens, tokensOut), price);
  return {
    candidate: name,
    requests,
    warmUps,
    promptTokens,
    completionTokens,
    dollars: dollarsFor(completionTokens),
    mostDollars: dollarsFor(requests * maxTokens),
    thinks: mayThink(model ?? ""),
    readOn: price?.readOn ?? null,
  };
}

const none = { prompt: 0, completion: 0 };

/** Of one warm-up. */
async function greetingTokens(
  target: ChatTarget,
  cases: CaseBook,
  tokenizer: Tokenizer,
): Promise<typeof none> {
  const { target: asked, greeting } = warmUpOf(target, await cases.read(0));
  const prompt = countPrompt(await contextFor(asked, greeting), tokenizer);
  return { prompt, completion: Math.min(target.candidate.maxTokens, usualReply) };
}

function usageOf(tokensIn: number, tokensOut: number): Usage {
  return { promptTokens: tokensIn, cachedPromptTokens: 0, completionTokens: tokensOut, estimated: true };
}

function draw(places: readonly number[], seed: number): number[] {
  if (places.length <= counted) return [...places];
  const random = seededRandom(`estimate:${seed}`);
  return Array.from({ length: counted }, () => random.pick(places));
}

function countPrompt({ messages, tools }: ChatContext, tokenizer: Tokenizer): number {
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

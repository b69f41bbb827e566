import type { Message } from "../../../domain/message.ts";
import { dollarsOf, type TokenPrice } from "../../../domain/token-price.ts";
import { mayThink } from "../../../plugins/providers/chat/may-think.ts";
import { tokenizerFor, tokenizers } from "../../../plugins/tokenizers/index.ts";
import type { PriceEstimate } from "../estimate-price.ts";
import type { TextPair } from "./collect-texts.ts";
import { judgeRequest } from "./judge-prompt.ts";

/** Whom it is about, and what is known of it. */
export interface PricedJudge {
  /** `provider:model`. */
  readonly name: string;
  readonly model: string;
  /** Null where unknown. */
  readonly price: TokenPrice | null;
}

/** A verdict is one word; a model that thinks writes more, and its requests have no limit that would bound it. */
const usualReply = 5;

/** What so many questions cost, if they are as long on average as these. */
export function estimateJudging(
  { name, model, price }: PricedJudge,
  pairs: readonly TextPair[],
  requests: number,
): PriceEstimate {
  const tokenizer = tokenizers[tokenizerFor(model)];
  const frame = tokenizer.countFrame({ hasTools: false, hasSystem: true });
  const tokensOf = (messages: readonly Message[]) =>
    messages.reduce((sum, message) => sum + tokenizer.countMessage(message), frame);
  const all = pairs.reduce((sum, pair) => sum + tokensOf(judgeRequest(pair).messages), 0);
  const usage = {
    promptTokens: pairs.length === 0 ? 0 : Math.round((all / pairs.length) * requests),
    cachedPromptTokens: 0,
    completionTokens: usualReply * requests,
    estimated: true,
  };
  const dollars = price === null ? null : dollarsOf(usage, price);
  const { promptTokens, completionTokens } = usage;
  return {
    candidate: `judge ${name}`,
    requests,
    warmUps: 0,
    promptTokens,
    completionTokens,
    dollars,
    mostDollars: null,
    thinks: mayThink(model),
    readOn: price?.readOn ?? null,
  };
}

import type { AssistantMessage } from "../../../src/domain/message.ts";
import type { EngineModel } from "../../../src/engine/model.ts";
import type { Decoder } from "../../../src/engine/runtime/decoder.ts";
import { openDecoder } from "../../../src/engine/runtime/open-decoder.ts";
import { type Chat, encodePrompt } from "../../../src/engine/text/prompt.ts";
import { decodeReply, type MadeReply } from "../../../src/engine/text/reply.ts";
import { encodeRows } from "../../../src/engine/text/rows.ts";
import type { Trainer } from "../../../src/engine/train/trainer.ts";
import { canonicalJson, parseJson } from "../../../src/lib/json.ts";
import { seededRandom } from "../../../src/lib/seeded-random.ts";
import { generateCall } from "../corpus/call.ts";
import type { Side } from "../corpus/draw.ts";
import { heldOutCalls } from "./held-out-calls.ts";

/** How a model does on calls of the held-out side: tools, words and sentences that are never learnt. */
export interface HeldOutAccuracy {
  /** Cases where a tool is due, and of those the shares with the right tools, and with the right arguments too. */
  readonly calls: number;
  readonly rightTool: number;
  readonly exact: number;
  /** Cases where no tool is due, and the share where one was used all the same. */
  readonly replies: number;
  readonly falseCalls: number;
}

const longestReply = 96;
/** Cases where a tool is due; the others are needed to count false calls. */
const shareOfCalls = 0.6;

/** Mean loss of a learnt token, in nats. */
export async function heldOutLoss(model: EngineModel, trainer: Trainer): Promise<number> {
  const { sequences } = encodeRows(model.tokenizer, heldOutCalls(), model.shape.context);
  return (await trainer.lossOf(sequences)).loss;
}

/**
 * Greedy replies without any constraint, so a lower bound of what the constrained generator does. On the training side the
 * calls and most values are new, but not the words of tools and sentences.
 */
export async function heldOutAccuracy(
  model: EngineModel,
  cases: number,
  side: Side = "held-out",
): Promise<HeldOutAccuracy> {
  const decoder = await openDecoder(model, 1);
  const count = { calls: 0, rightTool: 0, exact: 0, replies: 0, falseCalls: 0 };
  for (let at = 0; at < cases; at += 1) {
    const { chat, expected } = drawDecision(`case ${at}`, side);
    const made = await reply(model, decoder, chat);
    const due = expected.tool_calls ?? [];
    if (due.length === 0) {
      count.replies += 1;
      if (made.calls.length > 0) count.falseCalls += 1;
      continue;
    }
    count.calls += 1;
    const names = due.map((call) => call.function.name);
    const uses = due.map((call) => `${call.function.name} ${canonical(call.function.arguments)}`);
    if (
      same(
        names,
        made.calls.map((call) => call.name),
      )
    )
      count.rightTool += 1;
    if (
      same(
        uses,
        made.calls.map((call) => `${call.name} ${canonical(call.arguments)}`),
      )
    )
      count.exact += 1;
  }
  await decoder.close();
  const { calls, replies } = count;
  return {
    calls,
    rightTool: count.rightTool / calls,
    exact: count.exact / calls,
    replies,
    falseCalls: count.falseCalls / replies,
  };
}

/** A question to a model, and the reply that is right. */
export interface CorpusDecision {
  readonly chat: Chat;
  readonly expected: AssistantMessage;
}

/** One decision of a call that isn't among those that are learnt; a caller's turn is before it. */
export function drawDecision(seed: string, side: Side): CorpusDecision {
  const random = seededRandom(seed);
  const wantsCall = random.chance(shareOfCalls);
  for (let tries = 0; ; tries += 1) {
    const { messages, tools } = generateCall(`${seed} ${tries}`, side);
    const places = messages.flatMap((message, place) => {
      const isCase = message.role === "assistant" && messages[place - 1]?.role === "user";
      return isCase && (message.tool_calls !== undefined) === wantsCall ? [place] : [];
    });
    if (places.length === 0) continue;
    const place = random.pick(places);
    const expected = messages[place];
    if (expected?.role === "assistant")
      return { chat: { messages: messages.slice(0, place), tools }, expected };
  }
}

async function reply(model: EngineModel, decoder: Decoder, chat: Chat): Promise<MadeReply> {
  const { tokenizer, shape } = model;
  const end = tokenizer.special("<end>");
  const decoding = decoder.begin();
  const made: number[] = [];
  let scores = await decoding.feed(encodePrompt(tokenizer, chat, shape.context - longestReply));
  while (made.length < longestReply) {
    const best = scores.indexOf(Math.max(...scores));
    made.push(best);
    if (best === end) break;
    scores = await decoding.feed([best]);
  }
  return decodeReply(tokenizer, made, chat.tools);
}

function canonical(text: string): string {
  const value = parseJson(text);
  return value === undefined ? text : canonicalJson(value);
}

function same(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((one, at) => one === right[at]);
}

import type { Message } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";
import { isJsonObject, type Json, parseJson } from "../../lib/json.ts";
import { nearTools } from "./near-tools.ts";
import { encodeReply } from "./reply.ts";
import { identifierWords } from "./split-words.ts";
import type { SpecialToken, Tokenizer } from "./tokenizer.ts";
import { type TagOf, tagsOf } from "./tool-tags.ts";
import { encodeTool, type ToolDetail } from "./tool-tokens.ts";
import { encodeText } from "./values.ts";

/** What a model sees before it replies. */
export interface Chat {
  readonly messages: readonly Message[];
  readonly tools: readonly Tool[];
}

/** A message as tokens. The last `replyLength` are a reply to learn with its `<end>`. */
export interface EncodedMessage {
  readonly role: Message["role"];
  readonly tokens: readonly number[];
  readonly replyLength: number;
}

export interface FittedPrompt {
  /** `<begin>`, tools, system prompt. */
  readonly head: readonly number[];
  readonly messages: readonly EncodedMessage[];
  /** Whether more than descriptions had to be left out. */
  readonly shortened: boolean;
}

/** Longer system prompts lose their start, longer tool results their end, whatever room there is. */
const longestSystem = 192;
const longestResult = 128;

const fullDetail: ToolDetail = { about: 24, choices: 24 };
const choiceSteps = [24, 8, 4, 0] as const;

/**
 * The tokens of a prompt, up to and with the `<agent>` that the reply follows:
 * `<begin> tools <system> w… { <user> w… tag* | <result> w… | <agent> reply <end> }* <agent>`.
 * The tags behind a caller's words are those of the tools that share words with him.
 * At most `limit` tokens: descriptions are left out first, then the oldest messages before the caller's last, then the
 * start of the system prompt, then choices. Works on any chat.
 */
export function encodePrompt(tokenizer: Tokenizer, chat: Chat, limit: number): number[] {
  const { head, messages } = fitChat(tokenizer, chat, limit - 1);
  return [...head, ...messages.flatMap((message) => message.tokens), tokenizer.special("<agent>")];
}

/** A chat's tokens, shortened to `limit` by the rules of `encodePrompt`. */
export function fitChat(tokenizer: Tokenizer, chat: Chat, limit: number): FittedPrompt {
  const [first, ...rest] = chat.messages;
  const tagOf = tagsOf(tokenizer, chat.tools);
  const system = first?.role === "system" ? encodeSystem(tokenizer, first.content) : [];
  const turns = first?.role === "system" ? rest : chat.messages;
  const near = nearTools(chat.tools)(turns);
  const messages = turns.map((turn, at) => encodeMessage(tokenizer, turn, { tagOf, near: near[at] ?? [] }));
  const toolsIn = (detail: ToolDetail) => [
    tokenizer.special("<begin>"),
    ...chat.tools.flatMap((tool) => encodeTool(tokenizer, tool, { tagOf, detail })),
  ];
  for (const detail of [fullDetail, { ...fullDetail, about: 0 }]) {
    const head = [...toolsIn(detail), ...system];
    if (head.length + lengthOf(messages) <= limit) return { head, messages, shortened: false };
  }
  for (const choices of choiceSteps) {
    const tools = toolsIn({ about: 0, choices });
    const fitted = fitAround(tokenizer, { tools, system, messages, limit });
    if (fitted) return fitted;
  }
  return cutToLimit(toolsIn({ about: 0, choices: 0 }), messages.slice(lastUser(messages)), limit);
}

interface Parts {
  readonly tools: readonly number[];
  readonly system: readonly number[];
  readonly messages: readonly EncodedMessage[];
  readonly limit: number;
}

/** Leaves out the oldest messages, then the start of the system prompt; null where that isn't enough. */
function fitAround(tokenizer: Tokenizer, parts: Parts): FittedPrompt | null {
  const { tools, system, limit } = parts;
  const kept = parts.messages.slice(oldestThatFits(parts));
  const room = limit - tools.length - lengthOf(kept);
  if (room < 0) return null;
  const words = system.slice(1);
  const shorter = room > 8 ? lastOf(words, room - 1) : [];
  const head = [...tools, ...(shorter.length > 0 ? [tokenizer.special("<system>"), ...shorter] : [])];
  return { head, messages: kept, shortened: true };
}

/** The place of the first message that is kept: never behind the caller's last. */
function oldestThatFits({ tools, system, messages, limit }: Parts): number {
  const last = lastUser(messages);
  let length = tools.length + system.length + lengthOf(messages);
  let from = 0;
  while (from < last && length > limit) {
    length -= messages[from]?.tokens.length ?? 0;
    from += 1;
  }
  return from;
}

/** Where not even tools and last messages fit: the end of the messages is worth most, then the first tools. */
function cutToLimit(
  tools: readonly number[],
  messages: readonly EncodedMessage[],
  limit: number,
): FittedPrompt {
  const room = Math.max(limit - tools.length, Math.floor(limit / 2));
  const tail = lastOf(
    messages.flatMap((message) => message.tokens),
    room,
  );
  const last = messages.at(-1);
  const merged: EncodedMessage = {
    role: last?.role ?? "user",
    tokens: tail,
    replyLength: Math.min(last?.replyLength ?? 0, tail.length),
  };
  return { head: tools.slice(0, Math.max(0, limit - tail.length)), messages: [merged], shortened: true };
}

function lastOf(tokens: readonly number[], length: number): readonly number[] {
  return tokens.slice(Math.max(0, tokens.length - length));
}

function lastUser(messages: readonly EncodedMessage[]): number {
  return Math.max(
    0,
    messages.findLastIndex((message) => message.role === "user"),
  );
}

function lengthOf(messages: readonly EncodedMessage[]): number {
  return messages.reduce((sum, message) => sum + message.tokens.length, 0);
}

function encodeSystem(tokenizer: Tokenizer, content: string): number[] {
  return [tokenizer.special("<system>"), ...lastOf(encodeText(tokenizer, content.trim()), longestSystem)];
}

function encodeMessage(
  tokenizer: Tokenizer,
  message: Message,
  { tagOf, near }: { readonly tagOf: TagOf; readonly near: readonly string[] },
): EncodedMessage {
  const { role } = message;
  const plain = (mark: SpecialToken, words: readonly number[]) => ({
    role,
    tokens: [tokenizer.special(mark), ...words],
    replyLength: 0,
  });
  if (role === "user")
    return plain("<user>", [...encodeText(tokenizer, message.content.trim()), ...near.map(tagOf)]);
  if (role === "system") return plain("<system>", encodeText(tokenizer, message.content.trim()));
  if (role === "tool") {
    return plain("<result>", encodeText(tokenizer, resultWords(message.content)).slice(0, longestResult));
  }
  const reply = [...encodeReply(tokenizer, message, tagOf), tokenizer.special("<end>")];
  return {
    role,
    tokens: [tokenizer.special("<agent>"), ...reply],
    replyLength: message.weight === 0 ? 0 : reply.length,
  };
}

/** A tool's result; JSON as "key value" words. */
function resultWords(content: string): string {
  const value = parseJson(content);
  return value === undefined ? content.trim() : flatten(value).join(" ");
}

function flatten(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(flatten);
  if (!isJsonObject(value)) return [typeof value === "string" ? value : JSON.stringify(value)];
  return Object.entries(value).flatMap(([key, inner]) => [identifierWords(key), ...flatten(inner)]);
}

import type { Case } from "../../../domain/case.ts";
import type { Candidate } from "../../../domain/evaluation.ts";
import type { Message } from "../../../domain/message.ts";
import type { Tool } from "../../../domain/tool.ts";
import type { BatchTerms } from "../../../plugins/providers/batch/batch-api.ts";
import type { ChatProvider } from "../../../plugins/providers/chat/chat-provider.ts";

/** A model candidate with all that is needed to ask it. */
export interface ChatTarget {
  readonly candidate: Candidate;
  /** The address that is really asked, `…/chat/completions`. */
  readonly url: string;
  /** Null: no authorization is sent. */
  readonly apiKey: string | null;
  /** Environment variable that the key is, or would be, from. */
  readonly keyVariable: string;
  readonly tokenLimit: ChatProvider["tokenLimit"];
  /** How its provider takes batches; null where the candidate is asked live. */
  readonly batch: BatchTerms | null;
  /** Stands in the place of the case's system prompt; null keeps that. */
  readonly systemPrompt: string | null;
  /** Messages to be put before a case; null for none. */
  readonly shotsFor: ((question: Case) => Promise<readonly Message[]>) | null;
}

/** What the model sees. */
export interface ChatContext {
  readonly messages: readonly Message[];
  readonly tools: readonly Tool[];
}

/** The case as this candidate sees it: its own prompt, its examples, then what really happened. */
export async function contextFor(target: ChatTarget, question: Case): Promise<ChatContext> {
  const [first, ...rest] = question.messages;
  const isPrompted = first?.role === "system";
  const turns = isPrompted ? rest : question.messages;
  const prompt = target.systemPrompt ?? (isPrompted ? first.content : null);
  const system: Message[] = prompt === null ? [] : [{ role: "system", content: prompt }];
  const shots = target.shotsFor === null ? [] : await target.shotsFor(question);
  return { messages: [...system, ...shots, ...turns], tools: question.tools };
}

/** The body of the request. A tool is never forced: whether to use one is half of what is asked. */
export function chatBody(target: ChatTarget, context: ChatContext): string {
  return JSON.stringify({
    ...bodyOf(target, context),
    stream: true,
    stream_options: { include_usage: true },
  });
}

/** The body of a request in a batch, where nothing can be streamed. */
export function batchBody(target: ChatTarget, context: ChatContext): string {
  return JSON.stringify(bodyOf(target, context));
}

function bodyOf({ candidate, tokenLimit }: ChatTarget, { messages, tools }: ChatContext): object {
  return {
    model: candidate.model,
    messages,
    ...(tools.length === 0 ? {} : { tools }),
    ...(candidate.temperature === null ? {} : { temperature: candidate.temperature }),
    [tokenLimit]: candidate.maxTokens,
  };
}

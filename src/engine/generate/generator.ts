import type { AssistantMessage, Message } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";

export type ToolChoice = "auto" | "none" | "required" | { readonly name: string };

/** A chat completion as the engine takes it: OpenAI's fields with their defaults filled in. */
export interface GenerationRequest {
  readonly messages: readonly Message[];
  readonly tools: readonly Tool[];
  readonly toolChoice: ToolChoice;
  readonly parallelToolCalls: boolean;
  /** Completion tokens at most; null for as many as the context leaves. */
  readonly maxTokens: number | null;
  /** 0 takes the likeliest token. */
  readonly temperature: number;
  readonly topP: number;
  readonly seed: number | null;
  /** Content ends before the first of these. */
  readonly stop: readonly string[];
  /** Ends the generation early; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** A piece of a reply, as soon as it is certain. */
export type GenerationDelta =
  | { readonly kind: "content"; readonly text: string }
  | { readonly kind: "tool-call"; readonly index: number; readonly id: string; readonly name: string }
  | { readonly kind: "arguments"; readonly index: number; readonly text: string };

export interface Generation {
  readonly message: AssistantMessage;
  readonly finishReason: "stop" | "length" | "tool_calls";
  readonly usage: { readonly promptTokens: number; readonly completionTokens: number };
}

/** Answers chat completions; calls wait for one another. */
export interface Generator {
  /** @throws UsageError where the request can't be answered by any model (a tool choice that names no tool …) */
  generate(request: GenerationRequest, onDelta?: (delta: GenerationDelta) => void): Promise<Generation>;
  close(): Promise<void>;
}

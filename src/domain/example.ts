import type { AssistantMessage, Message } from "./message.ts";
import type { Tool } from "./tool.ts";

/** Messages, tools and the reply to learn; what an exporter writes in a provider's dialect. */
export interface Example {
  /** `<call id>#<index of the agent's turn>`, or the call's id where a whole call is one example. */
  readonly id: string;
  readonly tools: readonly Tool[];
  /** System prompt first; the last message is the assistant's reply to learn. */
  readonly messages: readonly Message[];
}

/** The reply an example teaches. */
export function replyOf(example: Example): AssistantMessage {
  const last = example.messages.at(-1);
  if (last?.role !== "assistant")
    throw new TypeError(`example ${example.id} doesn't end with an assistant message`);
  return last;
}

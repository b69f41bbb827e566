import type { AgentTurn, MadeToolCall, Turn } from "./call.ts";
import type { AssistantMessage, Message, ToolMessage } from "./message.ts";

/**
 * What a tool message says where nothing came back: OpenAI, Together and Fireworks refuse a tool call without a tool
 * message behind it, and a model should learn that such a call told it nothing.
 */
export const noResult = '{"error":"no result"}';

/**
 * A call's turns as messages. Tool calls are numbered through the call (`call_1`, `call_2` …), since logged ids repeat
 * within one call, and each is followed by its result.
 */
export function messagesFromTurns(turns: readonly Turn[]): Message[] {
  return messagesByTurn(turns).flat();
}

/** The same messages, kept apart by turn; an agent's turn without words and tool calls has none. */
export function messagesByTurn(turns: readonly Turn[]): Message[][] {
  let toolCallsBefore = 0;
  return turns.map((turn) => {
    if (turn.role === "caller") return [{ role: "user", content: turn.text }];
    if (turn.role === "system") return [{ role: "system", content: turn.text }];
    const messages = agentMessages(turn, toolCallsBefore);
    toolCallsBefore += turn.toolCalls.length;
    return messages;
  });
}

function agentMessages({ text, toolCalls }: AgentTurn, toolCallsBefore: number): Message[] {
  if (toolCalls.length === 0) return text === "" ? [] : [{ role: "assistant", content: text }];
  const idOf = (index: number) => `call_${toolCallsBefore + index + 1}`;
  const reply: AssistantMessage = {
    role: "assistant",
    content: text === "" ? null : text,
    tool_calls: toolCalls.map((made, index) => ({
      id: idOf(index),
      type: "function",
      function: { name: made.name, arguments: made.arguments },
    })),
  };
  return [reply, ...toolCalls.map((made, index) => resultMessage(made, idOf(index)))];
}

function resultMessage({ result }: MadeToolCall, id: string): ToolMessage {
  return { role: "tool", tool_call_id: id, content: result ?? noResult };
}

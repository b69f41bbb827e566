import type { Call } from "../../domain/call.ts";
import { messagesByTurn } from "../../domain/call-messages.ts";
import type { Example } from "../../domain/example.ts";
import type { AssistantMessage, Message } from "../../domain/message.ts";
import type { Tool, ToolCall } from "../../domain/tool.ts";
import type { Lesson } from "./decision.ts";

export interface ExampleSource {
  readonly call: Call;
  readonly tools: readonly Tool[];
  readonly systemPrompt: string;
}

/**
 * Makes a call's examples. They share their message objects, so that what depends on a message alone is worked out
 * once.
 */
export function exampleOf({ call, tools, systemPrompt }: ExampleSource): (lesson: Lesson) => Example {
  const system: Message[] = systemPrompt === "" ? [] : [{ role: "system", content: systemPrompt }];
  const byTurn = messagesByTurn(call.turns);
  return ({ turns, corrected, whole }) => {
    if (whole) return { id: call.id, tools, messages: [...system, ...wholeCall(byTurn, turns)] };
    const [turn = -1] = turns;
    const reply = corrected === null ? replyAt(byTurn, turn) : correctedReply(corrected);
    return { id: `${call.id}#${turn}`, tools, messages: [...system, ...byTurn.slice(0, turn).flat(), reply] };
  };
}

/** The call up to the last turn that may be learnt; the agent's other turns weigh 0. */
function wholeCall(byTurn: readonly (readonly Message[])[], learnt: readonly number[]): Message[] {
  const last = learnt.at(-1) ?? -1;
  const messages = byTurn
    .slice(0, last + 1)
    .flatMap((ofTurn, turn) => ofTurn.map((message) => weighted(message, learnt.includes(turn) ? 1 : 0)));
  return messages.slice(0, messages.findLastIndex(({ role }) => role === "assistant") + 1);
}

function replyAt(byTurn: readonly (readonly Message[])[], turn: number): AssistantMessage {
  const reply = byTurn[turn]?.find((message) => message.role === "assistant");
  if (reply === undefined) throw new RangeError("no reply stands at the turn to be learnt");
  return reply;
}

/** What the agent said beside the wrong call was about the wrong call, so it isn't learnt. */
function correctedReply(toolCalls: readonly ToolCall[]): AssistantMessage {
  return { role: "assistant", content: null, tool_calls: [...toolCalls] };
}

function weighted(message: Message, weight: 0 | 1): Message {
  return message.role === "assistant" ? { ...message, weight } : message;
}

import type { BuildOptions } from "../../domain/build-options.ts";
import type { Call } from "../../domain/call.ts";
import { messagesByTurn } from "../../domain/call-messages.ts";
import type { Example } from "../../domain/example.ts";
import type { Label } from "../../domain/label.ts";
import type { AssistantMessage, Message } from "../../domain/message.ts";
import type { Tool, ToolCall } from "../../domain/tool.ts";
import { decisionsOf, rejectionOf } from "./scan-calls.ts";

export interface ExampleSource {
  readonly call: Call;
  readonly labels: readonly Label[];
  readonly tools: readonly Tool[];
  readonly systemPrompt: string;
}

/**
 * An example per wanted turn of the agent: everything before the turn, then what is to be learnt. The examples of one
 * call share their message objects, so that what depends on a message alone is worked out once.
 */
export function decisionExamples(source: ExampleSource, turns: readonly number[]): Example[] {
  const { call, labels, tools } = source;
  const byTurn = messagesByTurn(call.turns);
  const system = systemMessages(source.systemPrompt);
  const labelOf = new Map(decisionsOf(call, labels).map(({ turn, label }) => [turn, label]));
  return turns.map((turn) => ({
    id: `${call.id}#${turn}`,
    tools,
    messages: [
      ...system,
      ...byTurn.slice(0, turn).flat(),
      learntReply(byTurn[turn] ?? [], labelOf.get(turn)),
    ],
  }));
}

/** The whole call up to the last turn that may be learnt; the agent's other turns weigh 0. */
export function callExample(source: ExampleSource, rows: BuildOptions["rows"]): Example {
  const { call, labels, tools } = source;
  const learnt = new Set(
    decisionsOf(call, labels).flatMap((decision) =>
      rejectionOf(decision, rows) === null ? [decision.turn] : [],
    ),
  );
  const last = Math.max(...learnt);
  const messages = messagesByTurn(call.turns)
    .slice(0, last + 1)
    .flatMap((ofTurn, turn) => ofTurn.map((message) => weighted(message, learnt.has(turn))));
  const end = messages.findLastIndex(({ role }) => role === "assistant");
  return {
    id: call.id,
    tools,
    messages: [...systemMessages(source.systemPrompt), ...messages.slice(0, end + 1)],
  };
}

function systemMessages(prompt: string): Message[] {
  return prompt === "" ? [] : [{ role: "system", content: prompt }];
}

function learntReply(ofTurn: readonly Message[], label: Label | undefined): AssistantMessage {
  const reply = ofTurn.find((message) => message.role === "assistant");
  if (reply === undefined || label === undefined)
    throw new RangeError("no reply stands at the turn to be learnt");
  return label.verdict === "corrected" ? correctedReply(label.toolCalls) : reply;
}

/** What the agent said beside the wrong call was about the wrong call, so it isn't learnt. */
function correctedReply(toolCalls: readonly ToolCall[]): AssistantMessage {
  return { role: "assistant", content: null, tool_calls: [...toolCalls] };
}

function weighted(message: Message, learn: boolean): Message {
  return message.role === "assistant" ? { ...message, weight: learn ? 1 : 0 } : message;
}

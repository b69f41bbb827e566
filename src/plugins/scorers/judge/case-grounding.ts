import type { AgentTurn, MadeToolCall, Turn } from "../../../domain/call.ts";
import type { Case } from "../../../domain/case.ts";
import { type Evidence, evidenceOf } from "../../../domain/grounding/evidence.ts";
import { groundingOfLeaf } from "../../../domain/grounding/grounding-of.ts";
import type { Leaf } from "../../../domain/grounding/leaves.ts";
import type { AssistantMessage, Message } from "../../../domain/message.ts";

/** Says of a value whether nobody had given it when the model answered: not the caller, no tool, no prompt, no schema. */
export type GroundingCheck = (leaf: Leaf) => boolean;

/** Reads the case's messages when it is first asked: most replies have nothing that needs it. */
export function groundingCheck(question: Case): GroundingCheck {
  let known: { readonly evidence: Evidence; readonly now: number } | null = null;
  return (leaf) => {
    if (known === null) {
      const turns = turnsOf(question.messages);
      known = { evidence: evidenceFor(question, turns), now: turns.length };
    }
    return groundingOfLeaf(leaf, known.evidence, known.now) === "none";
  };
}

function evidenceFor({ callId, messages, callStartedAt }: Case, turns: readonly Turn[]): Evidence {
  const [first] = messages;
  return evidenceOf({
    id: callId,
    caller: null,
    tenant: null,
    startedAt: callStartedAt,
    endedAt: null,
    status: null,
    outcome: null,
    model: null,
    systemPrompt: first?.role === "system" ? first.content : null,
    tools: null,
    turns: [...turns],
  });
}

/** Messages as a call's turns; results go to the tool calls they answer, by place, since ids repeat within a call. */
function turnsOf(messages: readonly Message[]): Turn[] {
  const turns: Turn[] = [];
  let waiting: MadeToolCall[] = [];
  for (const message of messages) {
    if (message.role === "tool") {
      const answered = waiting.find(({ id }) => id === message.tool_call_id) ?? waiting[0];
      if (answered !== undefined) answered.result = message.content;
      waiting = waiting.filter((toolCall) => toolCall !== answered);
    } else if (message.role === "assistant") {
      const turn = agentTurn(message);
      turns.push(turn);
      waiting = [...turn.toolCalls];
    } else if (message.role === "user") turns.push({ role: "caller", text: message.content });
    else turns.push({ role: "system", text: message.content });
  }
  return turns;
}

function agentTurn({ content, tool_calls = [] }: AssistantMessage): AgentTurn {
  const toolCalls = tool_calls.map(({ id, function: { name, arguments: text } }) => ({
    id,
    name,
    arguments: text,
    result: null,
    succeeded: null,
  }));
  return { role: "agent", text: content ?? "", toolCalls };
}

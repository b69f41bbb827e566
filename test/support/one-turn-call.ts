import type { Call } from "../../src/domain/call.ts";
import type { Tool } from "../../src/domain/tool.ts";
import type { JsonObject } from "../../src/lib/json.ts";

/** What the caller of a short call says, and what is around it. */
export interface Said {
  readonly says: string;
  /** What the agent said before. */
  readonly asked?: string;
  /** The arguments of the tool call that follows. */
  readonly fields?: JsonObject;
  readonly system?: string;
  readonly tools?: readonly Tool[];
}

/** A call of which nothing is known but what it adds to this. */
export const bareCall = {
  id: "call-1",
  caller: null,
  tenant: null,
  startedAt: null,
  endedAt: null,
  status: null,
  outcome: null,
  model: null,
  systemPrompt: null,
  tools: null,
} as const;

/** A call of three turns: a question, an answer, a tool call. */
export function oneTurnCall({ says, asked = "How can I help?", fields = {}, system, tools }: Said): Call {
  const toolCall = {
    id: "1",
    name: "save",
    arguments: JSON.stringify(fields),
    result: null,
    succeeded: null,
  };
  return {
    ...bareCall,
    systemPrompt: system ?? null,
    tools: tools === undefined ? null : [...tools],
    turns: [
      { role: "agent", text: asked, toolCalls: [] },
      { role: "caller", text: says },
      { role: "agent", text: "One moment.", toolCalls: [toolCall] },
    ],
  };
}

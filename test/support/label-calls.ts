import type { AgentTurn, Call, MadeToolCall, Turn } from "../../src/domain/call.ts";
import type { Label } from "../../src/domain/label.ts";
import type { Tool } from "../../src/domain/tool.ts";
import type { Json, JsonObject } from "../../src/lib/json.ts";
import { labelCall } from "../../src/pipeline/build/labels/label-call.ts";
import { ruleSetFrom } from "../../src/pipeline/build/labels/rules.ts";

/** A call that began on Monday, 2 March 2026, at noon UTC. */
export function callOf(turns: readonly Turn[], over: Partial<Call> = {}): Call {
  return {
    id: "call-1",
    caller: null,
    tenant: null,
    startedAt: "2026-03-02T12:00:00+00:00",
    endedAt: null,
    status: "completed",
    outcome: null,
    model: null,
    systemPrompt: null,
    tools: null,
    turns: [...turns],
    ...over,
  };
}

export function caller(text: string): Turn {
  return { role: "caller", text };
}

export function agent(text: string, ...toolCalls: readonly MadeToolCall[]): AgentTurn {
  return { role: "agent", text, toolCalls: [...toolCalls] };
}

/** A tool call that came back with `{"success":true}`, unless told otherwise; text as arguments stays as it is. */
export function use(
  name: string,
  given: JsonObject | string,
  result: Json = { success: true },
): MadeToolCall {
  return {
    id: name,
    name,
    arguments: typeof given === "string" ? given : JSON.stringify(given),
    result: typeof result === "string" ? result : JSON.stringify(result),
    succeeded: null,
  };
}

export function tool(name: string, properties: JsonObject, required: readonly string[] = []): Tool {
  const parameters = { type: "object", properties, required, additionalProperties: false };
  return { type: "function", function: { name, parameters } };
}

/** A table booking with a size, a day and a time of day. */
export const book = tool(
  "book_table",
  {
    party_size: { type: "integer", minimum: 1 },
    date: { type: "string", format: "date" },
    time: { type: "string", pattern: "^\\d\\d:\\d\\d$" },
    name: { type: "string" },
    topping: { type: "string" },
    size: { type: "string", enum: ["small", "medium", "large"] },
  },
  [],
);

/** The label of each agent turn as one word: `good`, `corrected` or the reason. */
export function labelsOf(turns: readonly Turn[], tools: readonly Tool[] = [book]): string[] {
  return labelCall(callOf(turns), tools, ruleSetFrom({})).map(nameOf);
}

export function nameOf(label: Label): string {
  return label.verdict === "rejected" ? label.reason : label.verdict;
}

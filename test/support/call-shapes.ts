import type { Call, MadeToolCall } from "../../src/domain/call.ts";

export function toolCallsOf(call: Call | null): MadeToolCall[] {
  return call?.turns.flatMap((turn) => (turn.role === "agent" ? turn.toolCalls : [])) ?? [];
}

/** `agent: words [tools]` for each turn. */
export function shapeOf(call: Call | null): string[] {
  return (call?.turns ?? []).map((turn) => {
    const tools = turn.role === "agent" ? turn.toolCalls.map(({ name }) => name) : [];
    return `${turn.role}: ${turn.text}${tools.length > 0 ? ` [${tools.join(" ")}]` : ""}`;
  });
}

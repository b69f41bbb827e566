import { toJsonLine } from "../lib/json-lines.ts";
import type { Call } from "./call.ts";

/** The call's line of `calls.jsonl`, without its end: keys in one order, the id first. */
export function callLine(call: Call): string {
  const { id, caller, tenant, startedAt, endedAt, status, outcome, model, systemPrompt, tools, turns } = call;
  return toJsonLine({
    id,
    caller,
    tenant,
    startedAt,
    endedAt,
    status,
    outcome,
    model,
    systemPrompt,
    tools,
    turns,
  });
}

import { isJsonObject } from "../../lib/json.ts";
import type { RowFault } from "./exporter.ts";
import { error, graded, isList } from "./faults.ts";
import type { ChatRules, RowMessage } from "./row-message.ts";

/**
 * Each tool message answers a call of the assistant message before it, and all those calls are answered before anyone
 * speaks again. Ids need not be unique in a row, only among the calls of one message.
 */
export function* pairingFaults(messages: readonly RowMessage[], rules: ChatRules): Generator<RowFault> {
  let open: Made[] = [];
  for (const message of messages) {
    if (message.role === "tool") {
      const found = answeredBy(message, open);
      yield* answerFaults(message, found, rules);
      open = open.filter((call) => call !== found);
      continue;
    }
    for (const { at } of open)
      yield error("tool-call-unanswered", `${at}: no tool message answers this tool call.`);
    open = callsOf(message);
    if (open.length > 0) yield* idFaults(open, rules);
  }
}

interface Made {
  /** `messages[2].tool_calls[0]`, for sentences. */
  readonly at: string;
  readonly id: string | null;
}

function callsOf({ fields, role, at }: RowMessage): Made[] {
  const calls = fields["tool_calls"];
  if (role !== "assistant" || !isList(calls)) return [];
  return calls.filter(isJsonObject).map(({ id }, index) => ({
    at: `${at}.tool_calls[${index}]`,
    id: typeof id === "string" && id !== "" ? id : null,
  }));
}

/** Without an id, on either side, order decides. */
function answeredBy({ fields }: RowMessage, open: readonly Made[]): Made | undefined {
  const id = fields["tool_call_id"];
  if (typeof id !== "string" || id === "") return open[0];
  return open.find((call) => call.id === id) ?? open.find((call) => call.id === null);
}

function* answerFaults(
  { fields, at }: RowMessage,
  found: Made | undefined,
  rules: ChatRules,
): Generator<RowFault> {
  const id = fields["tool_call_id"];
  if (id === undefined || id === null || id === "")
    yield* graded(
      rules.missingIds,
      "missing-tool-call-id",
      `${at}: a tool message must say by 'tool_call_id' which tool call it answers.`,
    );
  else if (typeof id !== "string")
    yield error("missing-tool-call-id", `${at}: 'tool_call_id' must be a string.`);
  if (found === undefined)
    yield error("tool-message-unpaired", `${at}: answers no tool call of the assistant message before it.`);
}

function* idFaults(calls: readonly Made[], rules: ChatRules): Generator<RowFault> {
  const seen = new Set<string>();
  for (const { id, at } of calls) {
    if (id === null) yield* graded(rules.missingIds, "missing-id", `${at}: a tool call must have an 'id'.`);
    else if (seen.has(id))
      yield error("duplicate-id", `${at}: two tool calls of one message have the same 'id'.`);
    else seen.add(id);
  }
}

import { isJsonObject, type Json, type JsonObject } from "../../lib/json.ts";
import { contentsFaults } from "./content-rules.ts";
import type { RowFault } from "./exporter.ts";
import { error, graded, isList, listed, shown } from "./faults.ts";
import { functionFaults } from "./function-rules.ts";
import { isPlain, messageFaults } from "./message-rules.ts";
import { orderFaults } from "./order-rules.ts";
import { pairingFaults } from "./pairing-rules.ts";
import type { ChatRules, RowMessage } from "./row-message.ts";
import { toolCallFaults } from "./tool-call-rules.ts";
import { readTools } from "./tool-list-rules.ts";

/** Every broken rule of a row in OpenAI's wire form. */
export function checkChatRow(row: JsonObject, rules: ChatRules): RowFault[] {
  const faults = [...columnFaults(row, rules)];
  const tools = readTools(row["tools"]);
  faults.push(...tools.faults);
  const written = row["messages"];
  if (written === undefined) return faults;
  if (!isList(written) || written.length === 0) {
    faults.push(error("messages", "`messages` must be a list that isn't empty."));
    return faults;
  }
  const { messages, unread } = readMessages(written, rules);
  faults.push(...unread);
  for (const message of messages) {
    if (!isPlain(message, rules)) faults.push(...messageFaults(message, rules));
    if (message.fields["tool_calls"] !== undefined) faults.push(...toolCallFaults(message, tools, rules));
  }
  faults.push(...contentsFaults(messages, rules), ...functionFaults(row, messages, rules));
  // What can't be read can't be put in order either.
  if (unread.length === 0) faults.push(...orderFaults(messages, rules), ...pairingFaults(messages, rules));
  return faults;
}

function* columnFaults(row: JsonObject, { columns, extraColumns }: ChatRules): Generator<RowFault> {
  const { messages, ...others } = row;
  if (messages === undefined) {
    const found = Object.keys(others);
    yield error("missing-column", `Missing required column "messages"; found: ${listed(found) || "none"}.`);
    return;
  }
  for (const column of Object.keys(others)) {
    if (columns.includes(column)) continue;
    const allowed = ["messages", ...columns].join(", ");
    yield* graded(
      extraColumns,
      "extra-column",
      `Found extra column ${quoted(column)}; a row may have ${allowed}.`,
    );
  }
  const weight = others["weight"];
  if (columns.includes("weight") && weight !== undefined && !isRowWeight(weight))
    yield error("row-weight", `The row's \`weight\` must be a number of at least 0, not ${shown(weight)}.`);
  const parallel = others["parallel_tool_calls"];
  if (columns.includes("parallel_tool_calls") && parallel !== undefined && typeof parallel !== "boolean")
    yield error(
      "parallel-tool-calls",
      `'parallel_tool_calls' must be true or false, not ${shown(parallel)}.`,
    );
}

function isRowWeight(weight: Json): boolean {
  return typeof weight === "number" && Number.isFinite(weight) && weight >= 0;
}

function readMessages(written: readonly Json[], rules: ChatRules) {
  const unread: RowFault[] = [];
  const messages: RowMessage[] = [];
  const last = written.findLastIndex((entry) => isJsonObject(entry) && entry["role"] === "assistant");
  for (const [index, fields] of written.entries()) {
    const at = `messages[${index}]`;
    if (!isJsonObject(fields)) {
      unread.push(error("message", `${at}: a message must be an object, not ${shown(fields)}.`));
      continue;
    }
    const role = fields["role"];
    const fault = roleFault(role, at, rules);
    if (fault !== null || typeof role !== "string") unread.push(...(fault === null ? [] : [fault]));
    else messages.push({ index, at, role, fields, learnt: isLearnt(fields, index === last, rules) });
  }
  return { messages, unread };
}

function roleFault(role: Json | undefined, at: string, { messageKeys }: ChatRules): RowFault | null {
  if (role === undefined || role === null)
    return error("missing-role", `${at}: Missing required column \`role\` in message.`);
  if (typeof role === "string" && Object.hasOwn(messageKeys, role)) return null;
  const roles = Object.keys(messageKeys).join(", ");
  return error("unknown-role", `${at}: Invalid role ${shown(role)}. Possible roles: ${roles}.`);
}

function isLearnt(fields: JsonObject, last: boolean, { holdsWeights }: ChatRules): boolean {
  if (fields["role"] !== "assistant") return false;
  return holdsWeights ? fields["weight"] !== 0 : last;
}

function quoted(column: string): string {
  return shown(column).replaceAll("'", '"');
}
